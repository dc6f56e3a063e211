import Accounts
import Tables

extension StructureCheck {
  /// 06-5: an amount under 309 or 311 (基本建设) in basic expenditure.
  static let capitalConstructionInBasicExpenditure = StructureCheck(
    id: "06-5", title: "基本支出不列基本建设：309、311 各科目没有数", severity: .error, basis: "基本建设支出属于项目支出"
  ) { check, input in
    guard let table = input.tables[.t06] else { return [] }
    let figures = table.figures.filter { figure in
      guard case .number(let count, _) = figure.figure.content, count != 0 else { return false }
      return figure.address.row.hasPrefix("309") || figure.address.row.hasPrefix("311")
    }
    guard !figures.isEmpty else { return [] }
    return [
      check.finding(
        "基本支出中列了基本建设支出", operands: figures.map { IdentityFinding.operand($0, input.tables) },
        advice: "请核对经济科目，基本建设支出应列为项目支出")
    ]
  }
}
