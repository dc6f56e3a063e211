import Accounts
import Disclosing
import RandomDisclosures
import Tables
import TestSupport
import Testing

@testable import Checks

/// Every identity passes on a disclosure in order, and fails by one last place more than rounding allows.
@Suite struct IdentityFixtureTests {
  private let checker: Checker
  private let categories: CategoryLines

  private static let assumed: Set<String> = ["X16", "X17", "X18", "N08", "N13"]
  private static let identities = {
    do {
      return try RuleCatalogue.standard().rules.compactMap(ParsedIdentity.init)
    } catch {
      fatalError("\(error)")
    }
  }()

  private static let checker = Result {
    try Checker(form: Standard.form, codes: Standard.codes, assuming: assumed)
  }

  /// A disclosure in order, with what all identities say of it.
  private struct InOrder: Sendable {
    let tables: TableSet
    let engine: IdentityEngine

    init(_ tables: TableSet) throws {
      self.tables = tables
      engine = IdentityEngine(
        tables, identities: IdentityFixtureTests.identities, categories: CategoryLines(try Standard.form),
        assuming: IdentityFixtureTests.assumed)
    }
  }

  /// The examples, and made-up disclosures, each made once for all identities.
  private static let examples = [
    Once { try InOrder(Example.datong.composed.tables) },
    Once { try InOrder(Example.yunxi.composed.tables) },
    // The form once printed without the row that the sentence then has to state.
    Once {
      try InOrder(
        Example.datong.composed.tables.replacing(.blank(.money(.wanyuan)), at: FigureAddress(.t06, "30299", 1)))
    },
  ]
  private static let random = (0..<60).map { number in
    Once { try InOrder(RandomDisclosure.tables(UInt64(number), RandomDisclosure.Making.allCases[number % 2])) }
  }
  private static let supplementary = Once { try InOrder(TableSet.yunxiWithSupplementaryTables()) }

  init() throws {
    checker = try Self.checker.get()
    categories = CategoryLines(try Standard.form)
  }

  private func engine(_ tables: TableSet, _ parsed: ParsedIdentity) -> IdentityEngine {
    IdentityEngine(tables, identities: [parsed], categories: categories, assuming: Self.assumed)
  }

  /// Disclosures in order, until one has a case of the identity with a number to alter.
  private func fixture(_ parsed: ParsedIdentity) throws -> (tables: TableSet, figure: TableFigure, weight: Int64)? {
    // Only places that publish more have what these tie.
    let isOfSome = parsed.formulas.contains { formula in
      (formula.left + formula.right).contains(where: \.table.isSupplementary)
    }
    // A convention that holds in the example only cannot be assumed of the others.
    let others = Self.assumed.contains(parsed.identity.id) ? [] : Self.random
    for one in isOfSome ? [Self.supplementary] : Self.examples + others {
      let inOrder = try one.get()
      let (tables, engine, id) = (inOrder.tables, inOrder.engine, parsed.identity.id)
      guard !engine.violations.contains(where: { engine.identities[$0.violated.identity].identity.id == id }),
        engine.results.contains(where: {
          if case .notApplicable = $0.outcome { false } else { $0.identity == id }
        })
      else { continue }
      for formula in parsed.formulas {
        let expansion = CaseExpansion(index: engine.index, categories: categories)
        for one in expansion.cases(of: formula, identity: 0, columns: parsed.identity.columns ?? []).cases {
          for (side, sign) in [(one.left, 1), (one.right, -1)] as [([Case.Term], Int64)] {
            for term in side where engine.index.entries[term.position].isNumber {
              return (tables, engine.index.entries[term.position].figure, sign * term.weight)
            }
          }
        }
      }
    }
    return nil
  }

  private func altered(_ tables: TableSet, _ figure: TableFigure, by steps: Int64) throws -> TableSet {
    guard case .number(let count, let decimals) = figure.figure.content else { return tables }
    if figure.address.table == .prose, figure.address.column == Measure.change.column {
      let claim = try #require(tables.claim(at: figure.address))
      let moved = (claim.direction == .less ? -count : count) + steps
      let text = decimalText(abs(moved), decimals: decimals)
      let printed = try #require(Figure(printed: text, unit: figure.figure.unit))
      return tables.restating(figure.address, as: printed, direction: moved < 0 ? .less : .more)
    }
    let text = decimalText(count + steps, decimals: decimals)
    let printed = try #require(Figure(printed: text, unit: figure.figure.unit))
    return figure.address.table == .prose
      ? tables.restating(figure.address, as: printed) : tables.replacing(printed, at: figure.address)
  }

  @Test(arguments: identities.map(\.rule.id))
  func failsByOneLastPlaceMoreThanRoundingAllows(id: String) throws {
    let parsed = try #require(Self.identities.first { $0.rule.id == id })
    let found = try fixture(parsed)
    let (tables, figure, weight) = try #require(found)
    func isViolated(_ steps: Int64) throws -> Bool {
      !engine(try altered(tables, figure, by: weight * steps), parsed).violations.isEmpty
    }
    #expect(try !isViolated(0))
    var low: Int64 = 0
    var high: Int64 = 1
    while try !isViolated(high) { (low, high) = (high, high * 2) }
    while high - low > 1 {
      let middle = (low + high) / 2
      if try isViolated(middle) { high = middle } else { low = middle }
    }
    let wrong = checker.check(try altered(tables, figure, by: weight * high))
    let closer = Set(parsed.identity.impliedBy ?? [])
    // A closer one may say it as a difference of a last place (尾差).
    let finding = wrong.findings.first {
      $0.rule == id || closer.contains($0.rule) || ($0.rule == "J02" && !closer.isDisjoint(with: $0.related))
    }
    #expect(finding?.severity == parsed.rule.severity || finding.map { $0.rule != id } == true)
    #expect(finding?.operands.contains { $0.address == figure.address.description } == true)
  }

  /// 06-5 is no equation: any amount under 309 or 311 is wrong, 0.00 is none.
  @Test func capitalConstructionIsNoBasicExpenditure() throws {
    let tables = try Example.datong.tables
    for (row, text, isWrong) in [("30901", "0.01", true), ("31199", "-0.01", true), ("309", "0.00", false)] {
      let figure = try #require(Figure(printed: text, unit: .money(.wanyuan)))
      let report = checker.check(tables.replacing(figure, at: FigureAddress(.t06, row, 1)))
      #expect(report.findings.contains { $0.rule == "06-5" && $0.severity == .error } == isWrong, "\(row)")
    }
  }
}
