/// A text as valid UTF-8, together with the encoding it was found in.
package struct DecodedText: Sendable, Equatable {
  /// The text as valid UTF-8 without a byte order mark.
  package let utf8: [UInt8]
  /// The encoding the file was in.
  package let encoding: TextEncoding

  /// Reads the bytes of a file as UTF-8 or, failing that, as GB18030.
  ///
  /// A text that is almost wholly UTF-8 is never read as GB18030: almost any bytes pass for GB18030, and
  /// one damaged byte would turn the whole text into other characters without a word.
  package static func decode(_ bytes: [UInt8]) throws(TextEncodingError) -> DecodedText {
    let mark = ByteOrderMark(startOf: bytes)
    if let mark, mark != .utf8 { throw .unsupportedEncoding(mark) }
    if let offset = bytes.firstIndex(of: 0) {
      throw .nulByte(line: TextPlace.line(of: offset, in: bytes), offset: offset)
    }

    let survey = UTF8Survey(bytes)
    guard let firstIllFormed = survey.firstIllFormed else {
      guard let mark else { return DecodedText(utf8: bytes, encoding: .utf8) }
      return DecodedText(utf8: Array(bytes.dropFirst(mark.bytes.count)), encoding: .utf8BOM)
    }
    let encoding: TextEncoding = mark == nil ? .utf8 : .utf8BOM
    if mark != nil || survey.isMeantAsUTF8 { throw undecodable(bytes, at: firstIllFormed, as: encoding) }

    switch GB18030Conversion.convert(bytes) {
    case .converted(var utf8):
      if ByteOrderMark(startOf: utf8) == .utf8 { utf8.removeFirst(ByteOrderMark.utf8.bytes.count) }
      return DecodedText(utf8: utf8, encoding: .gb18030)
    case .undecodable(let offset):
      if survey.isLikelierUTF8 { throw undecodable(bytes, at: firstIllFormed, as: encoding) }
      throw undecodable(bytes, at: offset, as: .gb18030)
    case .unavailable:
      throw .conversionUnavailable
    }
  }

  private static func undecodable(_ bytes: [UInt8], at offset: Int, as encoding: TextEncoding) -> TextEncodingError {
    // A conversion that stops short of its own end is held to the last byte, never past it.
    let offset = max(0, min(offset, bytes.count - 1))
    let byte = offset < bytes.count ? bytes[offset] : 0
    return .undecodableByte(byte, line: TextPlace.line(of: offset, in: bytes), offset: offset, encoding: encoding)
  }
}
