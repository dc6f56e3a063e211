import Accounts
import Tables

extension SizeCheck {
  /// S04: a table whose figures are ten thousand times what other places print of the same, or which only then are no more
  /// than the whole they are a part of: it is in 元 and labelled 万元.
  static let unitOfTable = SizeCheck(.unitOfTable) { rule, input in
    var found: [TableID: [Finding.Operand]] = [:]
    func note(_ large: FigureIndex.Entry, _ others: [Finding.Operand]) {
      let operand = IdentityFinding.operand(large.figure, input.tables)
      guard large.figure.figure.unit == .money(.wanyuan), large.figure.address.table != .prose,
        found[large.figure.address.table]?.contains(operand) != true
      else {
        return
      }
      found[large.figure.address.table, default: []] += [operand] + others
    }
    func isTenThousandTimes(_ large: FigureIndex.Entry, _ low: Int64, _ high: Int64) -> Bool {
      large.step > 0 && low > 0 && Int128(large.high) >= Int128(low) * 10_000
        && Int128(large.low) <= Int128(high) * 10_000
    }
    for part in input.limits.parts {
      guard let figure = input.entry(part.figure), let whole = input.entry(part.whole), whole.center > 0,
        figure.isNumber, figure.center / part.times > whole.center, figure.center / 10_000 <= whole.center
      else { continue }
      note(figure, [IdentityFinding.operand(whole.figure, input.tables)])
    }
    for violation in input.engine.violations {
      let one = violation.violated
      guard one.relation == .equal, one.left.count == 1, one.right.count == 1, let left = one.left.first,
        let right = one.right.first
      else { continue }
      let pair = [left, right].map { input.engine.index.entries[$0.position] }
      for (large, small) in [(pair[0], pair[1]), (pair[1], pair[0])]
      where isTenThousandTimes(large, small.low, small.high) {
        note(large, [IdentityFinding.operand(small.figure, input.tables)])
      }
    }
    for claim in input.claims?.prose.claims ?? [] where claim.measure == .amount && claim.figure.isMoney {
      guard let stated = input.claims?.value(of: claim) else { continue }
      for address in input.catalogue.addresses(of: claim.quantity) {
        guard let printed = input.entry(address), printed.figure.figure.isMoney,
          isTenThousandTimes(printed, stated.low, stated.high)
        else { continue }
        note(printed, [stated.operand])
      }
    }
    return TableID.allCases.compactMap { id in
      guard let operands = found[id], let table = input.tables[id] else { return nil }
      return rule.finding("\(table.name)的数可能是以元填列的，金额单位却是万元，大了一万倍", operands)
    }
  }
}
