import Accounts
package import Checks

/// The catalogue of rules as text for people.
package enum RulesText {
  /// The text of the whole catalogue.
  package static func text(of rules: [Rule]) -> String {
    var lines = ["共 \(rules.count) 条规则。公式里的数是 表.行.栏；\(RuleWords.patterns)", "", "允许的舍入差异："]
    lines += RuleWords.tolerances.map { "    \($0.word)　\($0.tolerance)" }
    for family in RuleList(rules).families {
      lines += ["", family.title]
      for line in family.lines {
        lines.append("  \(line.ids.joined(separator: "、"))　\(line.kind)　\(line.severity.word)　\(line.title)")
        lines += line.formulas.map { "      \($0)" }
        if let condition = line.condition {
          lines.append("      条件：\(condition)\(line.isAssumable ? "（以 --assume 说明条件成立才核对）" : "")")
        }
        lines.append("      依据：\(line.basis)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
