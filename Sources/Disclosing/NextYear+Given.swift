package import Accounts
import Reading
package import Tables

extension NextYear {
  /// The tables that are given (给出的公开表), as the workbook for the year holds them; nil where none were read.
  ///
  /// What they tell of the unit, and the codes whose budgets are asked for, go into the rows, and those of 收入, 支出 and 结转结余 out of
  /// them. `tell` is told what was not read, of which year they are, and which table is lacking.
  package func given(
    _ read: TableSet, at path: String, into rows: inout [SheetID: [RowFields]], _ choices: Choices,
    tell: (String) -> Void
  ) throws -> TableSet? {
    if let stated = read.year, stated != year {
      tell("juesuan: 提醒: \(path) 的表是 \(stated) 年度的，不是 \(year) 年度的，请核对。")
    }
    for part in read.unread where part.reach != .words {
      tell("juesuan: 提醒: \(part.place): 没有读懂\(Problem.quoted(part.text))：\(part.reason)；请在写出的工作簿里补上。")
    }
    for table in read.supplementary {
      tell("juesuan: 提醒: \(path) 里的《\(table.title)》没有照样写进工作簿：各地的表样里没有它，build 不印。")
    }
    let national = try Form.builtIn(Form.ancestor, year: year)
    for table in national.tables where read[table.id] == nil {
      let todo =
        switch table.id {
        case .t09: "请填“\(try LedgerSchema.standard().title(.threePublic))”"
        case .t10: "请填“\(try LedgerSchema.standard().title(.other))”"
        default: "请把它放进工作簿，工作表名为 \(table.id.publicName)"
        }
      tell("juesuan: 提醒: \(path) 里没有《\(table.title)》：\(todo)。")
    }
    guard let given = GivenTables(read, at: SourceLocation(file: path)) else { return nil }
    rows = try self.rows(rows, besideTables: read)
    let codes = try choices.codeBook(year: year)
    // Above a sheet's table stand the unit's name and the year, nothing else of it.
    let unit = UnitInformation(
      name: rows[.unit]?.first { $0.text(.item) == UnitItem.name.rawValue }?.text(.content) ?? "", year: year,
      scope: .unit, nature: .administrative)
    return try TableSet(given: given, of: unit, form: national, codes: codes, schema: .standard())
  }
}

extension Disclosures {
  /// What last year's ledger or publication gives the workbook for a year.
  package struct LastYear: Sendable {
    package let rows: [SheetID: [RowFields]]
    /// Whether it was a publication, whose figures were rounded and are not taken over.
    package let isOfPublication: Bool
  }

  /// The rows taken over from last year's ledger or publication. Tells where it is of another year.
  package mutating func lastYear(at path: String, for next: NextYear) throws -> LastYear {
    func warn(_ given: Int, _ what: String) {
      guard given != next.year - 1 else { return }
      tell("juesuan: 提醒: \(path) 是 \(given) 年度的\(what)，不是 \(next.year - 1) 年度的，请核对年初数和上年决算。")
    }
    guard InputFile.kind(of: path) == .missing || PublishedReader.looksLikeLedger(path) else {
      let publication = try disclosure(of: [path])
      publication.tables.year.map { warn($0, "公开文件") }
      return LastYear(
        rows: try next.rows(from: publication.tables, codes: choices.codeBook(year: next.year)), isOfPublication: true)
    }
    let ledger = try ledger(at: path)
    warn(ledger.unit.year, "账")
    if ledger.given != nil {
      let rows = try next.rows(
        fromTablesOf: ledger, tables(of: ledger, at: path), codes: choices.codeBook(year: next.year))
      return LastYear(rows: rows, isOfPublication: false)
    }
    return LastYear(
      rows: try next.rows(from: ledger, tables: tables(of: ledger, at: path), catalogue: .standard()),
      isOfPublication: false)
  }
}
