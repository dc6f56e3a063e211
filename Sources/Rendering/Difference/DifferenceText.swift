import Accounts
package import Checks
import Tables

/// The differences between two disclosures as text for people.
package enum DifferenceText {
  /// The text: what changed, what only one has, and all of it in figures.
  package static func text(of difference: TableDifference, from first: String, to second: String) -> String {
    var lines: [String] = []
    let groups: [(TableDifference.Presence, String)] = [
      (.both, "变动（前：\(first)，后：\(second)）："), (.onlyFirst, "只在 \(first)："), (.onlySecond, "只在 \(second)："),
    ]
    for (presence, heading) in groups where difference.count(presence) > 0 {
      if !lines.isEmpty { lines.append("") }
      lines.append(heading)
      let entries = difference.entries.filter { $0.presence == presence }
      let addressWidth = entries.map { displayWidth($0.address.description) }.max() ?? 0
      let labelWidth = min(48, entries.map { displayWidth($0.label) }.max() ?? 0)
      for entry in entries {
        let start = entry.address.description.padded(to: addressWidth) + "  " + entry.label.padded(to: labelWidth)
        let figures = [entry.first, entry.second].compactMap { $0?.shown }.joined(separator: " → ")
        lines.append("    \(start)  \(figures)" + (entry.difference.map { "  差 \($0)" } ?? ""))
      }
    }
    if !lines.isEmpty { lines.append("") }
    lines.append(summary(of: difference))
    return lines.map { FindingLine($0).text + "\n" }.joined()
  }

  /// The whole in one line.
  package static func summary(of difference: TableDifference) -> String {
    "对比 \(difference.compared) 个数：一致 \(difference.compared - difference.entries.count)，"
      + "变动 \(difference.count(.both))，只在前者 \(difference.count(.onlyFirst))，只在后者 \(difference.count(.onlySecond))。"
      + (difference.unread > 0 ? "另有 \(difference.unread) 个数有一方没有读懂，没有比较。" : "")
  }
}

extension Figure {
  /// What is printed with its unit, in words where nothing is.
  fileprivate var shown: String {
    guard case .number = content else { return text.isEmpty ? "空白" : text }
    if case .money(.yuan) = unit { return text + " 元" }
    return text
  }
}
