/// The spelling of lengths in a document.
enum WordMeasure {
  /// A length in millimetres as twentieths of a point.
  static func twips(ofMillimetres length: Double) -> Int { Int((length * 1440 / 25.4).rounded()) }

  /// A size in points as half points.
  static func halfPoints(_ size: Double) -> String { String(Int((size * 2).rounded())) }

  /// A size in points as twentieths of a point.
  static func twips(ofPoints size: Double) -> String { String(Int((size * 20).rounded())) }
}
