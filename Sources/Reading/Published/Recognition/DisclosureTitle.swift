import Accounts
import Formats

/// The title of a whole disclosure: 某某局2024年度单位决算公开.
///
/// Only it tells 单位 from 部门 for sure: the national form prints 部门名称 above the tables of a single unit as well.
struct DisclosureTitle {
  /// What stands before the year; nil when nothing does.
  private(set) var unitName: String?
  let year: Int?
  let scope: DisclosureScope

  /// How such a title ends.
  private static let endings = DisclosureScope.allCases.flatMap { scope in
    ["年度\(scope.rawValue)决算公开", "年\(scope.rawValue)决算公开", "年度\(scope.rawValue)决算", "年\(scope.rawValue)决算"]
      .map { (reversedText: Array($0.utf8.reversed()), scope: scope) }
  }

  /// Takes a line; nil when it is no such title.
  init?(_ text: String) {
    let folded = text.foldedForComparison
    // Bytes compare faster than characters, and nearly every line is asked.
    guard let ending = Self.endings.first(where: { folded.utf8.reversed().starts(with: $0.reversedText) }) else {
      return nil
    }
    scope = ending.scope
    let head = folded.split(separator: "年", omittingEmptySubsequences: false).dropLast().joined(separator: "年")
    let digits = String(head.suffix(4))
    year = digits.utf8.count == 4 && digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    let name = text.unicodeScalars.prefix { !("0"..."9").contains($0.foldedToHalfWidth) }
    let trimmed = String(name).trimmed
    // A name with digits of its own is not cut at them.
    unitName = trimmed.isEmpty || trimmed.foldedForComparison + digits != head ? nil : trimmed
  }

  /// The title that a line ends where the cover breaks it over lines, or whose unit stands on the lines above; nil where it
  /// ends none. `above` are the lines before it, the nearest last; the words say how names of units and places end.
  init?(_ text: String, below above: [String], _ words: ProseWords) {
    if let title = DisclosureTitle(text) {
      self = title
      if unitName == nil { unitName = Self.unitName(in: above, words) }
    } else if let last = above.last, text.utf8.count <= 60, last.ends(with: "年度") || last.ends(with: "年"),
      let title = DisclosureTitle(last + text)
    {
      self = title
      unitName =
        unitName.map { Self.name($0, below: above.dropLast(), words) }
        ?? Self.unitName(in: above.dropLast(), words)
    } else {
      return nil
    }
  }

  /// The name of a unit that the last of these lines is, with the place on the line before it; nil where it is none.
  private static func unitName(in lines: some BidirectionalCollection<String>, _ words: ProseWords) -> String? {
    guard let last = lines.last, isName(last, endingIn: words.unitEndings) else { return nil }
    return name(last, below: lines.dropLast(), words)
  }

  /// A name with the place before it that the last of these lines is.
  private static func name(
    _ name: String, below lines: some BidirectionalCollection<String>, _ words: ProseWords
  ) -> String {
    guard let place = lines.last, isName(place, endingIn: words.placeEndings) else { return name }
    return place + name
  }

  private static func isName(_ text: String, endingIn endings: [[Unicode.Scalar]]) -> Bool {
    let characters = Array(text.unicodeScalars)
    return (2...30).contains(characters.count)
      && characters.allSatisfy { "\u{4E00}"..."\u{9FFF}" ~= $0 || "（）()".unicodeScalars.contains($0) }
      && endings.contains { characters.suffix($0.count).elementsEqual($0) }
  }
}
