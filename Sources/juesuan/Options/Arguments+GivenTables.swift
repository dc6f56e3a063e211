import Accounts
import Disclosing
import Reading
import Tables

extension Arguments {
  /// The tables that are given, as the workbook holds them; what they tell of the unit, and the codes whose budgets are asked for,
  /// go into the rows, and those of 收入, 支出 and 结转结余 out of them. Tells what was not read.
  func givenTables(
    _ read: TableSet, at path: String, for next: NextYear, _ year: Int, into rows: inout [SheetID: [RowFields]],
    _ terminal: Terminal
  ) throws -> TableSet {
    if let stated = read.year, stated != year {
      terminal.warn("juesuan: 提醒: \(path) 的表是 \(stated) 年度的，不是 \(year) 年度的，请核对。")
    }
    for part in read.unread where part.reach != .words {
      terminal.warn("juesuan: 提醒: \(part.place): 没有读懂\(Problem.quoted(part.text))：\(part.reason)；请在写出的工作簿里补上。")
    }
    for table in read.supplementary {
      terminal.warn("juesuan: 提醒: \(path) 里的《\(table.title)》没有照样写进工作簿：各地的表样里没有它，build 不印。")
    }
    let national = try Form.builtIn(Form.ancestor, year: year)
    for table in national.tables where read[table.id] == nil {
      let todo =
        switch table.id {
        case .t09: "请填“\(try LedgerSchema.standard().title(.threePublic))”"
        case .t10: "请填“\(try LedgerSchema.standard().title(.other))”"
        default: "请把它放进工作簿，工作表名为 \(table.id.publicName)"
        }
      terminal.warn("juesuan: 提醒: \(path) 里没有《\(table.title)》：\(todo)。")
    }
    guard let given = GivenTables(read, at: SourceLocation(file: path)) else {
      throw UsageError("\(path) 里没有读到公开表，应有《收入支出决算总表》等表。")
    }
    rows = try next.rows(rows, besideTables: read)
    let codes = try choices.codeBook(year: year)
    // Above a sheet's table stand the unit's name and the year, nothing else of it.
    let unit = UnitInformation(
      name: rows[.unit]?.first { $0.text(.item) == UnitItem.name.rawValue }?.text(.content) ?? "", year: year,
      scope: .unit, nature: .administrative)
    return try TableSet(
      given: given, of: unit, form: national, codes: codes, schema: .standard())
  }
}
