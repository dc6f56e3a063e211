/// The transfers between the units of a department (内部往来) that their ledgers show: those whose two sides agree to the fen,
/// and those of which one side is open.
///
/// A row that names its 往来单位 is held against the rows of that unit that name it; where the two differ neither is taken
/// away. Rows that name nobody are paired only where their amounts leave no choice. One that names somebody outside the
/// department is no transfer inside it.
package struct InternalTransfers: Sendable {
  /// A row of 支出 or 收入 of a unit.
  package struct Row: Hashable, Sendable {
    /// Which of the ledgers.
    package let unit: Int
    /// Which row of its 支出, or of its 收入.
    package let position: Int
    package let amount: Amount
    fileprivate let partner: Int?
  }

  /// By what two sides were found to be one.
  package enum Ground: String, Sendable {
    case named = "双方都填了往来单位"
    case total = "没有都填往来单位，两边合计相等"
    case amount = "没有都填往来单位，金额相等而且只此一笔"
  }

  /// What was paid and what was received of it, equal to the fen.
  package struct Group: Sendable {
    package let transfer: InternalTransfer
    package let paid: [Row]
    package let received: [Row]
    package let ground: Ground
  }

  /// What is left of a kind of transfer.
  package struct Open: Sendable {
    package let transfer: InternalTransfer
    package let paid: [Row]
    package let received: [Row]

    /// Whether it may be a transfer inside the department at all: both sides are there, and not of one unit alone.
    package var mayBeInside: Bool {
      !paid.isEmpty && !received.isEmpty && Set((paid + received).map(\.unit)).count > 1
    }
  }

  /// In the order of the kinds, then as they were found.
  package private(set) var groups: [Group] = []
  package private(set) var open: [Open] = []

  /// The transfers of some ledgers, whose names differ.
  package init(between ledgers: [Ledger]) {
    let names = ledgers.map { $0.unit.name.foldedForComparison }
    func partner(_ name: String?) -> (isOutside: Bool, unit: Int?) {
      guard let name else { return (false, nil) }
      let unit = names.firstIndex(of: name.foldedForComparison)
      return (unit == nil, unit)
    }
    for transfer in InternalTransfer.allCases {
      var paid: [Row] = []
      var received: [Row] = []
      for (unit, ledger) in ledgers.enumerated() {
        for position in ledger.standing(transfer.kind) {
          let row = ledger.expenditure[position]
          let (isOutside, other) = partner(row.counterparty)
          guard !isOutside, row.amount != .zero else { continue }
          paid.append(Row(unit: unit, position: position, amount: row.amount, partner: other))
        }
        for position in ledger.standing(transfer.source) {
          let row = ledger.income[position]
          let (isOutside, other) = partner(row.counterparty)
          guard !isOutside, row.amount != .zero else { continue }
          received.append(Row(unit: unit, position: position, amount: row.amount, partner: other))
        }
      }
      var pairing = Pairing(transfer, paid, received)
      pairing.run()
      groups += pairing.groups
      open += pairing.open
    }
  }
}

/// The pairing of one kind of transfer.
private struct Pairing {
  typealias Row = InternalTransfers.Row

  private let transfer: InternalTransfer
  private var paid: [Row]
  private var received: [Row]
  private(set) var groups: [InternalTransfers.Group] = []
  private(set) var open: [InternalTransfers.Open] = []

  init(_ transfer: InternalTransfer, _ paid: [Row], _ received: [Row]) {
    (self.transfer, self.paid, self.received) = (transfer, paid, received)
  }

  mutating func run() {
    pairNamed()
    pairWhole()
    pairSingle(Self.byUnit, Self.byRow)
    pairSingle(Self.byRow, Self.byUnit)
    pairSingle(Self.byRow, Self.byRow)
    pairSingle(Self.byUnit, Self.byUnit)
    pairWhole()
    if !paid.isEmpty || !received.isEmpty {
      open.append(InternalTransfers.Open(transfer: transfer, paid: paid, received: received))
    }
  }

  /// Rows of two units that name each other.
  private mutating func pairNamed() {
    for payer in Set(paid.map(\.unit)).sorted() {
      for receiver in Set(received.map(\.unit)).sorted() where receiver != payer {
        let out = paid.filter { $0.unit == payer && $0.partner == receiver }
        let into = received.filter { $0.unit == receiver && $0.partner == payer }
        guard !out.isEmpty, !into.isEmpty else { continue }
        if Self.sum(out) == Self.sum(into) {
          take(out, into, .named)
        } else {
          open.append(InternalTransfers.Open(transfer: transfer, paid: out, received: into))
          remove(out, into)
        }
      }
    }
  }

  /// All that is left, where one unit paid all of it or one received all of it, and both sides agree.
  private mutating func pairWhole() {
    let (payers, receivers) = (Set(paid.map(\.unit)), Set(received.map(\.unit)))
    guard payers.count == 1 || receivers.count == 1, payers.isDisjoint(with: receivers), !paid.isEmpty,
      paid.allSatisfy({ row in row.partner.map { receivers.contains($0) } ?? true }),
      received.allSatisfy({ row in row.partner.map { payers.contains($0) } ?? true }),
      let out = Self.sum(paid), out == Self.sum(received)
    else { return }
    take(paid, received, .total)
  }

  /// Amounts that only one of either side has, which are those of different units and contradict no name.
  private mutating func pairSingle(_ outs: ([Row]) -> [[Row]], _ ins: ([Row]) -> [[Row]]) {
    let (out, into) = (outs(paid), ins(received))
    let outOf = Dictionary(grouping: out) { Self.sum($0) }
    let intoOf = Dictionary(grouping: into) { Self.sum($0) }
    for one in out {
      guard let amount = Self.sum(one), outOf[amount]?.count == 1, let others = intoOf[amount], others.count == 1,
        let other = others.first, let payer = one.first?.unit, let receiver = other.first?.unit, payer != receiver,
        one.allSatisfy({ $0.partner ?? receiver == receiver }), other.allSatisfy({ $0.partner ?? payer == payer })
      else { continue }
      take(one, other, .amount)
    }
  }

  private mutating func take(_ out: [Row], _ into: [Row], _ ground: InternalTransfers.Ground) {
    groups.append(InternalTransfers.Group(transfer: transfer, paid: out, received: into, ground: ground))
    remove(out, into)
  }

  private mutating func remove(_ out: [Row], _ into: [Row]) {
    let (gone, goneToo) = (Set(out), Set(into))
    paid.removeAll { gone.contains($0) }
    received.removeAll { goneToo.contains($0) }
  }

  private static func byRow(_ rows: [Row]) -> [[Row]] { rows.map { [$0] } }

  private static func byUnit(_ rows: [Row]) -> [[Row]] {
    Dictionary(grouping: rows, by: \.unit).sorted { $0.key < $1.key }.map(\.value)
  }

  /// Nil where it does not fit.
  private static func sum(_ rows: [Row]) -> Amount? {
    rows.reduce(Amount.zero as Amount?) { sum, row in sum.flatMap { try? $0.adding(row.amount) } }
  }
}

extension Ledger {
  /// The rows of 支出 of a kind that no row of the ledger takes away.
  fileprivate func standing(_ kind: ExpenditureKind) -> [Int] {
    var gone = expenditure.filter { $0.kind == kind && $0.isElimination }
    return expenditure.indices.filter { position in
      let row = expenditure[position]
      guard row.kind == kind, !row.isElimination else { return false }
      guard let taken = gone.firstIndex(where: { $0.code == row.code && $0.amount.fen == 0 &- row.amount.fen }) else {
        return true
      }
      gone.remove(at: taken)
      return false
    }
  }

  /// The rows of 收入 from a source that no row of the ledger takes away.
  fileprivate func standing(_ source: IncomeSource) -> [Int] {
    var gone = income.filter { $0.source == source && $0.isElimination }
    return income.indices.filter { position in
      let row = income[position]
      guard row.source == source, !row.isElimination else { return false }
      guard let taken = gone.firstIndex(where: { $0.code == row.code && $0.amount.fen == 0 &- row.amount.fen }) else {
        return true
      }
      gone.remove(at: taken)
      return false
    }
  }
}
