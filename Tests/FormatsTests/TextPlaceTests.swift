import TestSupport
import Testing

@testable import Formats

/// A place in a text, against a count of its characters one by one.
@Suite struct TextPlaceTests {
  @Test(arguments: 0..<200) func linesAndColumnsAreThoseCountedOneByOne(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Among them what ends a line, what only looks like it, and characters of one to four bytes.
    let pieces = ["a", "决", "算", "é", "𠀀", "\n", "\r\n", "\r", "\t", "\u{0B}", "\u{0E}", " ", "12345678", "公开表"]
    let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
    let bytes = Array(text.utf8)
    var (line, column, offset) = (1, 1, 0)
    var previous: Unicode.Scalar?
    bytes.withUnsafeBufferPointer { buffer in
      var place = TextPlace(offset: 0)
      for scalar in text.unicodeScalars {
        place.advance(to: offset, in: buffer)
        // Between CR and LF the line has ended already.
        #expect(place.line == line && place.column == column, "\(text.debugDescription) at \(offset)")
        if scalar == "\r" || scalar == "\n" && previous != "\r" { line += 1 }
        column = scalar == "\r" || scalar == "\n" ? 1 : column + 1
        previous = scalar
        offset += UTF8.width(scalar)
      }
      // In one step from the start.
      var whole = TextPlace(offset: 0)
      whole.advance(to: bytes.count, in: buffer)
      #expect(whole.line == line && whole.column == column)
    }
  }
}
