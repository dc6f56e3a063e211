/// A place in a text that moves forward only, so that finding many places costs one pass.
///
/// CRLF, LF and a lone CR each end a line. Columns count Unicode scalars from 1, so that a Chinese
/// character is one column, as in an editor.
struct TextPlace {
  private(set) var offset: Int
  private(set) var line = 1
  private(set) var column = 1

  /// The start of a text that begins at the given offset, behind a byte order mark for example.
  init(offset: Int = 0) {
    self.offset = offset
  }

  /// Moves on to the given offset; an offset already passed leaves the place where it is.
  mutating func advance(to end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let end = min(end, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      if byte == ASCII.carriageReturn {
        line += 1
        column = 1
      } else if byte == ASCII.lineFeed {
        if offset == 0 || bytes[offset - 1] != ASCII.carriageReturn { line += 1 }
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
  }

  /// The line on which an offset of a file lies; right for GB18030 too, whose later bytes are never CR or LF.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var place = TextPlace()
      place.advance(to: offset, in: buffer)
      return place.line
    }
  }
}
