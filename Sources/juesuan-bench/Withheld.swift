import System
import TestSupport

/// Withholds every row of the sheets whose blanks would read as “没有”, one at a time, and counts what is then said that
/// does not follow from what is left.
struct Withheld {
  /// A line for each example.
  let table: String
  /// What is said of what is missing, for each the example, the sheet, the row and the words.
  let faults: [String]

  init() async throws {
    var columns = TextTable(["例", "缺的", "编成的", "多说的"])
    var faults: [String] = []
    for example in Example.allCases {
      let rows = try WithheldRows.all(of: example)
      _ = try example.composed
      let found = try await inParallel(rows.count) { try rows[$0].faults }
      let said = found.compactMap(\.self)
      columns.add([
        example.rawValue, "\(rows.count)", "\(said.count)", "\(said.reduce(0) { $0 + $1.count })",
      ])
      faults += said.flatMap(\.self).map { "\(example.rawValue) \($0)" }
    }
    table = columns.text + faults.map { "  \($0)\n" }.joined()
    self.faults = faults
  }
}
