import Accounts
import Tables

/// A check against last year's disclosure: one a file, listed in ``CheckList``.
struct YearCheck: Sendable {
  let id: RuleID
  /// How the cases came out, given the rule's entry of the catalogue.
  let cases: @Sendable (Rule, YearInput) -> [ClaimCheck.Result]

  init(_ id: RuleID, _ cases: @escaping @Sendable (Rule, YearInput) -> [ClaimCheck.Result]) {
    self.id = id
    self.cases = cases
  }
}

extension Rule {
  /// A finding of this rule about a figure of this year and one of last year.
  func finding(
    _ message: String, _ operands: [Finding.Operand], expected: String? = nil, residual: String? = nil,
    in one: RuleCase? = nil
  ) -> Finding {
    Finding(
      rule: id, severity: severity(one), message: message, operands: operands, expected: expected,
      residual: residual, advice: advice(one))
  }
}

/// What checks against last year look at: both years' figures.
struct YearInput {
  let now: TableSet
  let nowIndex: FigureIndex
  let prior: TableSet
  let priorIndex: FigureIndex
  let catalogue: QuantityCatalogue
  /// What the ledger states of last year; empty for a publication.
  let stated: [PriorRow]

  /// A figure of either year; a blank where its row is not printed, nil where its table is not there or it was not read.
  func entry(_ address: FigureAddress, in index: FigureIndex) -> FigureIndex.Entry? {
    guard index.has(address.table), index.unread(address) == nil else { return nil }
    return index.position(address).map { index.entries[$0] }
      ?? FigureIndex.Entry(TableFigure(address, .blank(.money(.wanyuan))))
  }

  /// A figure of last year as findings show it.
  func priorOperand(_ address: FigureAddress) -> Finding.Operand {
    let operand = IdentityFinding.operand(
      entry(address, in: priorIndex)?.figure ?? TableFigure(address, .blank(.money(.wanyuan))), prior)
    return Finding.Operand(
      address: "上年 \(operand.address)", label: "上年" + operand.label, printed: operand.printed, place: operand.place)
  }

  func nowOperand(_ address: FigureAddress) -> Finding.Operand {
    IdentityFinding.operand(
      entry(address, in: nowIndex)?.figure ?? TableFigure(address, .blank(.money(.wanyuan))), now)
  }

  /// Last year's figure of a quantity as its tables print it; nil when they do not.
  func priorValue(of quantity: String) -> FigureIndex.Entry? {
    let addresses = catalogue.addresses(of: quantity)
    guard addresses.allSatisfy({ priorIndex.unread($0) == nil }) else { return nil }
    let entries = addresses.compactMap { entry($0, in: priorIndex) }
    // Of several lines one is filled; of two filled ones only the sum would do, which nothing prints.
    guard entries.count(where: \.isNumber) < 2 else { return nil }
    return entries.first(where: \.isNumber) ?? entries.first
  }
}
