import Accounts
import Evaluations

/// The checks of 总分 and the grade.
extension CheckedTable {
  mutating func checkTotals() {
    apply(.sumOfScores, at: address.single("总分")) { table throws(NumberOverflow) in try table.checkSumOfScores() }
    apply(.scoreWithinWeight, at: address.single("总分")) { $0.checkTotalWithinWeight() }
    apply(.gradeOfTotal, at: address.single("等级")) { $0.checkGrade() }
  }

  /// 总分 as the fund score, at most its 分值, and the scores add up to.
  private mutating func checkSumOfScores() throws(NumberOverflow) {
    let at = address.single("总分")
    guard !table.hasLostRows else { return notChecked(.sumOfScores, at: at, "原文缺行") }
    guard case .number(let printed) = table.totalScore.reading else {
      return notChecked(.sumOfScores, at: at, "总分未填、残缺或不是数字")
    }
    guard let total, scores.fund.value != nil else {
      return notChecked(.sumOfScores, at: at, scores.fund == .open ? "资金得分未填" : "资金得分残缺或不是数字")
    }
    if let row = rows.first(where: { $0.score.value == nil }) {
      return notChecked(.sumOfScores, at: at, "“\(row.name)”的得分\(row.score == .open ? "未填" : "残缺或不是数字")")
    }
    guard let sum = scores.sum else { throw NumberOverflow() }
    if sum == printed.value { return held(.sumOfScores) }
    violated(
      .sumOfScores, "总分不等于资金得分与各指标得分之和",
      [operand("总分", table.totalScore), operand(total, .score)] + rows.map { operand($0, .score) },
      expected: sum.shortText(), residual: try (sum - printed.value).magnitude().shortText())
  }

  /// 总分 against 100, whatever the scores add up to.
  private mutating func checkTotalWithinWeight() {
    guard case .number(let total) = table.totalScore.reading else { return }
    let most = tools.scoring.rules.totalWeight
    if total.value <= most { return held(.scoreWithinWeight) }
    violated(
      .scoreWithinWeight, "总分超过 \(most.shortText())", [operand("总分", table.totalScore)],
      expected: "不超过 \(most.shortText())")
  }

  private mutating func checkGrade() {
    let at = address.single("等级")
    guard !table.grade.isBlank else { return notChecked(.gradeOfTotal, at: at, "等级未填") }
    guard !table.grade.isDamaged, case .number(let total) = table.totalScore.reading,
      let grade = tools.scoring.rules.grade(of: total.value)
    else { return notChecked(.gradeOfTotal, at: at, "等级或总分残缺，或总分不在 0 至 100 之间") }
    if table.grade.text.foldedForComparison == grade.rawValue { return held(.gradeOfTotal) }
    violated(
      .gradeOfTotal, "等级与总分不符", [operand("等级", table.grade), operand("总分", table.totalScore)],
      expected: grade.rawValue)
  }
}
