/// Escapes the five characters that HTML gives a meaning to, for use as the escaping of a render.
package func htmlEscaped(_ text: String) -> String {
  // Most cells hold nothing to escape; those go through without an allocation.
  guard text.utf8.contains(where: { htmlReference(for: $0) != nil }) else { return text }
  var escaped: [UInt8] = []
  escaped.reserveCapacity(text.utf8.count + 16)
  for byte in text.utf8 {
    if let reference = htmlReference(for: byte) {
      escaped.append(contentsOf: reference.utf8)
    } else {
      escaped.append(byte)
    }
  }
  return String(decoding: escaped, as: UTF8.self)
}

private func htmlReference(for byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
