import Accounts
import Testing

/// Which transfers between units are taken for one, and which are left alone: what a person with both ledgers would say.
@Suite struct InternalTransfersTests {
  private let schema: LedgerSchema

  init() throws { schema = try LedgerSchema.standard() }

  /// A unit that pays and receives, each in 元 with whom it names.
  private func unit(
    _ name: String, remits: [(Int64, String?)] = [], receives: [(Int64, String?)] = []
  ) throws -> Ledger {
    var ledger = Ledger(
      unit: UnitInformation(name: name, year: 2024, scope: .unit, nature: .publicInstitution), schema: schema)
    let code = try #require(FunctionCode("2013801"))
    for (amount, partner) in remits {
      var row = ExpenditureRow(
        code: code, kind: .remittanceToSuperior, fund: .other, amount: Amount(fen: amount * 100),
        place: SourceLocation(file: name))
      row.counterparty = partner
      ledger.expenditure.append(row)
    }
    for (amount, partner) in receives {
      var row = IncomeRow(
        code: code, source: .affiliateRemittance, amount: Amount(fen: amount * 100), place: SourceLocation(file: name))
      row.counterparty = partner
      ledger.income.append(row)
    }
    return ledger
  }

  /// What was paired, in 元 by group, and what is open: paid and received.
  private func outcome(_ ledgers: [Ledger]) -> (paired: [Int64], openPaid: [Int64], openReceived: [Int64]) {
    let transfers = InternalTransfers(between: ledgers)
    func yuan(_ rows: [InternalTransfers.Row]) -> [Int64] { rows.map { $0.amount.fen / 100 } }
    return (
      transfers.groups.map { yuan($0.paid).reduce(0, +) }, transfers.open.flatMap { yuan($0.paid) },
      transfers.open.flatMap { yuan($0.received) }
    )
  }

  @Test func unitsThatNameEachOtherArePaired() throws {
    let found = outcome([
      try unit("机关", receives: [(300, "甲所"), (500, "乙所")]), try unit("甲所", remits: [(100, "机关"), (200, "机关")]),
      try unit("乙所", remits: [(500, "机关")]),
    ])
    #expect(found.paired == [300, 500] && found.openPaid == [] && found.openReceived == [])
  }

  /// The two differ: neither is forced, and both are told, whatever else would fit.
  @Test func namedOnesThatDifferStayOpen() throws {
    let found = outcome([
      try unit("机关", receives: [(300, "甲所")]), try unit("甲所", remits: [(310, "机关")]),
      try unit("乙所", remits: [(300, nil)]),
    ])
    #expect(found.paired == [] && found.openPaid.sorted() == [300, 310] && found.openReceived == [300])
  }

  /// Nobody is named; one unit received what all others paid.
  @Test func oneReceiverOfAllIsPairedByTheTotal() throws {
    let found = outcome([
      try unit("机关", receives: [(777, nil)]), try unit("甲所", remits: [(333, nil)]),
      try unit("乙所", remits: [(444, nil)]),
    ])
    #expect(found.paired == [777] && found.openPaid == [] && found.openReceived == [])
  }

  /// Two payments of one amount, one of them received: which it is cannot be told.
  @Test func anAmountThatTwoHaveIsNotGuessed() throws {
    let found = outcome([
      try unit("机关", receives: [(500, nil)]), try unit("甲所", remits: [(500, nil)]),
      try unit("乙所", remits: [(500, nil)]),
    ])
    #expect(found.paired == [] && found.openPaid == [500, 500] && found.openReceived == [500])
  }

  @Test func anAmountThatOnlyOneHasIsPaired() throws {
    let found = outcome([
      try unit("机关", receives: [(501, nil), (9, nil)]), try unit("甲所", remits: [(501, nil)]),
      try unit("乙所", remits: [(700, nil)]),
    ])
    #expect(found.paired == [501] && found.openPaid == [700] && found.openReceived == [9])
  }

  /// Money to a superior outside the department, and a unit's own two sides, are no transfers inside it.
  @Test func whatLeavesTheDepartmentIsLeftAlone() throws {
    let found = outcome([
      try unit("机关", remits: [(80, "省厅")], receives: [(80, nil)]),
      try unit("甲所", remits: [(60, nil)], receives: [(60, nil)]),
    ])
    #expect(found.paired == [] && found.openPaid == [60] && found.openReceived == [80, 60])
  }

  /// What a ledger has taken away itself is not taken away once more.
  @Test func whatIsTakenAwayAlreadyIsNotSeen() throws {
    var first = try unit("甲部", remits: [(100, nil)], receives: [(100, nil)])
    var (paid, received) = (first.expenditure[0], first.income[0])
    (paid.amount, received.amount) = (Amount(fen: -10_000), Amount(fen: -10_000))
    (paid.unit, received.unit) = (InternalTransfer.eliminating, InternalTransfer.eliminating)
    first.expenditure.append(paid)
    first.income.append(received)
    let found = outcome([first, try unit("乙所", receives: [(100, nil)])])
    #expect(found.paired == [] && found.openPaid == [] && found.openReceived == [100])
  }
}
