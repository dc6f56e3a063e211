extension StringProtocol {
  /// The first character that turns the direction of what follows (双向文字的方向控制符, U+202A–202E and U+2066–2069); nil
  /// where there is none.
  ///
  /// Nobody sees it, and what stands behind it is shown in another order than it is read: 12.34 as 43.21. No Chinese text
  /// needs one.
  package var directionControl: Unicode.Scalar? {
    // They are E2 80 AA–AE and E2 81 A6–A9 in UTF-8; most texts have not even the first byte.
    var text = String(self)
    return text.withUTF8 { bytes in
      var index = 0
      while index + 2 < bytes.count {
        defer { index += 1 }
        guard bytes[index] == 0xE2 else { continue }
        switch (bytes[index + 1], bytes[index + 2]) {
        case (0x80, 0xAA...0xAE): return Unicode.Scalar(0x2000 + UInt32(bytes[index + 2] & 0x3F))
        case (0x81, 0xA6...0xA9): return Unicode.Scalar(0x2040 + UInt32(bytes[index + 2] & 0x3F))
        default: continue
        }
      }
      return nil
    }
  }
}

extension Unicode.Scalar {
  /// The name by which tables of characters list it: U+202E.
  package var codePointName: String { "U+" + String(value, radix: 16, uppercase: true) }
}
