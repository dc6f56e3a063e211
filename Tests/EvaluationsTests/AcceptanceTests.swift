import Accounts
import Checks
import Evaluations
import Foundation
import TestSupport
import Testing

/// The checks of the published tables against what an independent program found in them, finding by finding.
///
/// Each source's tables are checked together, as they were published.
@Suite struct AcceptanceTests {
  /// A finding by its rule and cell; by its table alone where the rule speaks of the table.
  private struct Key: Hashable, CustomStringConvertible {
    let rule: String
    let table: String
    let address: String

    var description: String { "\(rule) \(table) \(address)" }
  }

  /// Rules that say one thing of a table, so that the table is enough to tell findings apart.
  private static let ofTables: Set = ["P-E4", "P-E6", "P-E11", "P-X4", "P-X5", "P-X6"]

  @Test(arguments: ["fengtai", "ningxia", "yiyang"])
  func findingsAreThoseFoundIndependently(source: String) throws {
    let tables = TranscribedTables.all.filter { $0.source == source }
    let report = try EvaluationChecker().report(on: try tables.map { try $0.evaluationTable() })
    var found: [Finding.Severity: Set<Key>] = [:]
    for finding in report.findings where TranscribedFindings.looksFor(finding.rule) {
      let address = finding.operands[0].address
      let number = try #require(Int(address.split(separator: ".")[1]))
      let key = key(finding.rule, tables[number - 1], address)
      #expect(found[finding.severity, default: []].insert(key).inserted, "said twice: \(key)")
    }
    var expected: [(entry: TranscribedFindings.Entry, key: Key)] = []
    for (index, table) in tables.enumerated() {
      for entry in TranscribedFindings.all.findings
      where entry.table == table.id && "EX".contains(entry.check.prefix(1)) {
        expected.append((entry, try key(of: entry, in: table, number: index + 1)))
      }
    }
    let errors = Set(expected.filter { $0.entry.verdict == "error" }.map(\.key))
    #expect(found[.error, default: []] == errors)
    let lesser = Set(
      expected.filter { $0.entry.verdict.hasPrefix("info") || $0.entry.verdict == "inconsistent" }.map(\.key))
    let uncertain = Set(expected.filter { difference(of: $0.entry)?.here == "warning" }.map(\.key))
    let lesserHere = found[.warning, default: []].union(found[.note, default: []])
    #expect(lesserHere == lesser.union(uncertain))
    for (entry, key) in expected where entry.verdict.hasPrefix("uncertain") {
      let explained = difference(of: entry)
      let difference = try #require(explained, "unexplained: \(entry.id ?? "")")
      if difference.here == "notChecked" {
        #expect(
          report.notChecked.contains { $0.rule == key.rule && ($0.subject == key.address || key.address.isEmpty) })
      }
    }
  }

  /// 丰台's tables whose reason says that no survey was made, as read by a person: the score stands all the same.
  private static let withoutSurvey = [
    "FT-01", "FT-02", "FT-07", "FT-08", "FT-11", "FT-13", "FT-17", "FT-18", "FT-19", "FT-20", "FT-24",
  ]

  /// What the independent program did not look for: points for surveys that were not made, and nothing else.
  @Test(arguments: ["fengtai", "ningxia", "yiyang"])
  func whatTheListDoesNotLookForIsFoundByHand(source: String) throws {
    let tables = TranscribedTables.all.filter { $0.source == source }
    let found = try EvaluationChecker().report(on: try tables.map { try $0.evaluationTable() }).findings
      .filter { !TranscribedFindings.looksFor($0.rule) }
    #expect(found.allSatisfy { $0.rule == "P-E14" && $0.severity == .error })
    let named = try found.map { finding in
      tables[try #require(Int(finding.operands[0].address.split(separator: ".")[1])) - 1].id
    }
    #expect(named.sorted() == (source == "fengtai" ? Self.withoutSurvey : []))
  }

  /// As counted by source in the specification: 31 of 丰台, 7 of 宁夏, 11 of 益阳; and 10 scores out of proportion.
  @Test func theListHasAsManyErrorsAsItSays() {
    let errors = TranscribedFindings.all.findings.filter { $0.verdict == "error" }
    #expect(errors.count { $0.check.hasPrefix("E") } == 49)
    #expect(errors.count { $0.check == "X3" } == 10)
  }

  @Test func sourcesOfYiyangAddUp() throws {
    let tables = try TranscribedTables.all.filter { $0.source == "yiyang" }.map { try $0.evaluationTable() }
    let count = try #require(try EvaluationChecker().report(on: tables).rules["P-E12"])
    // 按收入性质 and 按支出性质, both passed in the independent list.
    #expect(count.held == TranscribedFindings.all.passed.count { $0.check == "E12" })
    #expect(count.violated == 0)
  }

  private func key(_ rule: String, _ table: TranscribedTables.Table, _ address: String) -> Key {
    Key(rule: rule, table: table.id, address: Self.ofTables.contains(rule) ? "" : address)
  }

  private func key(
    of entry: TranscribedFindings.Entry, in table: TranscribedTables.Table, number: Int
  ) throws -> Key {
    let rule = "P-" + entry.check
    let address = CellAddress(table: number)
    let model = try table.evaluationTable()
    if let no = entry.indicator {
      let index = try #require(table.indicators.firstIndex { $0.no == no })
      let cell: IndicatorCell = entry.check == "X2" ? .actual : .score
      return key(rule, table, address.indicator(index, of: model, cell))
    }
    let total = try #require(model.fund.first)
    return switch entry.check {
    case "E1":
      key(rule, table, address.fund(try #require(model.fund.first { entry.place == $0.name }), .rate))
    case "E3": key(rule, table, address.fund(total, .weight))
    case "E12":
      key(rule, table, address.fund(total, try #require(FundCell(rawValue: entry.place))))
    default: key(rule, table, address.fund(total, .score))
    }
  }

  private struct Differences: Decodable {
    let differences: [Difference]

    struct Difference: Decodable {
      let id: String
      let here: String
      let rule: String
      let why: String
    }
  }

  /// Why a finding of the list is none here, or a lesser one: `Fixtures/differences.json`.
  private func difference(of entry: TranscribedFindings.Entry) -> Differences.Difference? {
    let list = try? Fixture.value(Differences.self, "differences.json")
    return list?.differences.first { $0.id == entry.id }
  }
}
