import Accounts
import Checks
import Disclosing
import Formats
import Tables

/// How long checking the tables of a ledger takes, and how long its identities alone.
struct CheckSpeed {
  let name: String
  let figures: Int
  let cases: Int
  /// Seconds of a whole check: identities, joint check, structure checks, findings.
  let check: Seconds
  /// Seconds of the identities alone.
  let identities: Seconds

  /// The median and the least of many runs.
  struct Seconds {
    let median: Double
    let least: Double

    /// Does the work again and again for about two seconds.
    init(_ work: () -> Void) {
      let clock = ContinuousClock()
      let start = clock.now
      var seconds: [Double] = []
      while clock.now - start < .seconds(2) { seconds.append(clock.measure(work) / .seconds(1)) }
      seconds.sort()
      median = seconds[seconds.count / 2]
      least = seconds[0]
    }
  }

  /// Checks the tables derived from the ledger in a folder.
  init(ofLedgerAt path: String) throws {
    var disclosures = Disclosures(Choices()) { _ in }
    let ledger = try disclosures.ledger(at: path)
    let tables = try disclosures.tables(of: ledger)
    let checker = try Checker(
      form: Form.builtIn(Form.ancestor, year: ledger.unit.year),
      codes: Choices().codeBook(year: ledger.unit.year).including(ledger))
    let report = checker.check(tables)
    name = path
    figures = report.narrowed.count
    cases = report.results.count
    check = Seconds { _ = checker.check(tables) }
    identities = Seconds { _ = checker.examination(of: tables) }
  }

  /// The measurements as a table for people.
  static func table(_ results: [CheckSpeed]) -> String {
    var table = TextTable(["数", "勾稽", "全部 中位毫秒", "最快", "只勾稽 中位毫秒", "最快", "账"])
    for result in results {
      table.add([
        "\(result.figures)", "\(result.cases)", decimal(result.check.median * 1e3, 3),
        decimal(result.check.least * 1e3, 3), decimal(result.identities.median * 1e3, 3),
        decimal(result.identities.least * 1e3, 3), result.name,
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
              ("cases", .integer(Int64(result.cases))),
              ("checkNanoseconds", .integer(Int64(result.check.median * 1e9))),
              ("identitiesNanoseconds", .integer(Int64(result.identities.median * 1e9))),
            ]))
        }))
  }
}
