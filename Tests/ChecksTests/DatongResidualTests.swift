import Accounts
import Checks
import TestSupport
import Testing

/// The rounding residuals of the example, as they were once reckoned by hand from the printed figures.
@Suite struct DatongResidualTests {
  private struct Residual: Hashable, CustomStringConvertible {
    let identity: String
    let subject: String
    /// In hundredths of 万元.
    let residual: Int64
    let allowed: Int64

    init(_ identity: String, _ subject: String, _ residual: Int64, _ allowed: Int64) {
      (self.identity, self.subject, self.residual, self.allowed) = (identity, subject, residual, allowed)
    }

    var description: String { "\(identity) \(subject) \(residual)/\(allowed)" }
  }

  private static let known: Set<Residual> = {
    var known: Set<Residual> = [
      Residual("01-2", "01.58.2", -1, 2), Residual("04-2", "04.59.2", -1, 2), Residual("04-2", "04.59.3", -1, 2),
      Residual("06-1", "06.301.1", -1, 5), Residual("06-1", "06.302.1", 1, 7),
      Residual("06-leaf", "06.人员经费合计.1", -1, 7), Residual("06-leaf", "06.公用经费合计.1", 1, 8),
    ]
    // 02 and 03 print the same totals, in 02 twice: as 本年收入合计 and as 财政拨款收入.
    for (identity, cell) in [
      ("02-tree-total", "1"), ("02-tree-fiscal", "2"), ("03-tree-total", "1"), ("05-tree-total", "1"),
    ] {
      let table = identity.prefix(2)
      for (row, residual, allowed) in [
        ("合计", -1, 2), ("20138", 1, 4), ("208", 1, 1), ("20805", -1, 1), ("22102", -1, 1),
      ] as [(String, Int64, Int64)] {
        known.insert(Residual(identity, "\(table).\(row).\(cell)", residual, allowed))
      }
      known.insert(Residual("\(table)-leaf", "\(table).合计.\(cell)", -1, 9))
    }
    for table in ["03", "05"] {
      known.formUnion([
        Residual("\(table)-tree-basic", "\(table).合计.2", 1, 2),
        Residual("\(table)-tree-basic", "\(table).20805.2", -1, 1),
        Residual("\(table)-tree-basic", "\(table).22102.2", -1, 1),
        Residual("\(table)-tree-project", "\(table).20138.3", 1, 4), Residual("\(table)-row", "\(table).合计.1", -1, 1),
        Residual("\(table)-row", "\(table).208.1", 1, 1), Residual("\(table)-leaf", "\(table).合计.2", -1, 4),
        Residual("\(table)-leaf", "\(table).合计.3", 1, 4),
      ])
    }
    return known
  }()

  @Test func engineFindsTheKnownResiduals() throws {
    let report = try Standard.checker.check(Example.datong.tables)
    let found = report.residuals.map { Residual($0.identity, $0.subject, $0.residual / 10_000, $0.allowed / 10_000) }
    #expect(Set(found).subtracting(Self.known) == [])
    #expect(Self.known.subtracting(found) == [])
    #expect(found.count == Self.known.count)
  }

  @Test func conditionalIdentitiesHoldExactlyWhereAssumed() throws {
    let checker = try Checker(form: Standard.form, codes: Standard.codes, assuming: ["X16", "X17", "X18"])
    let report = checker.check(try Example.datong.tables)
    for id in ["X16", "X18", "X19", "X21"] {
      let results = report.results.filter { $0.identity == id }
      #expect(!results.isEmpty && results.allSatisfy { $0.outcome == .equal }, "\(id)")
    }
    #expect(report.findings.map(\.rule) == ["D07"])
  }
}
