import Accounts
import Checks
import Reading
import Tables
import Workbooks

/// How long checking the tables of a ledger takes.
struct CheckSpeed {
  let name: String
  let figures: Int
  let cases: Int
  /// Median, and least, seconds of a check.
  let median: Double
  let least: Double

  /// Checks the tables derived from the ledger in a folder, again and again for about two seconds.
  init(ofLedgerAt path: String) throws {
    let ledger = try LedgerReader().ledger(at: path)
    let form = try Form.builtIn("national", year: ledger.unit.year)
    let codes = try CodeTables.standard(year: ledger.unit.year).including(ledger)
    let tables = try TableSet(deriving: ledger, form: form, codes: codes)
    let checker = try Checker(form: form, codes: codes)
    let report = checker.check(tables)
    name = path
    figures = report.narrowed.count
    cases = report.results.count
    let clock = ContinuousClock()
    let start = clock.now
    var seconds: [Double] = []
    while clock.now - start < .seconds(2) { seconds.append(clock.measure { _ = checker.check(tables) } / .seconds(1)) }
    seconds.sort()
    median = seconds[seconds.count / 2]
    least = seconds[0]
  }

  /// The measurements as a table for people.
  static func table(_ results: [CheckSpeed]) -> String {
    var table = TextTable(["数", "勾稽", "中位 毫秒", "最快 毫秒", "账"])
    for result in results {
      table.add([
        "\(result.figures)", "\(result.cases)", decimal(result.median * 1e3, 3), decimal(result.least * 1e3, 3),
        result.name,
      ])
    }
    return table.text
  }

  /// The measurements as JSON; times in nanoseconds.
  static func json(_ results: [CheckSpeed]) -> String {
    JSONWriter.text(
      of: .array(
        results.map { result in
          .inline(
            .object([
              ("name", .string(result.name)), ("figures", .integer(Int64(result.figures))),
              ("cases", .integer(Int64(result.cases))), ("medianNanoseconds", .integer(Int64(result.median * 1e9))),
              ("leastNanoseconds", .integer(Int64(result.least * 1e9))),
            ]))
        }))
  }
}
