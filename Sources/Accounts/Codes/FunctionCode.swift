/// A code of 支出功能分类科目: 类 three digits (201), 款 five (20138), 项 seven (2013801).
package struct FunctionCode: Hashable, Sendable, Comparable {
  /// How deep a code stands in the classification.
  package enum Level: Int, Sendable, CaseIterable {
    case category = 3
    case section = 5
    case item = 7

    /// The Chinese word for the level.
    package var word: String {
      switch self {
      case .category: "类"
      case .section: "款"
      case .item: "项"
      }
    }
  }

  /// The digits as written, leading zeros kept.
  package let digits: String

  /// The level, which the number of digits decides.
  package let level: Level

  /// Takes 3, 5 or 7 digits (full-width ones folded, spaces around them ignored); nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard let digits = codeDigits(String(text)), let level = Level(rawValue: digits.utf8.count) else { return nil }
    self.digits = digits
    self.level = level
  }

  /// The 类 this code belongs to.
  package var category: String { String(digits.prefix(3)) }

  /// The code one level up; nil for a 类.
  package var parent: FunctionCode? { level == .category ? nil : FunctionCode(digits.dropLast(2)) }

  package static func < (left: FunctionCode, right: FunctionCode) -> Bool { left.digits < right.digits }
}

/// The text as ASCII digits, full-width ones folded and white space at the ends dropped; nil when others stand there.
func codeDigits(_ text: String) -> String? {
  if text.utf8.allSatisfy({ (48...57).contains($0) }) { return text }
  var digits = String.UnicodeScalarView()
  for scalar in text.trimmed.unicodeScalars {
    let plain = scalar.foldedToHalfWidth
    guard ("0"..."9").contains(plain) else { return nil }
    digits.append(plain)
  }
  return String(digits)
}
