/// How wide a text is set at most, in hundredths of its size.
///
/// A Chinese character is as wide as the text is high. Letters and digits are counted wider than common fonts set them,
/// since it is not known which font a reader has.
func emWidth(_ text: String) -> Int { text.utf8.reduce(0) { $0 + emWidth($1) } }

/// What the first byte of a character adds; the bytes behind it add nothing.
private func emWidth(_ byte: UInt8) -> Int {
  switch byte {
  case 0x80...0xBF: 0
  case UInt8(ascii: "m"), UInt8(ascii: "w"): 100
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): 60
  case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"):
    60
  default: 100
  }
}

extension String {
  /// The text, or as much of its beginning as a width holds together with an ellipsis.
  func shortened(to width: Int) -> String {
    guard emWidth(self) > width else { return self }
    var kept = ""
    var used = 100
    for character in self {
      used += emWidth(String(character))
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
