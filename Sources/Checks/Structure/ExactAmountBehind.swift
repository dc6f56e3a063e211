import Accounts
import Tables

extension StructureCheck {
  /// D28: a figure of a page that the exact amount behind it does not print as.
  static let exactAmountBehind = StructureCheck(.exactAmountBehind) { rule, input in
    var found: [Finding] = []
    for table in input.tables.tables {
      for row in table.rows {
        for cell in row.cells {
          guard case .figure(let figure) = cell.content, let exact = figure.exact, figure.place != nil,
            let bounds = figure.figure.bounds, !bounds.contains(exact.fen)
          else { continue }
          let operand = IdentityFinding.operand(figure, input.tables)
          found.append(
            rule.finding("\(operand.label)所印的数与其后的准确金额 \(exact.yuanText) 元不符", operands: [operand]))
        }
      }
    }
    return found
  }
}
