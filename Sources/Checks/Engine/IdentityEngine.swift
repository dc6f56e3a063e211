import Accounts
import Tables

/// An identity as the engine takes it: its entry of the catalogue, with its formulas read.
struct ParsedIdentity: Sendable {
  let rule: Rule
  let identity: Identity

  /// Nil for a rule that is no identity.
  init?(_ rule: Rule) {
    guard let identity = rule.identity else { return nil }
    self.rule = rule
    self.identity = identity
  }

  var formulas: [Formula] { identity.readFormulas }
}

/// Evaluates every identity on the printed figures of one disclosure. Linear in its figures.
struct IdentityEngine {
  let identities: [ParsedIdentity]
  let index: FigureIndex
  /// What the codes of which the text speaks are called.
  private let codeNames: [String: String]
  private(set) var results: [CaseResult] = []
  /// The cases that were applied with how each came out, in the order of the catalogue.
  private(set) var cases: [(one: Case, outcome: Outcome)] = []
  /// The equalities that hold or could hold, for the joint check.
  private(set) var soundEqualities: [Case] = []
  private(set) var violations: [Violation] = []
  /// The violated cases of two amounts that should be printed alike and differ by a last place (尾差).
  private(set) var lastPlaces: [Violation] = []

  /// A violated case and what it is violated by, in fen or things.
  struct Violation {
    let violated: Case
    let residual: Int64
    let allowed: Int64
  }

  /// `assumed` are the ids of identities whose unknowable condition the user knows to hold.
  init(
    _ tables: TableSet, identities: [ParsedIdentity], categories: CategoryLines, assuming assumed: Set<String>
  ) {
    self.identities = identities
    index = FigureIndex(tables)
    codeNames = tables.prose?.codeNames ?? [:]
    let expansion = CaseExpansion(index: index, categories: categories)
    var violatedIdentities: Set<String> = []
    for (number, parsed) in identities.enumerated() {
      let identity = parsed.identity
      if let outcome = unmetCondition(of: identity, tables, assumed) {
        results.append(CaseResult(identity: identity.id, place: .none, outcome: outcome))
        continue
      }
      let closer = (identity.impliedBy ?? []).first { violatedIdentities.contains($0) }
      for formula in parsed.formulas {
        let (found, unread) = expansion.cases(of: formula, identity: number, columns: identity.columns ?? [])
        // A table that only some places publish is not missed where it is not there.
        if let unread, !unread.isSupplementary || index.coverage.isUnread(unread) {
          results.append(
            CaseResult(
              identity: identity.id, place: .table(unread),
              outcome: .notChecked(
                "没有读到\(unread.publicName)")))
        }
        for one in found {
          var outcome = outcome(of: one, identity.class)
          let settled = self.settled(in: one, tables)
          if let settled, outcome.isConsistent { outcome = .notChecked("\(settled) 识别存疑，是由合计确定的") }
          if case .violated(let residual, let allowed) = outcome {
            if let closer {
              outcome = .notApplicable("已由 \(closer) 指出")
            } else {
              violatedIdentities.insert(identity.id)
              let violation = Violation(violated: one, residual: residual, allowed: allowed)
              if isLastPlace(violation) { lastPlaces.append(violation) } else { violations.append(violation) }
            }
          } else if one.relation == .equal, one.missing == nil, settled == nil {
            soundEqualities.append(one)
          }
          results.append(CaseResult(identity: identity.id, place: .figure(one.subject), outcome: outcome))
          cases.append((one, outcome))
        }
      }
    }
  }

  /// The first figure of a case that only relations settled; nil where there is none.
  private func settled(in one: Case, _ tables: TableSet) -> FigureAddress? {
    guard !tables.settled.isEmpty else { return nil }
    return (one.left + one.right).lazy.map { index.entries[$0.position].figure.address }.first(
      where: tables.settled.contains)
  }

  /// The claims of a text that identities compared; of several at one address the index has the first.
  func comparedClaims(of prose: Prose?) -> Set<Claim> {
    guard let prose, index.has(.prose) else { return [] }
    var addresses: Set<FigureAddress> = []
    let isOfText = identities.map { parsed in
      parsed.formulas.contains { formula in
        formula.left.contains { $0.table == .prose } || formula.right.contains { $0.table == .prose }
      }
    }
    for (one, outcome) in cases where isOfText[one.identity] && outcome.isChecked {
      for term in one.left + one.right {
        let address = index.entries[term.position].figure.address
        if address.table == .prose { addresses.insert(address) }
      }
    }
    guard !addresses.isEmpty else { return [] }
    var compared: Set<Claim> = []
    for claim in prose.claims where addresses.remove(claim.address) != nil { compared.insert(claim) }
    return compared
  }

  /// Why a conditional identity is not checked: its condition is not met, or what it asks was not read; nil when it applies.
  func unmetCondition(of identity: Identity, _ tables: TableSet, _ assumed: Set<String>) -> Outcome? {
    guard let condition = identity.condition, !assumed.contains(identity.id) else { return nil }
    guard condition.isEvaluable else { return .notApplicable("条件无法从表中得知：\(condition.text)") }
    func isNumber(_ address: String) -> Bool {
      FigureAddress(address).flatMap { index.position($0) }.map { index.entries[$0].isNumber } ?? false
    }
    if let scope = condition.scope, tables.scope?.rawValue != scope {
      return .notApplicable("条件不成立或不明：\(condition.text)")
    }
    let asked = (condition.blank ?? []) + (condition.exactlyOne ?? [])
    if let reason = asked.lazy.compactMap({ FigureAddress($0).flatMap { index.unread($0) } }).first {
      return .notChecked(reason)
    }
    if let blank = condition.blank, blank.contains(where: isNumber) {
      return .notApplicable("条件不成立：\(condition.text)")
    }
    if let alternatives = condition.exactlyOne, alternatives.count(where: isNumber) != 1 {
      return .notApplicable("条件不成立：\(condition.text)")
    }
    return nil
  }

  /// Whether a case says that two tables, or two places of one, print one amount, and they differ by no more than a last
  /// place.
  private func isLastPlace(_ violation: Violation) -> Bool {
    let one = violation.violated
    guard one.relation == .equal else { return false }
    let sides = [one.left, one.right].map { side in side.map { index.entries[$0.position] }.filter(\.isNumber) }
    guard sides.allSatisfy({ $0.count == 1 }) else { return false }
    let entries = sides.flatMap { $0 }
    guard entries.allSatisfy({ $0.figure.address.table != .prose && $0.figure.figure.isMoney }) else { return false }
    return violation.residual.magnitude <= entries.map(\.step.magnitude).max() ?? 0
  }

  /// Compares the two sides of a case. Sums are taken in 128 bits, where no 2⁶³ figures can overflow them.
  func outcome(of one: Case, _ kind: Identity.Class) -> Outcome {
    if let missing = one.missing {
      // A text need not speak of everything.
      let address = missing.address
      if address.table == .prose {
        return .notApplicable("文字没有说到\(Claim.words(for: address.row, naming: codeNames))")
      }
      // Nor need a table that only some places publish print everything.
      return address.table.isSupplementary && index.unread(address) == nil
        ? .notApplicable("\(address.table.publicName)没有印 \(address)") : .notChecked(missing.reason)
    }
    var center: Int128 = 0
    var low: Int128 = 0
    var high: Int128 = 0
    var smallestStep: Int64 = .max
    var largestStep: Int64 = 0
    func add(_ terms: [Case.Term], sign: Int64) {
      for term in terms {
        let entry = index.entries[term.position]
        let weight = Int128(sign * term.weight)
        center += weight * Int128(entry.center)
        low += weight * Int128(weight > 0 ? entry.low : entry.high)
        high += weight * Int128(weight > 0 ? entry.high : entry.low)
        if entry.step > 0 {
          smallestStep = min(smallestStep, entry.step)
          largestStep = max(largestStep, entry.step)
        }
      }
    }
    add(one.left, sign: 1)
    add(one.right, sign: -1)
    let step = Int128(smallestStep == .max ? 1 : smallestStep)
    // The widest gap of whole last-place units at which the intervals still meet.
    let allowed = (high - low) / 2 / step * step
    guard let residual = Int64(exactly: center), let tolerance = Int64(exactly: allowed) else {
      return .notChecked("数太大，无法核对")
    }
    switch one.relation {
    case .equal:
      if center == 0 { return .equal }
      // One quantity printed twice in one unit: rounding cannot make its digits differ.
      let isOneQuantity = kind == .same && one.left.count == 1 && one.right.count == 1 && smallestStep == largestStep
      if isOneQuantity { return .violated(residual: residual, allowed: 0) }
      return low <= 0 && high >= 0
        ? .withinRounding(residual: residual, allowed: tolerance) : .violated(residual: residual, allowed: tolerance)
    case .atMost:
      if center <= 0 { return .equal }
      return low <= 0
        ? .withinRounding(residual: residual, allowed: tolerance) : .violated(residual: residual, allowed: tolerance)
    }
  }
}

extension Figure {
  /// Whether it is an amount of money and no number of things.
  var isMoney: Bool { if case .money = unit { true } else { false } }
}
