import Accounts
import Disclosing
import Tables

extension Arguments {
  /// The tables that are given, as the workbook holds them; see ``NextYear/given(_:at:into:_:tell:)``. Throws where none were read.
  func givenTables(
    _ read: TableSet, at path: String, for next: NextYear, into rows: inout [SheetID: [RowFields]], _ terminal: Terminal
  ) throws -> TableSet {
    guard let given = try next.given(read, at: path, into: &rows, choices, tell: terminal.warn) else {
      throw UsageError("\(path) 里没有读到公开表，应有《收入支出决算总表》等表。")
    }
    return given
  }
}
