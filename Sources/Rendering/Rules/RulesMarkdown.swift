import Accounts
package import Checks

/// The catalogue of rules as Markdown: a table a family; README's list is this text.
package enum RulesMarkdown {
  /// The text of the whole catalogue.
  package static func text(of rules: [Rule]) -> String {
    var lines = ["共 \(rules.count) 条规则。公式里的数是 表.行.栏；\(RuleWords.patterns)", ""]
    lines += markdownTable(["类", "允许的舍入差异"], RuleWords.tolerances.map { [$0.word, $0.tolerance] })
    for family in RuleList(rules).families {
      lines += ["", "**\(family.title)**", ""]
      lines += markdownTable(
        ["规则", "类", "级别", "内容", "公式", "依据"],
        family.lines.map { line in
          [
            line.ids.joined(separator: "、"), line.kind, line.severity.word,
            line.title + (line.condition.map { "；条件：\($0)" } ?? "")
              + (line.isAssumable ? "（以 --assume 说明条件成立才核对）" : ""),
            line.formulas.joined(separator: "；"), line.basis,
          ]
        })
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
