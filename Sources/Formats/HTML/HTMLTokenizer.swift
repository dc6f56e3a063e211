import System

/// One pass over the bytes of an HTML page that finds its tags and the text between them, however badly it is written.
///
/// It never goes back: every byte is looked at a fixed number of times.
package struct HTMLTokenizer {
  /// A piece of a page.
  package enum Token {
    /// Text between tags, its character references not yet resolved.
    case text(Range<Int>)
    /// The beginning of an element, with the columns and rows it says to cover and where its value stands, if it has one:
    /// of `data` its `value`, of any other the exact amount behind its figure (`data-fen`).
    case start(name: String, columns: Int, rows: Int, value: Range<Int>?)
    /// A file inside the page: a script that names one, which no browser runs, and what stands in it.
    case file(name: Range<Int>, content: Range<Int>)
    /// The end of an element.
    case end(name: String)
    /// The page ends inside a comment, a tag or a script, whose beginning this is: what follows it is not read.
    case cutOff
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  /// The element whose content is not text for people, and which therefore only its end tag ends.
  private var skipped: String?
  /// The file that it says to be, if it is one.
  private var skippedFile: Range<Int>?
  private var lineOffset = 0
  private var lineNumber = 1
  /// Where the last token began.
  package private(set) var tokenStart = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The line on which the last token began, counted from 1.
  package mutating func line() -> Int {
    var offset = lineOffset
    while offset < tokenStart {
      // Nearly all bytes lie above both line ends.
      if let eight = EightBytes(bytes, at: offset, before: tokenStart), !eight.mayEndLine {
        offset += 8
        continue
      }
      if bytes[offset] <= 0x0D {
        let isReturn = bytes[offset] == 0x0D
        if bytes[offset] == 0x0A || isReturn && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A) {
          lineNumber += 1
        }
      }
      offset += 1
    }
    lineOffset = offset
    return lineNumber
  }

  /// The next piece; nil at the end of the page.
  package mutating func next() -> Token? {
    if let name = skipped {
      skipped = nil
      tokenStart = offset
      guard skip(to: name) else { return .cutOff }
      if let file = skippedFile {
        skippedFile = nil
        return .file(name: file, content: tokenStart..<offset)
      }
    }
    while offset < bytes.count {
      tokenStart = offset
      guard bytes[offset] == less, let kind = markup(at: offset) else { return text() }
      switch kind {
      case .comment: if !comment() { return .cutOff }
      case .declaration: if !skipPast(greater) { return .cutOff }
      case .startTag, .endTag: return tag(isEnd: kind == .endTag) ?? .cutOff
      }
    }
    return nil
  }

  private enum Markup {
    case comment, declaration, startTag, endTag
  }

  private let less = UInt8(ascii: "<")
  private let greater = UInt8(ascii: ">")

  /// What a less-than sign begins; nil when it is only text.
  private func markup(at start: Int) -> Markup? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      let isComment =
        start + 3 < bytes.count && bytes[start + 2] == UInt8(ascii: "-") && bytes[start + 3] == UInt8(ascii: "-")
      return isComment ? .comment : .declaration
    case UInt8(ascii: "?"): return .declaration
    case UInt8(ascii: "/"): return start + 2 < bytes.count && Self.isLetter(bytes[start + 2]) ? .endTag : .declaration
    case let byte: return Self.isLetter(byte) ? .startTag : nil
    }
  }

  private mutating func text() -> Token {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] != less || markup(at: offset) == nil { offset += 1 }
    return .text(start..<offset)
  }

  /// Goes past a comment; false when it does not end.
  private mutating func comment() -> Bool {
    // <!--> and <!---> are whole comments.
    offset += 2
    while offset < bytes.count {
      if bytes[offset] == greater, bytes[offset - 1] == UInt8(ascii: "-"), bytes[offset - 2] == UInt8(ascii: "-") {
        offset += 1
        return true
      }
      offset += 1
    }
    return false
  }

  private mutating func skipPast(_ byte: UInt8) -> Bool {
    while offset < bytes.count {
      offset += 1
      if bytes[offset - 1] == byte { return true }
    }
    return false
  }

  /// Goes to the end tag of an element whose content is not read; false when it has none.
  private mutating func skip(to name: String) -> Bool {
    let name = Array(name.utf8)
    while let sign = firstLess(from: offset) {
      offset = sign
      if offset + 2 + name.count <= bytes.count, bytes[offset + 1] == UInt8(ascii: "/"),
        name.indices.allSatisfy({ Self.lowercased(bytes[offset + 2 + $0]) == name[$0] })
      {
        return true
      }
      offset += 1
    }
    offset = bytes.count
    return false
  }

  /// The next less-than sign: scripts and styles are long and have few.
  private func firstLess(from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(less), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Reads a tag with its attributes; nil when the page ends inside it.
  private mutating func tag(isEnd: Bool) -> Token? {
    offset += isEnd ? 2 : 1
    let name = word()
    var spans = (columns: 1, rows: 1)
    var marked: Range<Int>?
    var exact: Range<Int>?
    var file: Range<Int>?
    while true {
      skipSpace()
      guard offset < bytes.count else { return nil }
      if bytes[offset] == greater {
        offset += 1
        break
      }
      if bytes[offset] == UInt8(ascii: "/") || bytes[offset] == UInt8(ascii: "=") {
        offset += 1
        continue
      }
      let attribute = word()
      skipSpace()
      guard offset < bytes.count else { return nil }
      guard bytes[offset] == UInt8(ascii: "=") else { continue }
      offset += 1
      guard let value = value() else { return nil }
      if attribute == "colspan" { spans.columns = Self.span(bytes[value]) }
      if attribute == "rowspan" { spans.rows = Self.span(bytes[value]) }
      if attribute == "value" { marked = value }
      if attribute == "data-fen" { exact = value }
      if attribute == "data-file" { file = value }
    }
    if isEnd { return .end(name: name) }
    if Self.withoutText.contains(name) {
      skipped = name
      skippedFile = name == "script" ? file : nil
    }
    return .start(name: name, columns: spans.columns, rows: spans.rows, value: name == "data" ? marked : exact)
  }

  /// Elements whose content is no text of the page.
  private static let withoutText: Set<String> = [
    "script", "style", "template", "noscript", "svg", "textarea", "iframe",
  ]

  /// A name up to a space or a sign that ends it, in small letters; of a longer one only the beginning.
  private mutating func word() -> String {
    let start = offset
    scanning: while offset < bytes.count {
      switch bytes[offset] {
      case greater, UInt8(ascii: "/"), UInt8(ascii: "="), 0x09...0x0D, 0x20: break scanning
      default: offset += 1
      }
    }
    let length = min(offset - start, 15)
    return String(unsafeUninitializedCapacity: length) { name in
      for index in 0..<length { name[index] = Self.lowercased(bytes[start + index]) }
      return length
    }
  }

  /// The place of an attribute's value; nil when the page ends inside it.
  private mutating func value() -> Range<Int>? {
    skipSpace()
    guard offset < bytes.count else { return nil }
    let quote = bytes[offset]
    let start = offset
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      while offset < bytes.count, bytes[offset] != greater, !Self.isSpace(bytes[offset]) { offset += 1 }
      return start..<offset
    }
    offset += 1
    return skipPast(quote) ? (start + 1)..<(offset - 1) : nil
  }

  private mutating func skipSpace() {
    while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
  }

  /// A span beyond what browsers take, which is 1,000 columns (HTML, 4.9.11): larger ones are read as this.
  private static let largestSpan = 1_001

  /// The number of columns or rows an attribute says; 1 when it says nothing sensible.
  private static func span(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var span = 0
    for byte in digits where !isSpace(byte) {
      guard byte >= 48, byte <= 57 else { break }
      span = min(span * 10 + Int(byte - 48), Self.largestSpan)
    }
    return max(1, span)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
