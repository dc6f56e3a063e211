import Accounts
import Tables

/// A check of whether figures are of a size that can be meant: one a file, listed in ``CheckList``.
struct SizeCheck: Sendable {
  let id: RuleID
  /// What is found, given the rule's entry of the catalogue.
  let findings: @Sendable (Rule, SizeInput) -> [Finding]

  init(_ id: RuleID, _ findings: @escaping @Sendable (Rule, SizeInput) -> [Finding]) {
    self.id = id
    self.findings = findings
  }
}

/// What such checks look at: this year's figures, the text, and last year's figures where there are any.
struct SizeInput {
  let tables: TableSet
  let engine: IdentityEngine
  let catalogue: QuantityCatalogue
  let claims: ClaimInput?
  let years: YearInput?
  let limits: SizeLimits
  /// The first change from last year that the text states of a quantity, by its name.
  private let changes: [String: Claim]

  init(
    tables: TableSet, engine: IdentityEngine, catalogue: QuantityCatalogue, claims: ClaimInput?, years: YearInput?,
    limits: SizeLimits
  ) {
    (self.tables, self.engine, self.catalogue, self.claims) = (tables, engine, catalogue, claims)
    (self.years, self.limits) = (years, limits)
    var changes: [String: Claim] = [:]
    for claim in claims?.prose.claims ?? []
    where claim.measure == .change && claim.base == Claim.lastYear && changes[claim.quantity] == nil {
      changes[claim.quantity] = claim
    }
    self.changes = changes
  }

  /// An amount and the figures that say it.
  struct Size {
    /// In fen.
    let fen: Int64
    /// Made for a finding only: naming a figure goes through its table, and most sizes are as they should be.
    let operands: () -> [Finding.Operand]
  }

  /// This year's amount of a quantity, as the tables print it or else the text states it; nil where neither does, and
  /// where a part of it was not read.
  func size(of quantity: String) -> Size? {
    let addresses = catalogue.addresses(of: quantity)
    let entries = addresses.compactMap(entry)
    if let first = entries.first(where: \.isNumber) {
      guard first.figure.figure.isMoney, addresses.allSatisfy({ engine.index.unread($0) == nil }) else { return nil }
      return Size(
        fen: entries.reduce(0) { $0 &+ $1.center }, operands: { [IdentityFinding.operand(first.figure, tables)] })
    }
    guard let claim = claims?.firstAmount(of: quantity), claim.figure.isMoney, let value = claims?.value(of: claim)
    else { return nil }
    return Size(fen: value.center, operands: { [value.operand] })
  }

  /// Last year's: as published then, or as the change that the text states leaves it; nil where neither is known.
  func lastYear(of quantity: String) -> Size? {
    if let entry = years?.priorValue(of: quantity), entry.isNumber, entry.figure.figure.isMoney {
      return Size(fen: entry.center, operands: { years.map { [$0.priorOperand(entry.figure.address)] } ?? [] })
    }
    guard let claim = changes[quantity], claim.figure.isMoney, let now = size(of: quantity),
      let moved = claims?.value(of: claim)
    else { return nil }
    return Size(fen: now.fen &- moved.center, operands: { [moved.operand] })
  }

  /// The quantities of which a unit in another unit of money would be seen: those whose size is known to be alike from
  /// year to year, and all of which the text says how they changed.
  var comparedQuantities: [String] {
    var seen = Set(limits.quantities)
    let stated = (claims?.prose.claims ?? []).filter { $0.base != nil && !$0.quantity.utf8.contains(UInt8(ascii: "/")) }
    return limits.quantities + stated.map(\.quantity).filter { seen.insert($0).inserted }
  }

  /// Whether one amount is about ten thousand times the other, of which the smaller is no trifle.
  func differByUnit(_ one: Int64, _ other: Int64) -> Bool {
    let (small, large) = (min(one, other), max(one, other))
    guard small >= limits.leastOfTwo else { return false }
    return limits.unitTimes.contains(large / small)
  }

  /// The figure at an address; nil where there is none.
  func entry(_ address: FigureAddress) -> FigureIndex.Entry? {
    engine.index.position(address).map { engine.index.entries[$0] }
  }
}

extension Rule {
  /// A finding of this rule about some figures.
  func finding(_ message: String, _ operands: [Finding.Operand]) -> Finding {
    Finding(rule: id, severity: severity, message: message, operands: operands, advice: advice)
  }
}
