/// A text with every character escaped that GitHub-flavoured Markdown would take for mark-up or HTML, on one line.
package func markdownEscaped(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#":
      escaped.append("\\")
      escaped.append(scalar)
    case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
    case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
    case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
    // An autolink needs the colon or the sign itself.
    case ":" where escaped.reversed().starts(with: "ptth".unicodeScalars)
      || escaped.reversed().starts(with: "sptth".unicodeScalars):
      escaped.append(contentsOf: "&#58;".unicodeScalars)
    case "@": escaped.append(contentsOf: "&#64;".unicodeScalars)
    case "\n", "\r", "\u{2028}", "\u{2029}": escaped.append(" ")
    default: escaped.append(scalar)
    }
  }
  return String(escaped)
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
