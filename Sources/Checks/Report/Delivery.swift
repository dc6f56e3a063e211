/// Who of the units that must publish has done so (公开情况): what was checked, held against a list.
package struct Delivery: Sendable {
  /// How many units the list has.
  package let listed: Int
  /// The units of which nothing was found, in the order of the list.
  package let missing: [String]
  /// The inputs that are no unit's of the list, by the unit they name or else their own name.
  package let unlisted: [String]

  /// `found` are the positions in the list of what was checked.
  package init(listed names: [String], found: Set<Int>, unlisted: [String]) {
    listed = names.count
    missing = names.indices.filter { !found.contains($0) }.map { names[$0] }
    self.unlisted = unlisted
  }

  /// The whole in one line.
  package var summary: String {
    var words = "清单上的 \(listed) 个单位：有公开文件的 \(listed - missing.count) 个，没有的 \(missing.count) 个"
    if !missing.isEmpty { words += "：\(missing.joined(separator: "、"))" }
    words += "。"
    return unlisted.isEmpty ? words : words + "不在清单上的 \(unlisted.count) 份：\(unlisted.joined(separator: "、"))。"
  }
}
