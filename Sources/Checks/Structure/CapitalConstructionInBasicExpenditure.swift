import Accounts
import Formats
import Tables

extension StructureCheck {
  /// 06-5: an amount under 309 or 311 (基本建设) in basic expenditure.
  static let capitalConstructionInBasicExpenditure = StructureCheck(.capitalConstructionInBasicExpenditure) {
    rule, input in
    guard let table = input.tables[.t06] else { return [] }
    let figures = table.figures.filter { figure in
      guard case .number(let count, _) = figure.figure.content, count != 0 else { return false }
      return figure.address.row.begins(with: "309") || figure.address.row.begins(with: "311")
    }
    guard !figures.isEmpty else { return [] }
    return [
      rule.finding(
        "基本支出中列了基本建设支出", operands: figures.map { IdentityFinding.operand($0, input.tables) })
    ]
  }
}
