import Accounts
import Evaluations

extension String {
  /// Whether something stands in a cell of a self-evaluation table (自评表) that nobody can read: lost characters, or what a
  /// workbook shows for an error.
  ///
  /// Signs by themselves (—, ≥%, √) say there what they say.
  var isUnread: Bool {
    // Nearly every text begins with one of the common Chinese characters or a digit, and U+FFFD begins with this byte.
    if let byte = utf8.first, (0xE5...0xE9).contains(byte) || (0x30...0x39).contains(byte), !utf8.contains(0xEF) {
      return false
    }
    if unicodeScalars.contains("\u{FFFD}") { return true }
    return !isLegible && !unicodeScalars.allSatisfy { $0.isSign || $0.properties.isWhitespace }
      || first == "#" && !isLegible
  }
}

extension Unicode.Scalar {
  /// Whether it is a sign that people write into such cells; a question mark is what a lost character is shown as.
  private var isSignOfPunctuation: Bool {
    switch properties.generalCategory {
    case .dashPunctuation, .connectorPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .mathSymbol:
      true
    case .otherPunctuation: self != "?" && self != "？"
    default: false
    }
  }

  fileprivate var isSign: Bool { isSignOfPunctuation || "✓✔○●".unicodeScalars.contains(self) }

  /// Whether it is what a lost character is shown as, wherever it stands.
  var isLost: Bool { self == "\u{FFFD}" || self == "■" || self == "□" || properties.generalCategory == .privateUse }
}

extension PrintedCell {
  /// A cell as a publication prints it; damaged where it cannot be read.
  static func read(_ text: String, place: SourceLocation?) -> PrintedCell {
    text.isUnread ? .damaged(text, place: place) : PrintedCell(text, place: place)
  }

  /// The same cell where nobody knows what it is of.
  var lost: PrintedCell { isBlank ? .damaged() : .damaged(text, place: place) }

  /// Whether digits stand in it and yet no number, where a number should stand.
  var isBrokenNumber: Bool {
    guard !isDamaged, text.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return false }
    return number == nil
  }
}
