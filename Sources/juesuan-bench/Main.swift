import Accounts
import FoundationEssentials
import Reading
import Rendering
import Tables

/// Measures how fast ledgers become tables and pages, and how that grows with their rows.
///
/// `juesuan-bench [--json]` prints a table, or JSON. Machines are shared: compare the ratios of one run, not the times
/// of two.
@main struct Main {
  static func main() throws {
    let printsJSON = CommandLine.arguments.dropFirst().contains("--json")
    let form = try Form.builtIn("national", year: 2024)
    let codes = try CodeTables.standard(year: 2024)
    var results: [Measurement] = []
    if let example = CommandLine.arguments.dropFirst().first(where: { !$0.hasPrefix("-") }) {
      let ledger = try LedgerReader().ledger(at: example)
      results.append(try Measurement(of: ledger, named: example, form: form, codes: codes))
    }
    for rows in [10, 100, 1_000, 10_000] {
      let ledger = SyntheticLedger.ledger(rows: rows, codes: codes)
      results.append(try Measurement(of: ledger, named: "合成", form: form, codes: codes))
    }
    print(printsJSON ? Measurement.json(results) : Measurement.table(results), terminator: "")
  }
}
