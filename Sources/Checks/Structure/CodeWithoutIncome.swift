import Accounts
import Tables

extension StructureCheck {
  /// C07: a code with income in 07 that 02 lacks.
  static let codeWithoutIncome = StructureCheck(.codeWithoutIncome) { rule, input in
    let whole = ListedCodes(input.tables, in: .t02, input.coverage)
    return input.lowestRows(of: .t07).filter { $0.hasAmount(in: 2...2) && whole.lists($0.code) == false }.map { row in
      rule.finding(
        "\(input.name(of: .t07))的 \(row.code) \(row.name)有本年收入，\(input.name(of: .t02))没有列这个科目", at: row.figure)
    }
  }
}
