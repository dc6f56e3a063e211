/// Paths whose bytes are not all UTF-8 (不是 UTF-8 的文件名), as those from older Chinese systems are.
///
/// A path is a text everywhere. A byte that is part of no UTF-8 character stands in it as one of the private-use characters
/// U+10FE80 to U+10FEFF, with which no name is spelled, and is that byte again where the system is asked. So every path that
/// the system gives can be opened, and two different ones are never the same text.
package enum PathBytes {
  /// The characters that stand for the bytes 0x80 to 0xFF; those below are characters of UTF-8 whatever stands around them.
  private static let standIns: ClosedRange<UInt32> = 0x10FE80...0x10FEFF

  /// The byte with which UTF-8 spells all of these, and few others that are ever used.
  private static let lead: UInt8 = 0xF4

  /// The text for the bytes of a path.
  package static func text(of bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !hasStandIns(text) { return text }
    // Each name is in one encoding: what looks like UTF-8 in one that is not is none. A name spelled with a stand-in is kept
    // by its bytes too, or it would be taken for another.
    let names = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { name in
      if let text = String(validating: name, as: UTF8.self), !hasStandIns(text) { return text }
      var text = String.UnicodeScalarView()
      for byte in name {
        let value = byte < 0x80 ? UInt32(byte) : standIns.lowerBound - 0x80 + UInt32(byte)
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      return String(text)
    }
    return names.joined(separator: "/")
  }

  /// The text of a path that the system gives as a C string.
  package static func text(ofCString string: UnsafePointer<CChar>) -> String {
    text(of: UnsafeRawBufferPointer(start: string, count: strlen(string)))
  }

  /// The bytes of a path, as the system knows it.
  package static func bytes(of path: String) -> [UInt8] {
    guard hasStandIns(path) else { return Array(path.utf8) }
    return path.unicodeScalars.flatMap { scalar in
      standIns.contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value - standIns.lowerBound + 0x80)] : Array(String(scalar).utf8)
    }
  }

  /// Whether a text holds bytes that are no UTF-8.
  package static func hasStandIns(_ text: String) -> Bool {
    text.utf8.contains(lead) && text.unicodeScalars.contains { standIns.contains($0.value) }
  }
}

extension String {
  /// Hands the bytes of a path on to a call of the system.
  func withPath<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    guard PathBytes.hasStandIns(self) else { return try withCString(body) }
    let bytes = PathBytes.bytes(of: self).map { CChar(bitPattern: $0) } + [0]
    return try bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return try withCString(body) }
      return try body(start)
    }
  }
}
