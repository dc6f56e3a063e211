import Accounts
import Formats

/// One sheet of a ledger as a sheet of a workbook: its rows, and room for more.
struct LedgerSheet {
  /// How far down lists to choose from go.
  static let lastRow = 20_000
  /// How many rows at least show the names of their codes.
  private static let namedRows = 300
  /// How wide a sheet may be to be read on one page.
  private static let pageWidth = 220.0

  private let schema: LedgerSchema.Sheet
  private let ledger: LedgerSchema
  private let codes: CodeBook
  /// The title of 补充科目.
  private var ownCodes: String { ledger.title(.ownCodes) }

  init(_ schema: LedgerSchema.Sheet, of ledger: LedgerSchema, codes: CodeBook) {
    self.schema = schema
    self.ledger = ledger
    self.codes = codes
  }

  func output(of rows: [RowFields], lists: inout ChoiceLists) -> SheetOutput {
    var sheet = SheetOutput(name: schema.title)
    sheet.frozenRows = 1
    sheet.printTitleRows = 1...1
    sheet.rowHeights[1] = 30
    sheet.tabColor = schema.required ? CellColor(0x1F4E79) : nil
    sheet.protection = SheetProtection(
      allowsFormattingCells: true, allowsInsertingRows: true, allowsDeletingRows: true)
    for (index, column) in schema.columns.enumerated() { put(column, at: index + 1, in: &sheet, lists: &lists) }
    // Shrunk to fewer pages, a wide sheet could not be read.
    let pages = max(1, Int((sheet.columnWidths.values.reduce(0, +) / Self.pageWidth).rounded()))
    sheet.page = PageSetup(isLandscape: schema.columns.count > 4, fitsPagesWide: pages, footer: "&C&P / &N")
    if pages > 1 { sheet.printTitleColumns = 1...1 }
    let rows = filledAndPrompted(rows)
    for (index, row) in rows.enumerated() { put(row, at: index + 2, in: &sheet, lists: &lists) }
    for number in 2..<2 + max(Self.namedRows, rows.count + Self.namedRows / 3) {
      putNames(in: number - 2 < rows.count ? rows[number - 2] : nil, at: number, in: &sheet)
    }
    return sheet
  }

  // MARK: Headings

  private func put(
    _ column: LedgerSchema.Column, at number: Int, in sheet: inout SheetOutput, lists: inout ChoiceLists
  ) {
    let isRequired = column.required
    let help = [isRequired ? "必填。" : "", column.help].joined()
    sheet.put(
      .text(column.heading), at: CellReference(row: 1, column: number),
      style: LedgerLook.heading(isRequired: isRequired),
      note: CellNote(number == 1 ? "\(schema.help)\n\(column.heading)：\(help)" : help))
    sheet.columnWidths[number] = width(of: column)
    sheet.columnStyles[number] = Self.style(of: column.type)
    guard let items = choices(of: column), !items.isEmpty else { return }
    let isClosed = column.type == .choice || column.type == .item
    sheet.validations.append(
      ListValidation(
        ranges: [CellRange(CellReference(row: 2, column: number), CellReference(row: Self.lastRow, column: number))],
        source: lists.source(items), refusesOthers: isClosed, asksAboutOthers: isClosed,
        errorMessage: isClosed ? "请从下拉选项中选择。" : ""))
  }

  /// What may be chosen in a column; nil where anything may stand.
  private func choices(of column: LedgerSchema.Column) -> [String]? {
    switch column.type {
    case .choice: column.choices
    case .item: schema.items?.map(\.name)
    case .function: named(codes.entries(.function))
    case .functionItem: named(codes.entries(.function).filter { $0.code.utf8.count == 7 })
    case .economicSection: named(codes.entries(.economic).filter { $0.code.utf8.count == 5 })
    default: nil
    }
  }

  /// Codes as a list to choose from shows them, with their names.
  private func named(_ entries: [CodeBook.Entry]) -> [String] {
    entries.map { CodeAndName(code: $0.code, name: $0.name).text }
  }

  private func width(of column: LedgerSchema.Column) -> Double {
    switch column.type {
    case .longText: schema.columns.count { $0.type == .longText } > 1 ? 40 : 80
    case .choice, .item: max(30, Double((choices(of: column) ?? []).map(displayWidth).max() ?? 0) + 3)
    case .amount: 18
    case .function, .functionItem, .economicSection: 26
    case .value: 50
    case .text: 28
    default: 14
    }
  }

  private static func style(of type: LedgerSchema.ValueType) -> CellStyle {
    switch type {
    case .amount: LedgerLook.entry(LedgerLook.money)
    case .count: LedgerLook.entry(LedgerLook.count)
    case .date: LedgerLook.entry(LedgerLook.date)
    case .year: LedgerLook.entry("0")
    // Text as a format shows more than 255 characters as ####.
    case .longText: LedgerLook.entry("General", wraps: true)
    case .value: LedgerLook.entry("General", wraps: true)
    // Codes and names stay as they are typed: 0012 and 3-1 are no numbers.
    default: LedgerLook.entry("@")
    }
  }

  /// The style of a cell that takes anything, in which long texts are to be seen whole and numbers stand where texts do.
  private static func paragraph(of type: LedgerSchema.ValueType) -> CellStyle {
    var style = style(of: type)
    style.alignment = CellAlignment(horizontal: .left, vertical: .center, wraps: true)
    return style
  }

  // MARK: Rows

  /// The rows, and where each item has a row of its own one more for every item that has none yet, in the order of the
  /// schema.
  private func filledAndPrompted(_ rows: [RowFields]) -> [RowFields] {
    if let first = schema.columns.first, rows.isEmpty, !schema.prompts.isEmpty {
      return schema.prompts.map { RowFields([first.id: .text($0)], place: SourceLocation(file: "")) }
    }
    guard let items = schema.items, let column = itemColumn, schema.key?.count == 1 || schema.columns.count == 2
    else {
      return rows
    }
    var prompted: [RowFields] = []
    var rest = rows
    for item in items {
      let own = rest.filter { $0.text(column) == item.id }
      rest.removeAll { $0.text(column) == item.id }
      prompted += own.isEmpty ? [RowFields([column: .text(item.id)], place: SourceLocation(file: ""))] : own
    }
    // A ledger whose rows stand in another order keeps it.
    let filled = prompted.filter { $0.values.count > 1 }
    let isInOrder = rest.isEmpty && filled.map { $0.text(column) } == rows.map { $0.text(column) }
    return isInOrder ? prompted : rows + prompted.filter { $0.values.count == 1 }
  }

  /// Shows, where no name was typed beside a code, what the code tables or 补充科目 call it; nobody can type over that.
  private func putNames(in row: RowFields?, at number: Int, in sheet: inout SheetOutput) {
    guard schema.id != .ownCodes else { return }
    for (index, column) in schema.columns.enumerated() {
      guard let name = column.id.nameColumn, let nameIndex = schema.columns.firstIndex(where: { $0.id == name }),
        row?.values[name] == nil
      else { continue }
      let isEconomic = column.type == .economicSection
      let tables = isEconomic ? LedgerSchema.Companion.economicCodes : .functionCodes
      let cell = CellReference(row: number, column: index + 1).name
      // The list gives a code with its name behind it, a person may type the code alone.
      let code = "LEFT(TRIM(\(cell)),FIND(\" \",TRIM(\(cell))&\" \")-1)"
      let formula =
        "IF(\(cell)=\"\",\"\",IFERROR(VLOOKUP(\(code),'\(tables.rawValue)'!$A:$B,2,FALSE),"
        + "IFERROR(VLOOKUP(\(code),'\(ownCodes)'!$B:$C,2,FALSE),\"科目表里没有\")))"
      let known = row?.text(column.id).map { code in
        codes.entry(isEconomic ? .economic : .function, code)?.name ?? "科目表里没有"
      }
      sheet.put(
        .formula(formula, cached: .text(known ?? "")), at: CellReference(row: number, column: nameIndex + 1),
        style: LedgerLook.name)
    }
  }

  private var itemColumn: ColumnID? { schema.columns.first { $0.type == .item }?.id }

  private func put(_ row: RowFields, at number: Int, in sheet: inout SheetOutput, lists: inout ChoiceLists) {
    let item = itemColumn.flatMap { row.text($0) }.flatMap { schema.item($0) }
    var paragraphs: [(text: String, width: Double)] = []
    for (index, column) in schema.columns.enumerated() {
      let place = CellReference(row: number, column: index + 1)
      let type = column.type == .value ? item?.type ?? .value : column.type
      let isParagraph = column.type == .value && ![.amount, .count].contains(type)
      let content =
        row.values[column.id].map { value in
          column.type == .item ? .text(schema.written(value, in: column)) : Self.content(of: value, type)
        } ?? .blank
      let help = column.type == .item ? [item?.asked.map(schema.words), item?.help].compactMap { $0 }.joined() : ""
      guard content != .blank || column.type == .value else { continue }
      sheet.put(
        content, at: place, style: isParagraph ? Self.paragraph(of: type) : Self.style(of: type),
        note: help.isEmpty ? nil : CellNote((item?.required == true ? "必填。" : "") + help))
      if isParagraph || type == .longText, case .text(let text) = content {
        paragraphs.append((text, sheet.columnWidths[index + 1] ?? 0))
      }
      if column.type == .value, let choices = item?.choices {
        sheet.validations.append(
          ListValidation(ranges: [CellRange(place, place)], source: lists.source(choices), errorMessage: "请从下拉选项中选择。"))
      }
    }
    let height = TableLook.height(of: paragraphs, lineHeight: 15)
    if height > 20 { sheet.fittedRowHeights[number] = height }
  }

  /// A value as a cell holds it: a number where no digit is lost in the binary fraction that programs make of it.
  private static func content(of value: FieldValue, _ type: LedgerSchema.ValueType) -> CellContent {
    switch value {
    case .amount, .count:
      let digits = value.written.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return digits <= 15 ? .number(value.written) : .text(value.written)
    case .text(let text):
      switch type {
      case .year: return DecimalSpelling(text) == nil ? .text(text) : .number(text)
      case .date: return WorkbookDate(iso8601: text).map { .date($0) } ?? .text(text)
      default: return .text(text)
      }
    }
  }
}
