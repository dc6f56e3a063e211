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
    guard offset < end else { return }
    // Counted in variables of its own, which stay in registers; most bytes begin a character or go on with one.
    var column = column
    var index = offset
    while index < end {
      if let eight = EightBytes(bytes, at: index, before: end), !eight.mayEndLine {
        column += eight.characters
        index += 8
        continue
      }
      let byte = bytes[index]
      if byte > ASCII.carriageReturn {
        column += byte & 0xC0 != 0x80 ? 1 : 0
      } else if byte == ASCII.carriageReturn {
        line += 1
        column = 1
      } else if byte == ASCII.lineFeed {
        if index == 0 || bytes[index - 1] != ASCII.carriageReturn { line += 1 }
        column = 1
      } else {
        column += 1
      }
      index += 1
    }
    self.column = column
    offset = end
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
