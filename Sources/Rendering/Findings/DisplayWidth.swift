/// How many columns of a terminal a text takes: two for a Chinese character or full-width sign, one for any other.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { width, scalar in
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      width + 2
    default: width + 1
    }
  }
}

extension String {
  /// The text with blanks after it up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - displayWidth(self))) }

  /// The text with blanks before it up to a width.
  func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - displayWidth(self))) + self }
}
