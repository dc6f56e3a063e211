/// A text with every character escaped that GitHub-flavoured Markdown would take for mark-up or HTML, on one line.
package func markdownEscaped(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  var word: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#":
      escaped.append("\\")
      escaped.append(scalar)
    case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
    case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
    case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
    // An address becomes a link without any mark-up; it needs the colon, the first point or the sign itself.
    case ":" where ["http", "https", "ftp"].contains(where: { word.ends(with: $0) }):
      escaped.append(contentsOf: "&#58;".unicodeScalars)
    case "." where word.ends(with: "www"): escaped.append(contentsOf: "\\.".unicodeScalars)
    case "@": escaped.append(contentsOf: "&#64;".unicodeScalars)
    case "\n", "\r", "\u{2028}", "\u{2029}": escaped.append(" ")
    default: escaped.append(scalar)
    }
    if scalar.properties.isAlphabetic, scalar.isASCII { word.append(scalar) } else { word.removeAll() }
  }
  return String(escaped)
}

extension [Unicode.Scalar] {
  /// Whether these letters end with a word, in capitals or not.
  fileprivate func ends(with word: String) -> Bool {
    suffix(word.unicodeScalars.count).map(\.properties.lowercaseMapping).joined() == word
  }
}

/// A paragraph that Markdown takes for nothing else: what would begin a list or a rule at the start of a line is
/// escaped too.
package func markdownParagraph(_ text: String) -> String {
  let escaped = markdownEscaped(text.drop(while: \.isWhitespace).description)
  let digits = escaped.prefix { ("0"..."9").contains($0) }
  if let mark = escaped.dropFirst(digits.count).first, !digits.isEmpty, mark == "." || mark == ")" {
    return digits + "\\" + escaped.dropFirst(digits.count)
  }
  return escaped.first.map { "-+=".contains($0) } == true ? "\\" + escaped : escaped
}
