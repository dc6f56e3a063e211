extension StringProtocol {
  /// The first character that turns the direction of what follows (双向文字的方向控制符, U+202A–202E and U+2066–2069); nil
  /// where there is none.
  ///
  /// Nobody sees it, and what stands behind it is shown in another order than it is read: 12.34 as 43.21. No Chinese text
  /// needs one.
  package var directionControl: Unicode.Scalar? {
    // All of them begin with the same byte in UTF-8, which most texts do not have.
    guard utf8.contains(0xE2) else { return nil }
    return unicodeScalars.first { ("\u{202A}"..."\u{202E}").contains($0) || ("\u{2066}"..."\u{2069}").contains($0) }
  }
}

extension Unicode.Scalar {
  /// The name by which tables of characters list it: U+202E.
  package var codePointName: String { "U+" + String(value, radix: 16, uppercase: true) }
}
