import Accounts
import Formats

/// The rows of one sheet of a workbook as they come, made into the raw rows of a ledger's sheet.
struct LedgerGrid {
  /// Most columns of a sheet: several times what any sheet of the schema has.
  private static let columnLimit = 40

  private let schema: LedgerSchema.Sheet
  /// Where the unit of all amounts is stated: the title of 单位信息 and its item 金额单位.
  private let unitSheet: (title: String, item: String)
  private let place: SourceLocation
  private var headings: [RawSheet.Heading] = []
  private var rows: [RawSheet.Row] = []
  private var problems: [Problem] = []
  private var hiddenRows: [Int] = []
  /// The columns without a heading in which something was found.
  private var unheaded: Set<Int> = []
  /// The letters of the columns by the headings of the schema.
  private var letters: [String: String] = [:]
  /// The columns of names, whose formulas show what the workbook looks up.
  private var nameColumns: Set<Int> = []
  private var headingRow = 0
  private var itemColumn: Int?
  /// The first column of the schema, by which a blank workbook lists what is to be filled in.
  private var promptColumn: Int?

  init(_ schema: LedgerSchema.Sheet, of ledger: LedgerSchema, place: SourceLocation) {
    self.schema = schema
    unitSheet = (ledger.title(.unit), ledger.name(of: UnitItem.moneyUnit.rawValue, in: .unit))
    self.place = place
  }

  /// Takes the next row: a title, the headings, or cells.
  mutating func take(_ row: XLSXRow) {
    guard problems.count < SheetReader.problemLimit else { return }
    let filled = row.cells.filter { cell in
      // A name that is looked up is the code tables', not the ledger's.
      cell.formula == nil ? !Self.isBlank(cell.value) : !nameColumns.contains(cell.reference.column)
    }
    guard !filled.isEmpty else { return }
    if headingRow == 0 {
      if !takeTitle(filled) { takeHeadings(filled, row) }
    } else {
      takeCells(filled, row)
    }
  }

  /// The sheet with all rows taken; what is merged would leave cells blank that look filled.
  func sheet(merged ranges: [CellRange]) -> RawSheet {
    var problems = problems
    if headingRow == 0 {
      problems.append(Problem(at: place, found: "工作表是空的", expected: "第一行应是标题"))
    }
    let filledRows = Dictionary(
      uniqueKeysWithValues: ranges.isEmpty ? [] : rows.map { ($0.place.line ?? 0, $0.cells) })
    for range in ranges where range.first != range.last {
      let index = range.first.column - 1
      guard let cells = filledRows[range.first.row], index < cells.count, !cells[index].text.isEmpty else { continue }
      guard problems.count < SheetReader.problemLimit else { break }
      problems.append(
        Problem(
          at: cellPlace(range.first), found: "\(range.name) 是合并单元格，只有第一格有值", expected: "每一行的每一格应各填各的",
          advice: "请取消合并，逐行填写"))
    }
    return RawSheet(id: schema.id, place: place, headings: headings, rows: rows, problems: problems)
  }

  /// What is read though nobody sees it.
  func notices(of sheet: XLSXSheet, hiddenColumns: [ClosedRange<Int>]) -> [String] {
    var found: [String] = []
    if sheet.visibility != .visible { found.append("这张表是隐藏的") }
    if let first = hiddenRows.first {
      found.append(hiddenRows.count == 1 ? "第 \(first) 行是隐藏的" : "第 \(first) 行等 \(hiddenRows.count) 行是隐藏的")
    }
    let columns = headings.indices.filter { index in
      hiddenColumns.contains { $0.contains(index + 1) } && !headings[index].text.trimmed.isEmpty
    }
    if !columns.isEmpty { found.append("“\(columns.map { headings[$0].text }.joined(separator: "”“"))”列是隐藏的") }
    return found.map { "\(place): 提醒: \($0)，也读了进来，请核对是否应当计入。" }
  }

  // MARK: Titles and headings

  /// Passes over a title above the headings: one cell that is none of them.
  private mutating func takeTitle(_ filled: [XLSXCell]) -> Bool {
    guard filled.count == 1, let cell = filled.first, case .text(let text) = cell.value else { return false }
    let folded = text.foldedForComparison
    // A heading may name its unit: 金额（万元）.
    let bare = String(folded.prefix { $0 != "(" })
    guard !schema.columns.contains(where: { $0.heading.foldedForComparison == bare }) else { return false }
    if folded.contains("万元") {
      problems.append(
        Problem(
          at: cellPlace(cell.reference), found: "标题上方写着\(Problem.quoted(text.trimmed))",
          expected: "金额单位应写在标题里，如“\(amountHeading)（万元）”，或填在\(unitSheet.title)的“\(unitSheet.item)”里"))
    }
    return true
  }

  /// The heading that shows where a unit is written: the first of a column of amounts.
  private var amountHeading: String { schema.columns.first { $0.type == .amount }?.heading ?? "金额" }

  private mutating func takeHeadings(_ filled: [XLSXCell], _ row: XLSXRow) {
    headingRow = row.number
    guard let last = filled.last?.reference.column, last <= Self.columnLimit else {
      problems.append(
        Problem(at: place, found: "标题超过 \(Self.columnLimit) 列", expected: "应只有“\(schema.title)”的各列"))
      return
    }
    headings = (1...last).map { column in
      let reference = CellReference(row: row.number, column: column)
      return RawSheet.Heading(text: "", place: cellPlace(reference))
    }
    for cell in filled {
      let read = read(cell)
      let name = RawSheet.columnName(read.text)
      let index = cell.reference.column - 1
      headings[index] = RawSheet.Heading(text: read.text, place: headings[index].place.at(column: name ?? ""))
      let folded = read.text.foldedForComparison
      // A heading may name its unit: 金额（万元）.
      let bare = folded.prefix { $0 != "(" }
      for column in schema.columns where [folded, String(bare)].contains(column.heading.foldedForComparison) {
        letters[column.heading] = CellReference.columnName(cell.reference.column)
        if column.type == .item { itemColumn = index }
        if schema.columns.contains(where: { $0.id.nameColumn == column.id }) {
          nameColumns.insert(cell.reference.column)
        }
        if column.id == schema.columns.first?.id { promptColumn = index }
      }
    }
  }

  // MARK: Cells

  private mutating func takeCells(_ filled: [XLSXCell], _ row: XLSXRow) {
    if isPrompt(filled) { return }
    if row.isHidden { hiddenRows.append(row.number) }
    // All headings have their cell, or what is missing would not be reported.
    var cells = Array(repeating: RawSheet.Cell(text: ""), count: headings.count)
    var isEmpty = true
    for cell in filled {
      let index = cell.reference.column - 1
      if index < headings.count, headings[index].place.column != nil {
        cells[index] = read(cell)
        isEmpty = false
      } else {
        takeUnheaded(cell)
      }
    }
    if isEmpty { return }
    let place = SourceLocation(
      file: place.file, sheet: place.sheet, line: row.number, cell: "A\(row.number)", letters: letters)
    rows.append(RawSheet.Row(place: place, cells: cells))
  }

  /// Whether a row names an item, or something else that is asked for, and says nothing of it, as the workbook for filling
  /// in has one for each.
  private func isPrompt(_ filled: [XLSXCell]) -> Bool {
    if let promptColumn, filled.count == 1, let cell = filled.first, cell.reference.column == promptColumn + 1,
      case .text(let text) = cell.value, schema.prompts.contains(text.trimmed)
    {
      return true
    }
    guard let itemColumn, filled.count == 1, let cell = filled.first, cell.reference.column == itemColumn + 1,
      case .text(let text) = cell.value
    else { return false }
    return schema.item(named: text).map { !$0.required } ?? false
  }

  private mutating func takeUnheaded(_ cell: XLSXCell) {
    guard unheaded.insert(cell.reference.column).inserted else { return }
    let text = read(cell).text
    problems.append(
      Problem(
        at: cellPlace(cell.reference), found: "填了\(Problem.quoted(text.trimmed))，而这一列没有标题", expected: "有值的列都应有标题",
        advice: "请补上标题或删去这一列"))
  }

  /// A cell as text; one that holds no text, number or date is reported.
  private mutating func read(_ cell: XLSXCell) -> RawSheet.Cell {
    func unreadable(found: String, expected: String, advice: String) -> RawSheet.Cell {
      var place = cellPlace(cell.reference)
      let index = cell.reference.column - 1
      if index < headings.count { place.column = headings[index].place.column }
      problems.append(Problem(at: place, found: found, expected: expected, advice: advice))
      return RawSheet.Cell(text: "", isUnreadable: true)
    }
    switch cell.value {
    case .text(let text): return RawSheet.Cell(text: text)
    case .number(let spelling, let format):
      let number = CellNumber(spelling: spelling, format: format)
      return RawSheet.Cell(text: number.text, number: number)
    case .date(let date, _): return RawSheet.Cell(text: date.text)
    case .blank:
      return unreadable(
        found: "公式没有算出结果", expected: "公式应已有结果", advice: "请用 Excel 或 WPS 打开，等它算完后保存，或直接填写数值")
    case .error(let error):
      return unreadable(
        found: "公式的结果是\(Problem.quoted(error))", expected: "应是文字或数值", advice: "请改正公式，或直接填写数值")
    case .boolean(let isTrue):
      return unreadable(
        found: "是真假值 \(isTrue ? "TRUE" : "FALSE")", expected: "应是文字或数值", advice: "请重新填写")
    }
  }

  // MARK: Places

  private func cellPlace(_ reference: CellReference) -> SourceLocation {
    SourceLocation(file: place.file, sheet: place.sheet, line: reference.row, cell: reference.name)
  }

  private static func isBlank(_ value: XLSXValue) -> Bool {
    switch value {
    case .blank: true
    case .text(let text): text.trimmed.isEmpty
    default: false
    }
  }
}
