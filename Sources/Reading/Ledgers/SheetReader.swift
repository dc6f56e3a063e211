import Accounts
import Formats

/// Applies the schema to the raw rows of one sheet: finds the columns, types the cells, lists all that is wrong.
struct SheetReader {
  let schema: LedgerSchema.Sheet
  /// The unit of amounts whose heading names none.
  let defaultUnit: MoneyUnit
  private var problems: [Problem] = []
  private var isCutShort = false
  /// The item of every row that names one, wrong in other respects or not.
  private var items: [(item: LedgerSchema.Item, place: SourceLocation, isRepeatedRow: Bool)] = []

  /// The most problems listed for one sheet; a wrong file easily has one a row.
  static let problemLimit = 500

  init(_ schema: LedgerSchema.Sheet, defaultUnit: MoneyUnit) {
    self.schema = schema
    self.defaultUnit = defaultUnit
  }

  /// All that is wrong with the sheet, in the order of its lines.
  var problemsInOrder: [Problem] {
    var sorted = problems.enumerated().sorted {
      ($0.element.location.line ?? 0, $0.offset) < ($1.element.location.line ?? 0, $1.offset)
    }
    .map(\.element)
    if isCutShort, let first = sorted.first {
      var place = first.location
      place.line = nil
      place.column = nil
      sorted.append(Problem(at: place, "问题太多，以上只列出前 \(problems.count) 处。请先改正这些再试。"))
    }
    return sorted
  }

  private struct ColumnInFile {
    let column: LedgerSchema.Column
    let unit: MoneyUnit
    /// The choices by all their spellings.
    let choices: [String: String]

    init(_ column: LedgerSchema.Column, unit: MoneyUnit) {
      self.column = column
      self.unit = unit
      choices = SheetReader.spellings(of: column.choices, column.aliases)
    }
  }

  /// What is wrong with a cell, in the clauses of a problem.
  private struct WrongCell: Error {
    let found: String
    let expected: String
    var advice = ""
  }

  /// The choices by all their spellings, folded; that of a choice itself goes before another's alias.
  private static func spellings(of choices: [String]?, _ aliases: [String: String]?) -> [String: String] {
    var spellings: [String: String] = [:]
    for (alias, choice) in aliases ?? [:] { spellings[alias.foldedForComparison] = choice }
    for choice in (choices ?? []).reversed() { spellings[choice.foldedForComparison] = choice }
    return spellings
  }

  /// The rows whose cells are all as the schema says; what is wrong with the others is in ``problemsInOrder``.
  mutating func rows(of sheet: RawSheet) -> [RowFields] {
    problems += sheet.problems
    isCutShort = problems.count >= Self.problemLimit
    guard !sheet.headings.isEmpty else { return [] }
    let columns = columns(of: sheet)
    let defaults = schema.columns.filter { $0.default != nil }
    var unheaded = Set(sheet.headings.indices.filter { sheet.headings[$0].text.trimmed.isEmpty })
    var rows: [RowFields] = []
    rows.reserveCapacity(sheet.rows.count)
    var rowOfKey: [[String]: Int] = [:]
    for row in sheet.rows {
      let cells = row.cells
      guard problems.count < Self.problemLimit else {
        isCutShort = true
        break
      }
      guard !cells.allSatisfy({ $0.text.trimmed.isEmpty && !$0.isUnreadable }) else { continue }
      let place = row.place
      let problemsBefore = problems.count
      var fields = RowFields(FieldValues(minimumCapacity: schema.columns.count), place: place)
      // Which item a row is decides what its value may be, so it is read first.
      let item = readItem(cells, columns)
      if let item { items.append((item, place, false)) }
      var blank: [String] = []
      var names: [(code: Int, column: ColumnID, name: String)] = []
      for (index, cell) in cells.enumerated() where index < columns.count && !cell.isUnreadable {
        let isBlank = cell.text.trimmed.isEmpty
        if !isBlank, unheaded.remove(index) != nil {
          problems.append(
            Problem(
              at: sheet.place(ofColumn: index, in: row),
              found: "第 \(index + 1) 列填了\(Problem.quoted(cell.text.trimmed))，而这一列没有标题",
              expected: "有值的列都应有标题", advice: "请补上标题或删去这一列"))
        }
        guard let column = columns[index] else { continue }
        if isBlank {
          if column.column.required { blank.append(column.column.heading) }
          continue
        }
        do throws(WrongCell) {
          var cell = cell
          if column.column.type.isCode, let both = CodeAndName(cell.text), let name = column.column.id.nameColumn {
            names.append((index, name, both.name))
            cell = RawSheet.Cell(text: both.code, line: cell.line)
          }
          fields.values[column.column.id] = try value(of: cell, column, item: item)
        } catch {
          problems.append(
            Problem(
              at: sheet.place(ofColumn: index, in: row), found: error.found, expected: error.expected,
              advice: error.advice))
        }
      }
      for (index, column, name) in names {
        if let typed = fields.text(column), !CodeAndName.isSame(typed, name) {
          problems.append(
            Problem(
              at: sheet.place(ofColumn: index, in: row), found: "编码后面的名称是\(Problem.quoted(name))",
              expected: "应与\(schema.heading(column))一格的\(Problem.quoted(typed))相同", advice: "请改正其中一个，或只填编码"))
        } else if fields.text(column) == nil {
          fields.set(column, name)
          blank.removeAll { $0 == schema.heading(column) }
        }
      }
      for column in schema.columns where blank.contains(column.heading) {
        problems.append(
          Problem(
            at: place.at(column: column.heading), found: "没有填写", expected: "应为\(expectation(of: column))",
            advice: column.type == .amount ? "没有金额时请删去这一行，确为零填 0.00" : column.help))
      }
      guard problems.count == problemsBefore else { continue }
      for column in defaults where fields.values[column.id] == nil {
        if let meant = column.default { fields.values[column.id] = .text(meant) }
      }
      if let key = schema.key, !schema.addsUp {
        let values = key.map { fields.values[$0]?.written ?? "" }
        if let first = rowOfKey[values].map({ rows[$0].place }) {
          problems.append(
            Problem(
              at: place,
              found:
                "\(key.map(schema.heading).joined(separator: "、"))（\(written(key, fields).joined(separator: "、"))）与 \(first) 重复",
              expected: "每一组只应有一行", advice: "请合并或删去重复的行"))
          if item != nil { items[items.count - 1].isRepeatedRow = true }
          continue
        }
        rowOfKey[values] = rows.count
      }
      rows.append(fields)
    }
    return rows
  }

  /// What stands in the columns of a key, as people write it; blank cells left out.
  private func written(_ key: [ColumnID], _ fields: RowFields) -> [String] {
    key.compactMap { id in
      schema.column(id).flatMap { column in fields.values[id].map { schema.written($0, in: column) } }
    }
  }

  /// Adds what is wrong with the items as a whole: required ones that no row names, others that several do.
  mutating func checkItems(of sheet: RawSheet) {
    guard let heading = schema.columns.first(where: { $0.type == .item })?.heading.foldedForComparison,
      sheet.headings.contains(where: { $0.text.foldedForComparison == heading })
    else { return }
    var missing: [Problem] = []
    for item in schema.items ?? [] where item.required && !items.contains(where: { $0.item.id == item.id }) {
      missing.append(
        Problem(at: sheet.place, found: "没有“\(item.name)”", expected: "“\(schema.title)”应有这一项", advice: item.help))
    }
    var seen: Set<String> = []
    for (item, place, isRepeatedRow) in items
    where !isRepeatedRow && !seen.insert(item.id).inserted && !item.repeatable {
      problems.append(Problem(at: place, found: "“\(item.name)”出现了不止一次", expected: "应只有一行"))
    }
    problems += missing
  }

  /// The schema's column of each heading; nil where a heading is none of them.
  private mutating func columns(of sheet: RawSheet) -> [ColumnInFile?] {
    var found: Set<String> = []
    let columns = sheet.headings.map { heading -> ColumnInFile? in
      let (name, unit) = Self.splitUnit(heading.text)
      guard !name.isEmpty else { return nil }
      guard let column = schema.columns.first(where: { $0.heading.foldedForComparison == name }) else {
        problems.append(
          Problem(
            at: heading.place, found: "标题是\(Problem.quoted(heading.text))",
            expected: "“\(schema.title)”的标题应为：\(schema.columns.map(\.heading).joined(separator: "、"))",
            advice: "请改正标题或删去这一列"))
        return nil
      }
      guard found.insert(column.heading).inserted else {
        problems.append(Problem(at: heading.place, found: "标题“\(column.heading)”出现了两次", expected: "每个标题只应有一列"))
        return nil
      }
      return ColumnInFile(column, unit: unit ?? defaultUnit)
    }
    for column in schema.columns where column.required && !found.contains(column.heading) {
      problems.append(
        Problem(
          at: sheet.place, found: "没有“\(column.heading)”这一列",
          expected: "“\(schema.title)”的标题应为：\(schema.columns.map(\.heading).joined(separator: "、"))"))
    }
    return columns
  }

  /// A heading without the unit it may name at its end: `金额（万元）` is 金额 in 万元.
  private static func splitUnit(_ heading: String) -> (name: String, unit: MoneyUnit?) {
    let folded = heading.foldedForComparison
    for unit in [MoneyUnit.wanyuan, .yuan] where folded.ends(with: "(\(unit.rawValue))") {
      return (String(folded.dropLast(unit.rawValue.count + 2)), unit)
    }
    return (folded, nil)
  }

  private mutating func readItem(_ cells: [RawSheet.Cell], _ columns: [ColumnInFile?]) -> LedgerSchema.Item? {
    guard schema.items != nil else { return nil }
    for (index, cell) in cells.enumerated() where index < columns.count && columns[index]?.column.type == .item {
      return schema.item(named: cell.text)
    }
    return nil
  }

  private func expectation(of column: LedgerSchema.Column) -> String {
    switch column.type {
    case .choice: "下列之一：" + (column.choices ?? []).joined(separator: "、")
    case .item: "下列之一：" + (schema.items ?? []).map(\.name).joined(separator: "、")
    default: column.type.expectation
    }
  }

  /// The typed value of a cell; nil when it is blank or nobody knows what it should be.
  private func value(
    of cell: RawSheet.Cell, _ column: ColumnInFile, item: LedgerSchema.Item?
  ) throws(WrongCell) -> FieldValue? {
    let text = cell.text.trimmed
    guard !text.isEmpty else { return nil }
    let isValue = column.column.type == .value
    // What a wrong item's value should be nobody knows; the item itself is reported.
    if isValue, item == nil { return nil }
    let type = isValue ? item?.type ?? .text : column.column.type
    let choices = isValue ? item?.choices : column.column.choices
    func wrong(_ expected: String, _ advice: String = "") -> WrongCell {
      WrongCell(found: "填的是\(Problem.quoted(text))", expected: "应为" + expected, advice: advice)
    }
    // Whatever the type: no choice, code or amount has one either, and nobody would see why it is refused.
    if let control = text.directionControl {
      throw WrongCell(
        found: "填的\(Problem.quoted(text))里有看不见的方向控制符 \(control.codePointName)", expected: "应不含这样的字符",
        advice: "显示的顺序会与所填的不同，多由复制粘贴带入，请删去后重新填写")
    }
    switch type {
    case .text, .longText:
      let limit = column.column.characters ?? (type == .text ? 200 : 20_000)
      guard text.unicodeScalars.count <= limit else {
        throw wrong("不超过 \(limit) 字的文字")
      }
      guard type == .longText || !text.unicodeScalars.contains(where: Self.isNewline) else {
        throw wrong("一行文字，中间不换行")
      }
      guard !text.unicodeScalars.contains(where: Self.isInvisibleControl) else {
        throw wrong("不含控制字符的文字；控制字符看不见，多由复制粘贴带入，请删去后重新填写")
      }
      return .text(text)
    case .function, .functionItem:
      guard let code = FunctionCode(text), type == .function || code.level == .item else {
        throw wrong(type.expectation, CodeAdvice.advice(for: text, level: FunctionCode(text)?.level.word))
      }
      return .text(code.digits)
    case .economicSection:
      guard let code = EconomicCode(text), code.level == .section else {
        throw wrong(type.expectation, CodeAdvice.advice(for: text, level: EconomicCode(text)?.level.word))
      }
      return .text(code.digits)
    case .code:
      guard let code = FunctionCode(text) else {
        throw wrong(type.expectation)
      }
      return .text(code.digits)
    case .amount: return try amount(text, column, cell)
    case .count:
      guard let number = try? DecimalText(text), !number.isNegative, number.fraction.isEmpty,
        let count = Int64(number.whole.map(String.init).joined())
      else {
        throw wrong(type.expectation)
      }
      return .count(count)
    case .year:
      let digits = text.foldedForComparison
      guard digits.allSatisfy({ ("0"..."9").contains($0) }), let year = Int(digits), (1990...2099).contains(year) else {
        throw wrong(type.expectation)
      }
      return .text(String(year))
    case .date:
      guard let date = CalendarDay(written: text) else {
        throw wrong(type.expectation)
      }
      return .text(date.description)
    case .choice:
      let spellings = isValue ? Self.spellings(of: choices, item?.aliases) : column.choices
      if let choice = spellings[text.foldedForComparison] { return .text(choice) }
      let choices = choices ?? []
      throw wrong("下列之一：" + choices.joined(separator: "、"), ChoiceAdvice.advice(for: text, among: choices))
    case .item:
      guard let item = schema.item(named: text) else {
        let names = (schema.items ?? []).map(\.name)
        throw wrong(expectation(of: column.column), ChoiceAdvice.advice(for: text, among: names))
      }
      return .text(item.id)
    case .value, .none: return .text(text)
    }
  }

  /// Whether a character is a control character other than a tab or a line end.
  private static func isInvisibleControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case ..<0x20, 0x7F..<0xA0: !isNewline(scalar)
    default: false
    }
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private func amount(
    _ text: String, _ column: ColumnInFile, _ cell: RawSheet.Cell
  ) throws(WrongCell) -> FieldValue {
    var text = text
    var unit = column.unit
    if let number = cell.number {
      guard let money = number.money(in: unit) else {
        throw WrongCell(
          found: "存的是\(Problem.quoted(text))，单元格的格式却显示成别的数", expected: "应当所见即所存",
          advice: "请把这一列的单元格格式设为数值、两位小数，再核对金额")
      }
      (text, unit) = money
    }
    do throws(AmountTextError) {
      return .amount(try Amount(parsing: text, unit: unit))
    } catch {
      let (expected, advice) = AmountAdvice.words(
        for: error, text, unit, column.column)
      throw WrongCell(found: "填的是\(Problem.quoted(text))", expected: "应为" + expected, advice: advice)
    }
  }
}
