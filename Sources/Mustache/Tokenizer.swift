/// Cuts the text of a template into text and tags.
struct Tokenizer: Sendable {
  private enum Tag {
    case interpolation(TagName, isEscaped: Bool)
    case opening(TagName, isInverted: Bool)
    case closing(TagName)
    case partial(String)
    case comment
    case delimiters(Delimiters)

    var mayStandAlone: Bool {
      if case .interpolation = self { false } else { true }
    }
  }

  private let source: [UInt8]
  private let template: String
  private var delimiters = Delimiters.standard
  private var cursor = 0
  private var isAtLineStart = true
  private var pending: Token?

  /// The line starts met so far, without the lines that hold nothing but a tag standing alone.
  private(set) var lineStarts: [Int] = []

  init(_ source: [UInt8], named template: String) {
    self.source = source
    self.template = template
  }

  mutating func next() throws(TemplateSyntaxError) -> Token? {
    while true {
      if let token = pending {
        pending = nil
        return token
      }
      guard cursor < source.count else { return nil }
      if let text = try advance() { return text }
    }
  }

  /// Moves behind the next tag, leaving it pending, and answers the text before it when there is any.
  private mutating func advance() throws(TemplateSyntaxError) -> Token? {
    guard let tagStart = source.firstOffset(of: delimiters.opening, from: cursor) else {
      defer { cursor = source.count }
      return text(upTo: source.count)
    }
    let (tag, tagEnd) = try readTag(at: tagStart)
    let text: Token?
    var indentation: Range<Int>?
    if tag.mayStandAlone, let line = lineStandingAlone(from: tagStart, to: tagEnd) {
      text = self.text(upTo: line.lowerBound, keepsLineAtEnd: false)
      indentation = line.lowerBound..<tagStart
      cursor = line.upperBound
      isAtLineStart = true
    } else {
      text = self.text(upTo: tagStart)
      cursor = tagEnd
      isAtLineStart = false
    }
    switch tag {
    case .interpolation(let name, let isEscaped): pending = .interpolation(name, isEscaped: isEscaped)
    case .opening(let name, let isInverted): pending = .opening(name, isInverted: isInverted, offset: tagStart)
    case .closing(let name): pending = .closing(name, offset: tagStart)
    case .partial(let name): pending = .partial(name, indentation: indentation, offset: tagStart)
    case .comment: break
    case .delimiters(let changed): delimiters = changed
    }
    return text
  }

  /// The text from the cursor, noting its line starts; the one at its very end belongs to the tag that follows.
  private mutating func text(upTo end: Int, keepsLineAtEnd: Bool = true) -> Token? {
    let firstLine = lineStarts.count
    if isAtLineStart { lineStarts.append(cursor) }
    for offset in cursor..<end where source[offset] == UInt8(ascii: "\n") { lineStarts.append(offset + 1) }
    // Behind the last line break of a template no line starts, and a line that is removed is not indented either.
    if end == source.count || !keepsLineAtEnd, lineStarts.count > firstLine, lineStarts.last == end {
      lineStarts.removeLast()
    }
    let lines = firstLine..<lineStarts.count
    return cursor == end && lines.isEmpty ? nil : .text(cursor..<end, lines: lines)
  }

  /// The whole line around a tag, line break included, when there is nothing but white space beside the tag.
  private func lineStandingAlone(from tagStart: Int, to tagEnd: Int) -> Range<Int>? {
    var start = tagStart
    while start > cursor, source[start - 1].isLineSpace { start -= 1 }
    guard start == cursor ? isAtLineStart : source[start - 1] == UInt8(ascii: "\n") else { return nil }
    let end = source.firstOffset(from: tagEnd, where: { !$0.isLineSpace })
    if end == source.count { return start..<end }
    if source[end] == UInt8(ascii: "\n") { return start..<(end + 1) }
    if source.holds(Array("\r\n".utf8), at: end) { return start..<(end + 2) }
    return nil
  }

  private func readTag(at tagStart: Int) throws(TemplateSyntaxError) -> (tag: Tag, end: Int) {
    let start = source.firstOffset(from: tagStart + delimiters.opening.count, where: { !$0.isTagSpace })
    guard start < source.count else { throw unclosedTag(at: tagStart, closing: delimiters.closing) }
    guard !source.holds(delimiters.closing, at: start) else { throw error(.emptyName, at: tagStart) }
    switch source[start] {
    case UInt8(ascii: "="):
      return try readDelimiters(from: start + 1, tagStart: tagStart)
    case UInt8(ascii: "!"):
      let content = try content(from: start + 1, closing: delimiters.closing, tagStart: tagStart)
      return (.comment, content.upperBound + delimiters.closing.count)
    case UInt8(ascii: "{"):
      let content = try content(from: start + 1, closing: delimiters.closingTriple, tagStart: tagStart)
      let name = try dataName(content, tagStart: tagStart)
      return (.interpolation(name, isEscaped: false), content.upperBound + delimiters.closingTriple.count)
    case let sigil:
      let isPlain = !"#^/>&".utf8.contains(sigil)
      let content = try content(from: isPlain ? start : start + 1, closing: delimiters.closing, tagStart: tagStart)
      let tag: Tag =
        switch sigil {
        case UInt8(ascii: ">"): .partial(try name(content, tagStart: tagStart))
        case UInt8(ascii: "#"): .opening(try dataName(content, tagStart: tagStart), isInverted: false)
        case UInt8(ascii: "^"): .opening(try dataName(content, tagStart: tagStart), isInverted: true)
        case UInt8(ascii: "/"): .closing(try dataName(content, tagStart: tagStart))
        default: .interpolation(try dataName(content, tagStart: tagStart), isEscaped: isPlain)
        }
      return (tag, content.upperBound + delimiters.closing.count)
    }
  }

  // Delimiters cannot hold an equals sign, so the first one ends the pair. Looking for the closing delimiter instead
  // would stop inside `{{={{ }}=}}`.
  private func readDelimiters(
    from start: Int,
    tagStart: Int
  ) throws(TemplateSyntaxError) -> (tag: Tag, end: Int) {
    let equals = source.firstOffset(from: start, where: { $0 == UInt8(ascii: "=") })
    let closing = source.firstOffset(from: min(equals + 1, source.count), where: { !$0.isTagSpace })
    guard equals < source.count, source.holds(delimiters.closing, at: closing),
      let changed = Delimiters(spelledBy: source[start..<equals])
    else {
      let end = source.firstOffset(of: delimiters.closing, from: start) ?? source.count
      throw error(.malformedDelimiters("=" + String(decoding: source[start..<end], as: UTF8.self)), at: tagStart)
    }
    return (.delimiters(changed), closing + delimiters.closing.count)
  }

  private func content(
    from start: Int,
    closing: [UInt8],
    tagStart: Int
  ) throws(TemplateSyntaxError) -> Range<Int> {
    guard let end = source.firstOffset(of: closing, from: start) else {
      throw unclosedTag(at: tagStart, closing: closing)
    }
    return start..<end
  }

  private func name(_ content: Range<Int>, tagStart: Int) throws(TemplateSyntaxError) -> String {
    let bytes = source[content]
    guard let first = bytes.firstIndex(where: { !$0.isTagSpace }),
      let last = bytes.lastIndex(where: { !$0.isTagSpace })
    else { throw error(.emptyName, at: tagStart) }
    let name = String(decoding: bytes[first...last], as: UTF8.self)
    // White space or a further opening delimiter in a name is a forgotten closing delimiter far more often than a
    // name, and such a name would silently render as nothing.
    let isMalformed =
      name.unicodeScalars.contains(where: \.properties.isWhitespace)
      || Array(bytes[first...last]).firstOffset(of: delimiters.opening, from: 0) != nil
    guard !isMalformed else { throw error(.malformedName(name), at: tagStart) }
    return name
  }

  private func dataName(_ content: Range<Int>, tagStart: Int) throws(TemplateSyntaxError) -> TagName {
    let spelling = try name(content, tagStart: tagStart)
    guard let name = TagName(spelling) else { throw error(.malformedName(spelling), at: tagStart) }
    return name
  }

  private func unclosedTag(at offset: Int, closing: [UInt8]) -> TemplateSyntaxError {
    let isTriple = closing.count > delimiters.closing.count
    return error(
      .unclosedTag(
        opening: String(decoding: delimiters.opening, as: UTF8.self) + (isTriple ? "{" : ""),
        closing: String(decoding: closing, as: UTF8.self)),
      at: offset)
  }

  private func error(_ problem: TemplateSyntaxError.Problem, at offset: Int) -> TemplateSyntaxError {
    TemplateSyntaxError(template: template, position: SourcePosition(of: offset, in: source), problem: problem)
  }
}
