import Accounts
import Formats

/// How two names are told to be one unit's (单位名称).
///
/// A school's name begins with that of the bureau it belongs to, so that a name which begins with another is another unit's; one
/// that ends with it has the place before it.
struct UnitNames: Sendable {
  /// What stands behind a unit's name where it speaks of itself without those that belong to it, the longest first.
  private let itself: [String]

  /// The built-in words; throws ``DamagedData`` when the file does not say what it has to.
  static func standard() throws(DamagedData) -> UnitNames { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("unit-names.json", of: embeddedFiles) { root throws(JSONFieldError) in
      UnitNames(
        itself: try root.field("itself").strings().map { comparableWords($0) }
          .sorted { $0.utf8.count > $1.utf8.count })
    }
  }

  /// Whether both may name one unit: alike but for the place before one of them or 本级 behind it.
  func areOne(_ one: String, _ other: String) -> Bool {
    let (one, other) = (core(of: one), core(of: other))
    guard !one.isEmpty, !other.isEmpty else { return false }
    return one.ends(with: other) || other.ends(with: one)
  }

  /// A name without 本级.
  private func core(of name: String) -> String {
    let words = comparableWords(name)
    return itself.first { words.ends(with: $0) }.map { String(words.dropLast($0.count)) } ?? words
  }
}
