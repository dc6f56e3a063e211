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

extension StringProtocol {
  /// The text with full-width ASCII made half-width and all white space left out, for comparing names and headings.
  package var foldedForComparison: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let plain = scalar.foldedToHalfWidth
      if !plain.properties.isWhitespace { folded.append(plain) }
    }
    return String(folded)
  }

  /// The text without white space at either end.
  package var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
