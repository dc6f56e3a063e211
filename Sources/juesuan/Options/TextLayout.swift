// Chinese and Latin text set in the columns of a terminal.

extension Character {
  /// Whether a terminal gives it two columns: 汉字, kana, full-width signs (East Asian Width W and F).
  fileprivate var isWide: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// How many columns a terminal gives it.
  var displayWidth: Int { reduce(0) { $0 + ($1.isWide ? 2 : 1) } }

  /// It, followed by spaces up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - displayWidth)) }
}

extension String {
  /// It in lines of a width at most; a word that is longer is left whole.
  ///
  /// A line ends at a space, which goes, or beside a wide character; no line begins with a closing mark or ends with an
  /// opening one (避头尾).
  func lines(ofWidth width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      if !line.isEmpty, line.displayWidth + piece.withoutSpaceAtEnd.displayWidth > width {
        lines.append(line.withoutSpaceAtEnd)
        line = ""
      }
      line += piece
    }
    return lines + [line.withoutSpaceAtEnd]
  }

  /// It, cut wherever a line may end.
  private var pieces: [String] {
    var pieces: [String] = []
    var last: Character?
    for character in self {
      if let last, Self.mayBreak(between: last, and: character) {
        pieces.append(String(character))
      } else {
        pieces.append((pieces.popLast() ?? "") + String(character))
      }
      last = character
    }
    return pieces
  }

  private static func mayBreak(between last: Character, and next: Character) -> Bool {
    // The point of a file's ending, in a list of them, closes nothing.
    if last == "、", next == "." { return true }
    guard next != " ", !"，。、；：！？）”》」』】…,.;:!?)]%".contains(next), !"（“《「『【([".contains(last) else { return false }
    return last == " " || last.isWide || next.isWide || last == "”" || next == "“"
  }

  private var withoutSpaceAtEnd: String {
    let end = lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex
    return String(self[..<end])
  }
}
