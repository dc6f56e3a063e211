/// A code of 部门预算支出经济分类科目: 类 three digits (301), 款 five (30101).
package struct EconomicCode: Hashable, Sendable, Comparable {
  /// How deep a code stands in the classification.
  package enum Level: Int, Sendable, CaseIterable {
    case category = 3
    case section = 5

    /// The Chinese word for the level.
    package var word: String { self == .category ? "类" : "款" }
  }

  /// The digits as written, leading zeros kept.
  package let digits: String

  /// The level, which the number of digits decides.
  package let level: Level

  /// Takes 3 or 5 digits (full-width ones folded, spaces around them ignored); nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard let digits = codeDigits(String(text)), let level = Level(rawValue: digits.utf8.count) else { return nil }
    self.digits = digits
    self.level = level
  }

  /// The 类 this code belongs to.
  package var category: String { String(digits.prefix(3)) }

  package static func < (left: EconomicCode, right: EconomicCode) -> Bool { left.digits < right.digits }
}
