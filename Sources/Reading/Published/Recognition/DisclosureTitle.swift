import Accounts

/// The title of a whole disclosure: 某某局2024年度单位决算公开.
///
/// Only it tells 单位 from 部门 for sure: the national form prints 部门名称 above the tables of a single unit as well.
struct DisclosureTitle {
  /// What stands before the year; nil when nothing does.
  let unitName: String?
  let year: Int?
  let scope: DisclosureScope

  /// Takes a line; nil when it is no such title.
  init?(_ text: String) {
    let folded = text.foldedForComparison
    func ends(_ word: String) -> Bool {
      ["年度\(word)决算公开", "年\(word)决算公开", "年度\(word)决算", "年\(word)决算"].contains { folded.hasSuffix($0) }
    }
    guard let scope = DisclosureScope.allCases.first(where: { ends($0.rawValue) }) else { return nil }
    self.scope = scope
    let head = folded.split(separator: "年", omittingEmptySubsequences: false).dropLast().joined(separator: "年")
    let digits = String(head.suffix(4))
    year = digits.utf8.count == 4 && digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    let name = text.unicodeScalars.prefix { !("0"..."9").contains($0.foldedToHalfWidth) }
    let trimmed = String(name).trimmed
    // A name with digits of its own is not cut at them.
    unitName = trimmed.isEmpty || trimmed.foldedForComparison + digits != head ? nil : trimmed
  }
}
