import Accounts
import Formats
import Tables

/// Reads the 公开 tables that stand in a ledger's workbook as sheets of their own (给定的公开表), in whatever layout they are.
struct GivenTablesReader {
  private let bytes: [UInt8]
  private let file: String
  private let sheets: [String]

  /// The tables in some sheets of the bytes of a workbook, which messages call `file`.
  init(_ bytes: [UInt8], file: String, sheets: [String]) {
    self.bytes = bytes
    self.file = file
    self.sheets = sheets
  }

  /// Whether a sheet is one of a given table by its name: 公开01 to 公开10, with or without more behind.
  static func isTitle(_ name: String) -> Bool {
    let name = name.foldedForComparison
    guard name.begins(with: "公开") else { return false }
    return TableID(rawValue: String(name.dropFirst(2).prefix(2))).map { TableID.allCases.contains($0) } ?? false
  }

  /// Reads the tables into a ledger, with all that was not understood as problems: what is printed as given must be known.
  ///
  /// They are read in each of the built-in forms; the form in which most figures are read is theirs.
  func read(into ledger: inout RawLedger) throws(UnusableInput) {
    var best: (tables: TableSet, figures: Int)?
    for name in [Form.ancestor] + Form.builtInNames.filter({ $0 != Form.ancestor }) {
      let reader: PublishedReader
      do {
        reader = try PublishedReader(form: Form.builtIn(name, year: .max))
      } catch {
        throw UnusableInput([Problem(at: SourceLocation(file: file), "软件自带的表样不能用：\(error)。")])
      }
      var recogniser = reader.recogniser
      recogniser.begin(file)
      try PublishedWorkbook(bytes, only: sheets).read(into: &recogniser)
      let tables = recogniser.tableSet(readingText: false)
      let figures = tables.tables.flatMap(\.figures).count { $0.figure.content != .blank } - tables.unread.count
      if best.map({ figures > $0.figures }) ?? true { best = (tables, figures) }
      if tables.unread.isEmpty, tables.tables.count == sheets.count { break }
    }
    guard let tables = best?.tables else { return }
    let place = SourceLocation(file: file, sheet: sheets.first, cell: "A1")
    ledger.given = GivenTables(tables, at: place)
    for part in tables.unread where part.reach != .words {
      ledger.problems.append(
        Problem(
          at: part.place, found: "给定的公开表里有没有读懂的地方：\(Problem.quoted(part.text))，\(part.reason)",
          expected: "要照印的表，每一格都应读得懂", advice: "请改正这一格"))
    }
    for sheet in sheets where !tables.tables.contains(where: { $0.figures.contains { $0.place?.sheet == sheet } }) {
      ledger.problems.append(
        Problem(
          at: SourceLocation(file: file, sheet: sheet, cell: "A1"), found: "这张工作表里没有读到公开表",
          expected: "应有《收入支出决算总表》等标题、表头和各行", advice: "请核对标题和表头，或删去这张工作表"))
    }
  }
}
