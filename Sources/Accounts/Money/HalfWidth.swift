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
  package var foldedForComparison: String {
    // Most texts have nothing to fold, and are not written anew.
    guard unicodeScalars.contains(where: { $0.isBlank || $0.foldedToHalfWidth != $0 }) else { return String(self) }
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let plain = scalar.foldedToHalfWidth
      if !plain.isBlank { folded.append(plain) }
    }
    return String(folded)
  }

  /// The text without white space at either end.
  package var trimmed: String { String(self).trimmed }
}

extension String {
  /// The text without white space at either end; the text itself, uncopied, where there is none.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return "" }
    if !first.isBlank, !last.isBlank { return self }
    guard let start = scalars.firstIndex(where: { !$0.isBlank }), let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[start...end]))
  }
}
