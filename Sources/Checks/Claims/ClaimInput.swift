import Accounts
import Tables

/// What the checks of sentences look at: the claims of the text, and the figures they speak of.
struct ClaimInput {
  let tables: TableSet
  let prose: Prose
  let catalogue: QuantityCatalogue
  let index: FigureIndex
  private var amounts: [String: [Int]] = [:]

  init?(_ tables: TableSet, catalogue: QuantityCatalogue, index: FigureIndex) {
    guard let prose = tables.prose else { return nil }
    self.tables = tables
    self.prose = prose
    self.catalogue = catalogue
    self.index = index
    for (number, claim) in prose.claims.enumerated() where claim.measure == .amount {
      amounts[claim.quantity, default: []].append(number)
    }
  }

  /// The exact values a quantity can stand for, as a sentence or the tables print it, and where that stands.
  struct Value {
    let low: Int64
    let high: Int64
    let center: Int64
    /// The claim that states it; nil for one that a table prints.
    let claim: Claim?
    /// Makes the operand; most values are compared and never shown.
    private let makeOperand: () -> Finding.Operand

    /// The figure as findings show it.
    var operand: Finding.Operand { makeOperand() }

    init(
      low: Int64, high: Int64, center: Int64, claim: Claim? = nil,
      operand: @escaping @autoclosure () -> Finding.Operand
    ) {
      self.claim = claim
      self.low = low
      self.high = high
      self.center = center
      makeOperand = operand
    }
  }

  /// A quantity as stated in the same line, else where the tables print it, else anywhere in the text.
  func value(of quantity: String, near line: Int) -> Value? {
    let stated = amounts[quantity] ?? []
    if let near = stated.last(where: { prose.claims[$0].line == line }) ?? nil { return value(of: prose.claims[near]) }
    if let printed = printed(quantity) { return printed }
    return stated.first.flatMap { value(of: prose.claims[$0]) }
  }

  /// The first amount that the text states of a quantity; nil where it states none.
  func firstAmount(of quantity: String) -> Claim? { amounts[quantity]?.first.map { prose.claims[$0] } }

  /// Why what the tables print of a quantity is not known, as a clause; nil where it is, or is known to be none.
  func unread(_ quantity: String) -> String? {
    catalogue.addresses(of: quantity).lazy.compactMap { index.unread($0) }.first
  }

  /// A quantity as the tables print it; nil when they do not, when the row is not there, or when a figure of it was not
  /// read.
  func printed(_ quantity: String) -> Value? {
    guard unread(quantity) == nil else { return nil }
    let entries = catalogue.addresses(of: quantity).compactMap { index.position($0).map { index.entries[$0] } }
    guard let first = entries.first(where: \.isNumber) ?? entries.first else { return nil }
    // Of several lines one is filled; a sum of several bears the address of the first.
    return Value(
      low: entries.reduce(0) { $0 &+ $1.low }, high: entries.reduce(0) { $0 &+ $1.high },
      center: entries.reduce(0) { $0 &+ $1.center },
      operand: IdentityFinding.operand(first.figure, tables))
  }

  /// Whether a table prints a quantity.
  func isPrinted(_ quantity: String) -> Bool {
    unread(quantity) == nil && catalogue.addresses(of: quantity).contains { index.position($0) != nil }
  }

  /// What the amount or change of a claim can stand for.
  func value(of claim: Claim) -> Value? {
    FigureIndex.Entry(claim, place: prose.place(of: claim)).map {
      Value(low: $0.low, high: $0.high, center: $0.center, claim: claim, operand: operand(claim))
    }
  }

  /// What a claim states, in words.
  func words(of claim: Claim) -> String { prose.words(of: claim) }

  /// A claim as findings show it.
  func operand(_ claim: Claim) -> Finding.Operand {
    Finding.Operand(
      address: claim.address.description, label: words(of: claim), printed: claim.printed, place: prose.place(of: claim)
    )
  }

  /// The title of the section that a line stands in, for messages; empty when it stands in none.
  func section(of line: Int) -> String { prose.lines.indices.contains(line) ? prose.lines[line].section ?? "" : "" }
}
