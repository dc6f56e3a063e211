/// How wide a text is set at most, in hundredths of its size.
///
/// A Chinese character is as wide as the text is high. Letters and digits are counted wider than common fonts set them,
/// since it is not known which font a reader has.
func emWidth(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + emWidth($1) } }

private func emWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar {
  case "a"..."l", "n"..."v", "x"..."z", "0"..."9", " ", ".", ",", "-", "(", ")": 60
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
