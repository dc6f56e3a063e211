import Formats

/// Where a figure stands: table, row and column of the national form of 2024, whatever form it was printed in.
///
/// Written `05.208.2`. The row is the 行次 in 01, 04 and 10; the code or 合计 in 02, 03, 05, 07 and 08; the code,
/// 人员经费合计 or 公用经费合计 in 06; 1 in 09. The column is the 栏次, in 06 and 10 always 1. What that form does not
/// print and another does comes behind its columns: in 08, of which Shanghai prints the balances and the income too,
/// 4 is 年初结转和结余, 5 本年收入 and 6 年末结转和结余. A table that only some places publish has addresses of its own, written
/// with its name: `项目支出.2010101.1`; where its columns are economic codes the code is the column (`支出明细.2010101.30201`).
package struct FigureAddress: Hashable, Sendable {
  package let table: TableID
  package let row: String
  package let column: Int

  package init(_ table: TableID, _ row: String, _ column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }

  /// Reads a written address; nil when it has not three parts, or the first is no table, or the last no number.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let table = TableID(rawValue: String(parts[0])), !parts[1].isEmpty,
      let column = Int(parts[2]), column > 0
    else { return nil }
    self.init(table, String(parts[1]), column)
  }
}

extension FigureAddress {
  // Rows are compared byte by byte, several times faster than as Unicode compares texts: they are codes, 行次 and names
  // of our own.
  package static func == (left: FigureAddress, right: FigureAddress) -> Bool {
    guard left.table == right.table, left.column == right.column else { return false }
    var (one, other) = (left.row, right.row)
    return one.withUTF8 { one in other.withUTF8 { one.isSame(as: $0) } }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(column)
    var row = row
    row.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension FigureAddress: CustomStringConvertible {
  package var description: String { "\(table.rawValue).\(row).\(column)" }
}
