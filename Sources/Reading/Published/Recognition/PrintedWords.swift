import Accounts

/// A title, heading or label as it is compared: full-width forms, spaces and quotation marks do not count.
func comparableWords(_ text: some StringProtocol) -> String { comparableWords(String(text)) }

/// The same of a text that is a string already, as nearly all are.
func comparableWords(_ text: String) -> String {
  var folded = text.foldedForComparison
  // Most texts have no byte that a quotation mark begins with.
  guard folded.withUTF8({ $0.contains(where: beginsQuotationMark) }),
    folded.unicodeScalars.contains(where: isQuotationMark)
  else { return folded }
  var words = String.UnicodeScalarView()
  for scalar in folded.unicodeScalars where !isQuotationMark(scalar) { words.append(scalar) }
  return String(words)
}

private func beginsQuotationMark(_ byte: UInt8) -> Bool {
  byte == 0x22 || byte == 0x27 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3
}

private func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\"", "'", "“", "”", "„", "‟", "‘", "’", "«", "»", "「", "」", "『", "』", "《", "》": true
  default: false
  }
}

/// A text without the number it begins with: 一、, （一）, 1. or 1、; the text itself when there is none.
func withoutNumbering(_ text: String) -> String {
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  var isBracketed = false
  var digits = 0
  scanning: while index < scalars.endIndex {
    let scalar = scalars[index].foldedToHalfWidth
    switch scalar {
    case "(" where digits == 0 && !isBracketed: isBracketed = true
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十":
      digits += 1
      if digits > 3 { return text }
    case " " where digits > 0: break
    case ")" where isBracketed && digits > 0, "、" where !isBracketed && digits > 0,
      "." where !isBracketed && digits > 0:
      index = scalars.index(after: index)
      // 1.5 is a number of its own.
      if scalar == ".", index < scalars.endIndex, ("0"..."9").contains(scalars[index].foldedToHalfWidth) { return text }
      break scanning
    default: return text
    }
    index = scalars.index(after: index)
  }
  let rest = String(scalars[index...]).trimmed
  return rest.isEmpty ? text : rest
}
