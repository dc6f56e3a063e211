extension Unicode.Scalar {
  /// The half-width form of a full-width ASCII character or ideographic space; every other character itself.
  package var foldedToHalfWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000: " "
    default: self
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is white space: the property of that name, without looking it up in Unicode's tables.
  package var isBlank: Bool {
    switch value {
    case 9...13, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

extension StringProtocol {
  /// The text with full-width ASCII made half-width and all white space left out, for comparing names and headings.
  package var foldedForComparison: String { String(self).foldedForComparison }

  /// The text without white space at either end.
  package var trimmed: String { String(self).trimmed }
}

extension String {
  /// The text with full-width ASCII made half-width and all white space left out, for comparing names and headings; the
  /// text itself, uncopied, where that changes nothing.
  package var foldedForComparison: String {
    var text = self
    // Every name and heading passes here, most of them several times, so this works on bytes.
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let (length, folded) = Self.fold(bytes, at: index)
        if folded != .itself { break }
        index += length
      }
      guard index < bytes.count else { return self }
      return String(unsafeUninitializedCapacity: bytes.count) { output in
        var count = index
        for copied in 0..<index { output[copied] = bytes[copied] }
        while index < bytes.count {
          let (length, folded) = Self.fold(bytes, at: index)
          switch folded {
          case .itself:
            for copied in index..<index + length { output[count + copied - index] = bytes[copied] }
            count += length
          case .ascii(let byte):
            output[count] = byte
            count += 1
          case .nothing: break
          }
          index += length
        }
        return count
      }
    }
  }

  private enum Folded: Equatable {
    case itself
    case ascii(UInt8)
    case nothing
  }

  /// How many bytes the character at an offset has, and what it is folded to; the same as ``Unicode/Scalar/isBlank`` and
  /// ``Unicode/Scalar/foldedToHalfWidth`` say of characters.
  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, folded: Folded) {
    let first = bytes[index]
    if first < 0x80 { return (1, first == 0x20 || (9...13).contains(first) ? .nothing : .itself) }
    if first < 0xE0 {
      return (2, first == 0xC2 && (bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0) ? .nothing : .itself)
    }
    if first >= 0xF0 { return (4, .itself) }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    switch (first, second) {
    case (0xEF, 0xBC) where third >= 0x81: return (3, .ascii(third - 0x60))
    case (0xEF, 0xBD) where third <= 0x9E: return (3, .ascii(third - 0x20))
    case (0xE2, 0x80) where third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF: return (3, .nothing)
    case (0xE2, 0x81) where third == 0x9F, (0xE1, 0x9A) where third == 0x80, (0xE3, 0x80) where third == 0x80:
      return (3, .nothing)
    default: return (3, .itself)
    }
  }

  /// The text without white space at either end; the text itself, uncopied, where there is none.
  package var trimmed: String {
    // Nearly all texts begin and end with an ASCII sign or one of the common Chinese characters, which their first byte
    // tells.
    func isSign(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
    func isChinese(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }
    let bytes = utf8
    if let first = bytes.first, let last = bytes.last, isSign(first) || isChinese(first),
      isSign(last) || bytes.count > 2 && isChinese(bytes[bytes.index(bytes.endIndex, offsetBy: -3)])
    {
      return self
    }
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "" }
    if !first.isBlank, !last.isBlank { return self }
    guard let start = scalars.firstIndex(where: { !$0.isBlank }), let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[start...end]))
  }
}
