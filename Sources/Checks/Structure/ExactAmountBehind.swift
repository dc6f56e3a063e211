import Accounts
import Tables

extension StructureCheck {
  /// D28: a figure of a page that the exact amount behind it does not print as.
  static let exactAmountBehind = StructureCheck(.exactAmountBehind) { rule, input in
    input.tables.tables.flatMap { table in
      table.figures.compactMap { figure -> Finding? in
        guard figure.place != nil, let exact = figure.exact, let bounds = figure.figure.bounds,
          !bounds.contains(exact.fen)
        else { return nil }
        let operand = IdentityFinding.operand(figure, input.tables)
        return rule.finding(
          "\(operand.label)所印的数与其后的准确金额 \(exact.yuanText) 元不符", operands: [operand])
      }
    }
  }
}
