import Accounts
import Tables

extension Finding {
  /// By how much the figures differ and what should stand there, as one clause; empty when nothing can be said.
  var differenceWords: String {
    var words: [String] = []
    if let gap { words.append("相差 \(gap)" + (allowed.map { "，四舍五入至多 \($0)" } ?? "")) }
    if let expected { words.append("应为 \(expected)") }
    return words.joined(separator: "；")
  }

  /// By how much the figures differ, without a sign: what should stand there says which way.
  var gap: String? { residual.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 } }

  /// What to do, as a sentence; empty when nothing is advised.
  var adviceSentence: String { advice.isEmpty || advice.hasSuffix("。") ? advice : advice + "。" }

  /// Everything in one paragraph, for formats that show no more than a text.
  var paragraph: String {
    let figures = operands.prefix(Finding.shownOperands).map(\.words).joined(separator: "；")
    let explained =
      symptoms.isEmpty ? "" : "由此而来的发现 \(symptoms.count) 条：" + symptoms.map(\.symptomWords).joined(separator: "。")
    return [message, figures + restWords, differenceWords, advice, explained]
      .map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 }
      .filter { !$0.isEmpty }.joined(separator: "。") + "。"
  }

  /// A finding that another explains, in a line: its rule, what it says and the figures it says it of.
  var symptomWords: String {
    let figures = operands.prefix(2).map(\.words).joined(separator: "；") + (operands.count > 2 ? "等" : "")
    return "[\(rule)] \(message)" + (figures.isEmpty ? "" : "：\(figures)")
  }

  /// How many figures there are where more are concerned than are listed for people; empty where all are.
  var restWords: String { operands.count > Finding.shownOperands ? "等 \(operands.count) 个" : "" }

  /// Where a reader should look, in words: its place, else the table of its first figure, else the input.
  func whereabouts(_ input: String, _ tables: TableSet) -> String {
    if let place = firstPlace { return place.description }
    if let table = operands.lazy.compactMap({ FigureAddress($0.address)?.table }).first {
      return table == .prose ? "情况说明" : tables[table]?.name ?? "公开\(table.rawValue)表"
    }
    return input
  }

  /// The most figures listed for people; a sum of all 项 may have hundreds.
  static var shownOperands: Int { 8 }
}

/// An address for people: one of the text tells them nothing that the label beside it does not say.
func addressInWords(_ address: String) -> String { address.hasPrefix("文.") ? "文字" : address }

extension Finding.Operand {
  /// What is printed, in words where nothing is.
  var shown: String { printed.isEmpty ? "空白" : printed }

  /// The address as people are shown it.
  var shownAddress: String { addressInWords(address) }

  /// The cells of the ledger behind it, the first few by name; empty where none are known.
  var sourceWords: String {
    guard !sources.isEmpty else { return "" }
    let named = sources.prefix(Self.shownSources).map(\.cellWords).joined(separator: "、")
    return sources.count > Self.shownSources ? "\(named)等 \(sources.count) 格" : named
  }

  private static let shownSources = 3

  /// `01.31.1 收入总计 1,234.56`, `文字 收入总计比上年增减 减少68.13万元`.
  var words: String { [shownAddress, label, shown].filter { !$0.isEmpty }.joined(separator: " ") }

  /// Where it stands, in short where that is in the file of a place already named; empty when it is not known.
  func shortPlace(after named: SourceLocation?) -> String {
    guard let place else { return sourceWords }
    guard place.file == named?.file else { return place.description }
    if let cell = place.cell { return (place.sheet.map { $0 + "!" } ?? "") + cell }
    return place.lineWords ?? place.description
  }
}
