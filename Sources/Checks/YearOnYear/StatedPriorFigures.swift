import Accounts
import Tables

extension YearCheck {
  /// Y04: what the ledger states of last year is what was published then.
  static let statedPriorFigures = YearCheck(.statedPriorFigures) { rule, input in
    input.stated.compactMap { row -> ClaimCheck.Result? in
      let quantity = row.code.map { "\(row.item)/\($0.digits)" } ?? row.item
      guard let published = input.priorValue(of: quantity) else { return nil }
      let address = published.figure.address
      let figure = published.figure.figure
      guard case .money(let unit) = figure.unit else { return nil }
      var decimals = 2
      if case .number(_, let printed) = figure.content { decimals = printed }
      let stated = Figure(row.amount, in: unit, decimals: decimals)
      let isSame = figure.content == stated.content || (figure.content == .blank && row.amount == .zero)
      let operand = Finding.Operand(
        address: "上年决算 \(quantity)", label: quantity, printed: stated.text, place: row.place)
      return ClaimCheck.Result(
        subject: address, outcome: isSame ? .equal : .violated(residual: 0, allowed: 0),
        finding: isSame
          ? nil
          : rule.finding(
            "账中的上年决算数与上年公布的不一致", [operand, input.priorOperand(address)],
            expected: figure.text.isEmpty ? nil : figure.text))
    }
  }
}
