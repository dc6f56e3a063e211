import Accounts

/// Applies the schema to the raw rows of one sheet: finds the columns, types the cells, lists all that is wrong.
struct SheetReader {
  let schema: LedgerSchema.Sheet
  /// The unit of amounts whose heading names none.
  let defaultUnit: MoneyUnit
  private(set) var problems: [Problem] = []

  /// The most problems listed for one sheet; a wrong file easily has one a row.
  static let problemLimit = 500

  init(_ schema: LedgerSchema.Sheet, defaultUnit: MoneyUnit) {
    self.schema = schema
    self.defaultUnit = defaultUnit
  }

  private struct ColumnInFile {
    let column: LedgerSchema.Column
    let unit: MoneyUnit
  }

  /// The rows whose cells are all as the schema says; the others are in ``problems``.
  mutating func rows(of sheet: RawSheet) -> [RowFields] {
    let columns = columns(of: sheet)
    var rows: [RowFields] = []
    var firstLineOfKey: [[String]: SourceLocation] = [:]
    for cells in sheet.rows {
      guard problems.count < Self.problemLimit else {
        problems.append(Problem(at: sheet.place, "问题太多，以上只列出前 \(Self.problemLimit) 处。请先改正这些再试。"))
        break
      }
      guard var place = cells.first?.place else { continue }
      place.column = nil
      let problemsBefore = problems.count
      var fields = RowFields(place: place)
      // Which item a row is decides what its value may be, so it is read first.
      let item = readItem(cells, columns)
      for (index, cell) in cells.enumerated() {
        guard index < columns.count, let column = columns[index] else { continue }
        if let value = value(of: cell, column, item: item) { fields.values[column.column.heading] = value }
      }
      for column in schema.columns where column.required == true && fields.values[column.heading] == nil {
        guard problems.count == problemsBefore, columns.contains(where: { $0?.column.heading == column.heading }) else {
          continue
        }
        problems.append(
          Problem(
            at: place.at(column: column.heading), found: "没有填写", expected: "应为\(expectation(of: column))",
            advice: column.help))
      }
      guard problems.count == problemsBefore else { continue }
      if let key = schema.key {
        let values = key.map { fields.values[$0]?.written ?? "" }
        if let first = firstLineOfKey[values] {
          problems.append(
            Problem(
              at: place, found: "\(key.joined(separator: "、"))（\(values.filter { !$0.isEmpty }.joined(separator: "、"))）与 \(first) 重复",
              expected: "每一组只应有一行", advice: "请合并或删去重复的行"))
          continue
        }
        firstLineOfKey[values] = place
      }
      rows.append(fields)
    }
    return rows
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
      return ColumnInFile(column: column, unit: unit ?? defaultUnit)
    }
    for column in schema.columns where column.required == true && !found.contains(column.heading) {
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
    for unit in [MoneyUnit.wanyuan, .yuan] where folded.hasSuffix("(\(unit.rawValue))") {
      return (String(folded.dropLast(unit.rawValue.count + 2)), unit)
    }
    return (folded, nil)
  }

  private mutating func readItem(_ cells: [RawSheet.Cell], _ columns: [ColumnInFile?]) -> LedgerSchema.Item? {
    guard schema.items != nil else { return nil }
    for (index, cell) in cells.enumerated() where index < columns.count && columns[index]?.column.type == .item {
      return schema.item(cell.text)
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

  /// The typed value of a cell; nil when it is blank or wrong, in which case a problem is added.
  private mutating func value(of cell: RawSheet.Cell, _ column: ColumnInFile, item: LedgerSchema.Item?) -> FieldValue? {
    let text = cell.text.trimmed
    guard !text.isEmpty else { return nil }
    let isValue = column.column.type == .value
    let type = isValue ? item?.type ?? .text : column.column.type
    let choices = isValue ? item?.choices : column.column.choices
    let aliases = isValue ? item?.aliases : column.column.aliases
    func wrong(_ expected: String) -> Problem {
      Problem(at: cell.place, found: "填的是\(Problem.quoted(text))", expected: "应为" + expected)
    }
    switch type {
    case .text, .longText:
      let limit = type == .text ? 200 : 20_000
      guard text.unicodeScalars.count <= limit else {
        problems.append(wrong("不超过 \(limit) 字的文字"))
        return nil
      }
      guard type == .longText || !text.contains(where: \.isNewline) else {
        problems.append(wrong("一行文字，中间不换行"))
        return nil
      }
      return .text(text)
    case .function, .functionItem:
      guard let code = FunctionCode(text), type == .function || code.level == .item else {
        problems.append(wrong(type.expectation))
        return nil
      }
      return .text(code.digits)
    case .economicSection:
      guard let code = EconomicCode(text), code.level == .section else {
        problems.append(wrong(type.expectation))
        return nil
      }
      return .text(code.digits)
    case .code:
      guard let code = FunctionCode(text) else {
        problems.append(wrong(type.expectation))
        return nil
      }
      return .text(code.digits)
    case .amount: return amount(text, column.unit, cell)
    case .count:
      guard let number = try? DecimalText(text), !number.isNegative, number.fraction.isEmpty,
        let count = Int64(number.whole.map(String.init).joined())
      else {
        problems.append(wrong(type.expectation))
        return nil
      }
      return .count(count)
    case .year:
      guard let year = Int(text.foldedForComparison), (1990...2099).contains(year)
      else {
        problems.append(wrong(type.expectation))
        return nil
      }
      return .text(String(year))
    case .date:
      guard let date = DateText(text) else {
        problems.append(wrong(type.expectation))
        return nil
      }
      return .text(date.text)
    case .choice:
      let folded = text.foldedForComparison
      if let choice = (choices ?? []).first(where: { $0.foldedForComparison == folded }) { return .text(choice) }
      if let alias = aliases?.first(where: { $0.key.foldedForComparison == folded }) { return .text(alias.value) }
      problems.append(wrong("下列之一：" + (choices ?? []).joined(separator: "、")))
      return nil
    case .item:
      guard let item = schema.item(text) else {
        problems.append(wrong(expectation(of: column.column)))
        return nil
      }
      return .text(item.name)
    case .value, .none: return .text(text)
    }
  }

  private mutating func amount(_ text: String, _ unit: MoneyUnit, _ cell: RawSheet.Cell) -> FieldValue? {
    do throws(AmountTextError) {
      return .amount(try Amount(parsing: text, unit: unit))
    } catch {
      let expected =
        switch error {
        case .notANumber: "以\(unit.rawValue)为单位的金额，如 1234.56；没有金额时留空"
        case .tooManyDecimals(let allowed): "最多 \(allowed) 位小数的金额（单位\(unit.rawValue)，准确到分）"
        case .tooLarge: "不超过约九亿亿元的金额"
        }
      problems.append(Problem(at: cell.place, found: "填的是\(Problem.quoted(text))", expected: "应为" + expected))
      return nil
    }
  }
}
