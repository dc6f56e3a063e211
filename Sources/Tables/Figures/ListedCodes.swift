/// Which codes (科目) a table of a disclosure lists, as far as that is known.
///
/// That a code does not stand in a table is known only where ``Coverage`` says that the whole table was read.
package struct ListedCodes: Sendable {
  private var codes: Set<String> = []
  /// The lengths of the codes listed: a table printed down to 款 lacks every 项.
  private var lengths: Set<Int> = []
  private let isWhole: Bool

  /// The codes of a table, of all its prints where there are several. Linear in its rows.
  package init(_ tables: TableSet, in table: TableID, _ coverage: Coverage) {
    isWhole = coverage.listsEveryRow(table)
    for print in tables.tables where print.id == table {
      for row in print.rows {
        for cell in row.cells {
          guard case .number(let code) = cell.content else { continue }
          codes.insert(code)
          lengths.insert(code.utf8.count)
        }
      }
    }
  }

  /// Whether the table lists a code; nil where it may do so in a part that was not read, or lists no code of its level.
  package func lists(_ code: String) -> Bool? {
    if codes.contains(code) { return true }
    return isWhole && lengths.contains(code.utf8.count) ? false : nil
  }
}
