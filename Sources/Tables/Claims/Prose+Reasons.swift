import Accounts

extension Prose {
  /// The sentence that tells why what a claim speaks of changed; nil where none does.
  ///
  /// Where codes are gone through one by one each has its own reason; elsewhere one stands for the whole section.
  package func reason(for claim: Claim) -> String? {
    guard lines.indices.contains(claim.line) else { return nil }
    let own = lines[claim.line]
    if let reason = Self.reason(in: own) { return reason }
    guard let section = own.section, section != "一般公共预算支出具体" else { return nil }
    return lines.lazy.filter { $0.section == section }.compactMap(Self.reason).first
  }

  private static func reason(in line: Line) -> String? {
    guard line.kind == .paragraph, givesReason(line.text) else { return nil }
    let sentences = line.text.split(separator: "。")
    let sentence = sentences.first { sentence in reasonWords.contains { String(sentence).holds($0) } }
    return sentence.map { String($0).trimmed + "。" }
  }

  /// Whether words tell why something is as it is.
  package static func givesReason(_ text: String) -> Bool { reasonWords.contains { text.holds($0) } }

  private static let reasonWords = ["原因", "主要是", "主要由于", "由于", "系因", "主要为"]
}
