import Accounts
import Formats
import Tables

extension DutyInput {
  /// Whether the terms that the explanation uses are explained.
  func verdict(glossary terms: [String]) -> DutyVerdict {
    guard let text = structure.text, explanation != nil else { return .unknown("没有看文字") }
    let used = terms.filter { term in
      let word = Phrases([term])
      return statements.contains { $0.kind == .paragraph && $0.section != nil && word.occur(in: $0.folded) }
    }
    guard !used.isEmpty else { return .unknown(whyTextIsUnknown ?? "情况说明里没有见到这些名词") }
    guard !glossary.isEmpty else {
      return text.lines.contains { $0.headingLevel == 1 }
        ? .notMet("没有名词解释", isPartOfMore: lacks(part: "名词解释")) : .unknown("没有认出名词解释")
    }
    let silent = used.filter { term in
      let word = Phrases([term])
      return !glossary.contains { word.occur(in: $0.folded) }
    }
    return silent.isEmpty
      ? .met("用到的 \(used.count) 个都有解释", at: glossary.first?.place)
      : .notMet("用到而没有解释的有\(silent.joined(separator: "、"))", at: glossary.first?.place)
  }

  /// Whether the glossary speaks of the 项 of a table.
  func verdict(codeNamesOf id: TableID) -> DutyVerdict {
    let names = structure.codeRows.filter { $0.table.id == id }.flatMap(\.rows).filter {
      $0.code.count == 7 && !$0.name.isEmpty
    }
    .map(\.name)
    guard !names.isEmpty else { return .unknown("公开\(id.rawValue)表没有读到项级科目") }
    guard explanation != nil else { return .unknown("没有看文字") }
    guard !glossary.isEmpty else { return .notMet("没有名词解释", isPartOfMore: true) }
    let silent = names.filter { name in
      let word = Phrases([name])
      return !glossary.contains { word.occur(in: $0.folded) }
    }
    return silent.isEmpty
      ? .met("\(names.count) 个项级科目都有解释", at: glossary.first?.place)
      : .notMet(
        "\(names.count) 个项级科目中没有解释的有 \(silent.count) 个：\(silent.joined(separator: "、"))", at: glossary.first?.place)
  }
}
