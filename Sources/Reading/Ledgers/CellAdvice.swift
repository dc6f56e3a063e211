import Accounts
import Formats

/// What to do about a text that is no amount, by the way people come to write it.
enum AmountAdvice {
  /// What was expected in a column, and what to do.
  static func words(
    for error: AmountTextError, _ text: String, _ unit: MoneyUnit, _ column: LedgerSchema.Column
  ) -> (expected: String, advice: String) {
    switch error {
    case .tooManyDecimals(let allowed):
      let advice = unit == .yuan ? "若这一列以万元为单位，请把标题写成“\(column.heading)（万元）”；否则请核对到分" : "请核对到分"
      return ("最多 \(allowed) 位小数的金额（单位\(unit.rawValue)，准确到分）", advice)
    case .tooLarge: return ("不超过约九亿亿元的金额", "请检查是否多写了位数，或单位填错")
    case .notANumber:
      let expected = "以\(unit.rawValue)为单位的金额，如 1234.56"
      let folded = text.foldedForComparison
      if folded.begins(with: "("), folded.ends(with: ")") { return (expected, "负数请写成 -1234.56，不用括号") }
      if folded.contains("¥") || folded.contains("￥") || folded.contains("元") {
        return (expected, "金额里不写货币符号和单位；整列以万元计时，请把标题写成“\(column.heading)（万元）”")
      }
      if folded.contains(where: { $0 == "E" || $0 == "e" }), folded.contains(where: \.isNumber) {
        return (expected, "这是表格软件的科学计数，尾数可能已经丢失；请把这一列的格式设为数值、两位小数，重新导出")
      }
      return (expected, column.required ? "没有金额时请删去这一行，确为零填 0.00" : "没有金额时请留空")
    }
  }
}

/// What to do about a text that is no code of the level asked for.
enum CodeAdvice {
  /// `level` is the level the text has, if it is a code at all.
  static func advice(for text: String, level: String?) -> String {
    if let level { return "这是\(level)级科目，请按要求的级次填写" }
    if text.contains("计") { return "合计、小计行请删去，由软件算出" }
    let folded = text.foldedForComparison
    if folded.ends(with: ".0") || folded.contains("E+") { return "请把这一列的单元格格式设为文本，重新导出" }
    return ""
  }
}

/// The entry of a closed list that a text most likely meant.
enum ChoiceAdvice {
  /// More than half of what was written must occur in it, else there is nothing to suggest.
  static func advice(for text: String, among choices: [String]) -> String {
    let letters = Set(text)
    let best = choices.map { (choice: $0, shared: Set($0).intersection(letters).count) }
      .max { $0.shared * $1.choice.count < $1.shared * $0.choice.count }
    guard let best, best.shared * 2 > letters.count else { return "" }
    return "是否为“\(best.choice)”"
  }
}
