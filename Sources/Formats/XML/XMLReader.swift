/// A strict pull parser of XML with namespaces, which holds no more than a piece of the text at a time.
///
/// It knows elements, attributes, text, CDATA, the five entities of XML itself and character numbers; comments and
/// processing instructions are passed over, a document type is refused. What it gives about an element and its
/// attributes holds until the next step. The time it takes grows with the length of the text only.
///
///     try reader.nextElement()
///     let root = reader.depth
///     while try reader.nextChild(ofDepth: root, in: .spreadsheet) {
///       if reader.localName == "row" { … }
///     }
package struct XMLReader: ~Copyable {
  /// What a step came upon.
  package enum Event: Sendable, Equatable {
    /// The beginning of an element.
    case start
    /// The end of an element; an element without content has one as well.
    case end
    /// A piece of text, in `text`; the text of an element may come in several pieces.
    case text
    /// The end of the whole text.
    case endOfText
  }

  /// About how many bytes are taken from the source, and given as text, at a time.
  package static let pieceBytes = 65_536

  private struct Attribute {
    var name: Range<Int>
    /// Where the local part of the name begins.
    var localStart: Int
    var value: Range<Int>
  }

  private struct Binding {
    var prefix: [UInt8]
    var namespace: XMLNamespace
    var depth: Int
  }

  /// How many elements are open; the one just begun counts, the one just ended does not.
  package private(set) var depth = 0
  /// The namespace of the element just begun.
  package private(set) var namespace = XMLNamespace.none
  /// The piece of text just come upon, as UTF-8 with its references resolved.
  package private(set) var text: [UInt8] = []

  private let limits: XMLLimits
  private var input: XMLInput
  /// The piece of the text at hand; what lies before `position` is done with.
  private var buffer: [UInt8] = []
  private var position = 0
  /// How many bytes were dropped from the front of the buffer so far.
  private var droppedCount = 0
  private var localNameRange = 0..<0
  private var attributes: [Attribute] = []
  private var isEndPending = false
  private var hasRoot = false
  /// The names of the open elements one behind another, and where each begins.
  private var openNames: [UInt8] = []
  private var openNameStarts: [Int] = []
  private var bindings: [Binding] = []
  private var defaultNamespace = XMLNamespace.none

  /// A reader of the text in an entry of an archive.
  package init(_ entry: ZIPEntryReader, limits: XMLLimits = XMLLimits()) {
    input = XMLInput(.entry(entry), chunkBytes: Self.pieceBytes)
    self.limits = limits
  }

  /// A reader of a text in memory, taken in pieces of a number of bytes.
  package init(_ bytes: [UInt8], limits: XMLLimits = XMLLimits(), chunkBytes: Int = pieceBytes) {
    input = XMLInput(.bytes(bytes[...]), chunkBytes: chunkBytes)
    self.limits = limits
  }

  // MARK: Steps

  /// Moves on to the next beginning or end of an element or piece of text.
  package mutating func next() throws(XMLError) -> Event {
    if isEndPending {
      isEndPending = false
      closeElement()
      return .end
    }
    while try ensure(1) {
      if buffer[position] != ASCII.lessThan {
        try readText()
        return .text
      }
      if let event = try readMarkup() { return event }
    }
    guard depth == 0, hasRoot else { throw error(.endsTooEarly) }
    return .endOfText
  }

  /// Moves to the next start tag; false when there is none left.
  package mutating func nextElement() throws(XMLError) -> Bool {
    while true {
      switch try next() {
      case .start: return true
      case .endOfText: return false
      case .end, .text: continue
      }
    }
  }

  /// Moves on to the next child, in a namespace, of the element at a depth; false once that element has ended.
  ///
  /// Whatever is left of the child before is passed over.
  package mutating func nextChild(ofDepth parent: Int, in wanted: XMLNamespace) throws(XMLError) -> Bool {
    guard depth >= parent else { return false }
    while true {
      switch try next() {
      case .start where depth == parent + 1 && namespace == wanted: return true
      case .end where depth < parent: return false
      case .endOfText: return false
      case .start, .end, .text: continue
      }
    }
  }

  /// Moves on to the end of the element just begun and returns its text without that of elements within.
  package mutating func elementText() throws(XMLError) -> String {
    let element = depth
    var whole: [UInt8] = []
    while true {
      switch try next() {
      case .text where depth == element:
        guard whole.count + text.count <= limits.textBytes else {
          throw error(.textTooLong(limit: limits.textBytes))
        }
        whole += text
      case .end where depth < element: return String(decoding: whole, as: UTF8.self)
      case .endOfText: return ""
      case .start, .end, .text: continue
      }
    }
  }

  // MARK: The element just begun

  /// The name, without its prefix, of the element just begun.
  package var localName: String {
    spelling(localNameRange)
  }

  /// Whether the element just begun has a name, its prefix left out.
  package func isNamed(_ name: StaticString) -> Bool {
    matches(localNameRange, name)
  }

  /// The value of an attribute without a prefix of the element just begun, nil when it has none.
  package func attribute(_ name: StaticString) throws(XMLError) -> String? {
    for attribute in attributes where attribute.localStart == attribute.name.lowerBound {
      if matches(attribute.name, name) { return try value(of: attribute) }
    }
    return nil
  }

  /// The value of an attribute in a namespace of the element just begun, nil when it has none.
  package func attribute(_ name: StaticString, in wanted: XMLNamespace) throws(XMLError) -> String? {
    for attribute in attributes where attribute.localStart > attribute.name.lowerBound {
      if matches(attribute.localStart..<attribute.name.upperBound, name),
        try resolve(prefix: attribute.name.lowerBound..<(attribute.localStart - 1)) == wanted
      {
        return try value(of: attribute)
      }
    }
    return nil
  }

  private func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    let start = name.utf8Start
    for index in 0..<range.count where buffer[range.lowerBound + index] != start[index] { return false }
    return true
  }

  private func value(of attribute: Attribute) throws(XMLError) -> String {
    // Nearly all values stand as they are.
    guard buffer[attribute.value].contains(where: { $0 == ASCII.ampersand || $0 < ASCII.space }) else {
      return spelling(attribute.value)
    }
    var value: [UInt8] = []
    var offset = attribute.value.lowerBound
    while offset < attribute.value.upperBound {
      let byte = buffer[offset]
      if byte == ASCII.ampersand {
        guard let end = buffer[offset..<attribute.value.upperBound].firstIndex(of: ASCII.semicolon) else {
          throw error(.unknownReference(spelling(offset..<attribute.value.upperBound)))
        }
        value += try resolvedReference(offset..<end)
        offset = end + 1
      } else {
        value.append(byte < ASCII.space ? ASCII.space : byte)
        offset += 1
      }
    }
    return String(decoding: value, as: UTF8.self)
  }

  // MARK: The buffer

  /// Makes sure that a number of bytes lie ahead; false when the text ends before.
  private mutating func ensure(_ count: Int) throws(XMLError) -> Bool {
    while buffer.count - position < count {
      guard try fill() else { return false }
    }
    return true
  }

  /// Takes in a further piece of the text; false when there is none. What lies ahead moves to the front.
  private mutating func fill() throws(XMLError) -> Bool {
    droppedCount += position
    buffer.removeFirst(position)
    position = 0
    do {
      return try input.read(into: &buffer)
    } catch let kind {
      throw error(kind)
    }
  }

  /// The distance from the position to the first place, a distance or more ahead, where a pattern stands.
  private mutating func distance(to pattern: StaticString, from start: Int) throws(XMLError) -> Int {
    let length = pattern.utf8CodeUnitCount
    var distance = start
    while true {
      guard try ensure(distance + length) else { throw error(.endsTooEarly) }
      if matches((position + distance)..<(position + distance + length), pattern) { return distance }
      distance += 1
      try checkMarkupLength(distance)
    }
  }

  private func checkMarkupLength(_ length: Int) throws(XMLError) {
    guard length <= limits.markupBytes else { throw error(.markupTooLong(limit: limits.markupBytes)) }
  }

  // MARK: Text

  /// Reads text up to the next markup or the end of the buffer.
  private mutating func readText() throws(XMLError) {
    text.removeAll(keepingCapacity: true)
    // Many references in a row would carry it on from buffer to buffer.
    while position < buffer.count, text.count < Self.pieceBytes {
      let runStart = position
      let stop = endOfPlainRun(from: position)
      text += buffer[runStart..<stop]
      position = stop
      guard stop < buffer.count else { break }
      switch buffer[stop] {
      case ASCII.ampersand: try readReference()
      case ASCII.carriageReturn: try readCarriageReturn()
      case ASCII.lessThan:
        try checkPlace()
        return
      default: throw error(.invalidCharacter(buffer[stop]))
      }
    }
    try checkPlace()
  }

  /// Where a run of characters that stand for themselves ends.
  private func endOfPlainRun(from start: Int) -> Int {
    buffer.withUnsafeBufferPointer { bytes in
      var offset = start
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte == ASCII.lessThan || byte == ASCII.ampersand { break }
        if byte < ASCII.space, byte != ASCII.lineFeed, byte != ASCII.tab { break }
        offset += 1
      }
      return offset
    }
  }

  /// Outside the outermost element there may be nothing but space.
  private func checkPlace() throws(XMLError) {
    guard depth == 0 else { return }
    guard text.allSatisfy({ $0 == ASCII.space || $0 == ASCII.tab || $0 == ASCII.lineFeed }) else {
      throw error(.outsideRoot)
    }
  }

  /// A line end is LF, however it is spelled.
  private mutating func readCarriageReturn() throws(XMLError) {
    if try ensure(2), buffer[position + 1] == ASCII.lineFeed { position += 1 }
    position += 1
    text.append(ASCII.lineFeed)
  }

  private mutating func readReference() throws(XMLError) {
    var length = 1
    // The longest is a character number; zeros in front could make it longer, but no one writes them.
    while length <= 16, try ensure(length + 1) {
      if buffer[position + length] == ASCII.semicolon {
        text += try resolvedReference(position..<(position + length))
        position += length + 1
        return
      }
      length += 1
    }
    throw error(.unknownReference(spelling(position..<min(position + length, buffer.count))))
  }

  /// What a reference stands for; the range begins with the ampersand and ends before the semicolon.
  private func resolvedReference(_ range: Range<Int>) throws(XMLError) -> [UInt8] {
    let name = spelling(range.lowerBound + 1..<range.upperBound)
    switch name {
    case "lt": return [ASCII.lessThan]
    case "gt": return [ASCII.greaterThan]
    case "amp": return [ASCII.ampersand]
    case "quot": return [ASCII.quote]
    case "apos": return [ASCII.apostrophe]
    default:
      guard let scalar = Self.character(numbered: name), let utf8 = UTF8.encode(scalar) else {
        throw error(.unknownReference(spelling(range)))
      }
      return Array(utf8)
    }
  }

  /// The character of a reference such as #20013 or #x4E2D, nil when XML does not allow it.
  private static func character(numbered number: String) -> Unicode.Scalar? {
    let digits = number.utf8.dropFirst(number.hasPrefix("#x") ? 2 : 1)
    let radix: UInt32 = number.hasPrefix("#x") ? 16 : 10
    guard number.hasPrefix("#"), !digits.isEmpty else { return nil }
    var code: UInt32 = 0
    for byte in digits {
      guard let digit = ASCII.hexadecimalValue(byte), digit < radix, code <= 0x10FFFF else { return nil }
      code = code * radix + digit
    }
    let isAllowed = code >= 0x20 && code != 0xFFFE && code != 0xFFFF || code == 0x09 || code == 0x0A || code == 0x0D
    return isAllowed ? Unicode.Scalar(code) : nil
  }

  // MARK: Markup

  /// Reads the markup at the position; nil when it is passed over.
  private mutating func readMarkup() throws(XMLError) -> Event? {
    guard try ensure(2) else { throw error(.endsTooEarly) }
    switch buffer[position + 1] {
    case ASCII.slash: return try readEndTag()
    case ASCII.questionMark:
      try readInstruction()
      return nil
    case ASCII.exclamationMark: return try readDeclaration()
    default: return try readStartTag()
    }
  }

  private mutating func readDeclaration() throws(XMLError) -> Event? {
    if try stands("<!--") {
      position += try distance(to: "-->", from: 4) + 3
      return nil
    }
    if try stands("<![CDATA[") {
      guard depth > 0 else { throw error(.outsideRoot) }
      let end = try distance(to: "]]>", from: 9)
      try takeCharacterData((position + 9)..<(position + end))
      position += end + 3
      return .text
    }
    if try stands("<!DOCTYPE") { throw error(.documentType) }
    throw error(.malformedMarkup(spelling(position..<min(position + 16, buffer.count))))
  }

  private mutating func takeCharacterData(_ range: Range<Int>) throws(XMLError) {
    text.removeAll(keepingCapacity: true)
    for offset in range {
      let byte = buffer[offset]
      if byte == ASCII.carriageReturn {
        if buffer[offset + 1] != ASCII.lineFeed { text.append(ASCII.lineFeed) }
      } else if byte < ASCII.space, !Self.isSpace(byte) {
        throw error(.invalidCharacter(byte))
      } else {
        text.append(byte)
      }
    }
  }

  private mutating func stands(_ pattern: StaticString) throws(XMLError) -> Bool {
    let length = pattern.utf8CodeUnitCount
    guard try ensure(length) else { return false }
    return matches(position..<(position + length), pattern)
  }

  private mutating func readInstruction() throws(XMLError) {
    let isAtStart = droppedCount + position == 0
    let end = try distance(to: "?>", from: 2)
    let content = spelling((position + 2)..<(position + end))
    let isDeclaration = content.hasPrefix("xml ") || content.hasPrefix("xml\t") || content.hasPrefix("xml\n")
    if isDeclaration {
      guard isAtStart else { throw error(.malformedMarkup("<?xml")) }
      try checkEncoding(declaredIn: content)
    }
    position += end + 2
  }

  private func checkEncoding(declaredIn declaration: String) throws(XMLError) {
    let parts = declaration.utf8.split(maxSplits: .max) { $0 == ASCII.quote || $0 == UInt8(ascii: "'") }
    let index = parts.firstIndex { part in
      // Searched as text only where it can be there.
      part.contains(UInt8(ascii: "=")) && part.contains(UInt8(ascii: "g"))
        && String(Substring(part)).contains("encoding")
    }
    guard let index, index + 1 < parts.count else { return }
    let name = String(Substring(parts[index + 1]))
    let known = input.isUTF16 ? ["utf-16", "utf-16le", "utf-16be", "iso-10646-ucs-2"] : ["utf-8", "utf8", "us-ascii"]
    guard known.contains(name.lowercased()) else { throw error(.unsupportedEncoding(name)) }
  }

  private mutating func readEndTag() throws(XMLError) -> Event {
    if try skipPlainEndTag() {
      closeElement()
      return .end
    }
    let end = try distance(to: ">", from: 2)
    var name = buffer[(position + 2)..<(position + end)]
    while let last = name.last, Self.isSpace(last) { name.removeLast() }
    guard let start = openNameStarts.last else { throw error(.outsideRoot) }
    guard name.elementsEqual(openNames[start...]) else {
      throw error(
        .mismatchedEnd(
          found: String(decoding: name, as: UTF8.self), expected: String(decoding: openNames[start...], as: UTF8.self)))
    }
    position += end + 1
    closeElement()
    return .end
  }

  /// Passes over the end tag that should stand here if it does, without space in it, as nearly all do.
  private mutating func skipPlainEndTag() throws(XMLError) -> Bool {
    guard let start = openNameStarts.last else { return false }
    let count = openNames.count - start
    guard try ensure(count + 3), buffer[position + 2 + count] == ASCII.greaterThan else { return false }
    for index in 0..<count where buffer[position + 2 + index] != openNames[start + index] { return false }
    position += count + 3
    return true
  }

  private mutating func closeElement() {
    openNames.removeLast(openNames.count - (openNameStarts.popLast() ?? 0))
    var isChanged = false
    while let last = bindings.last, last.depth == depth {
      bindings.removeLast()
      isChanged = true
    }
    depth -= 1
    if isChanged { updateDefaultNamespace() }
  }

  private mutating func readStartTag() throws(XMLError) -> Event {
    let end = try distanceToTagEnd()
    let tag = position..<(position + end)
    let isEmpty = buffer[tag.upperBound - 1] == ASCII.slash
    let content = (tag.lowerBound + 1)..<(isEmpty ? tag.upperBound - 1 : tag.upperBound)
    guard depth > 0 || !hasRoot else { throw error(.outsideRoot) }
    guard depth < limits.depth else { throw error(.tooDeep(limit: limits.depth)) }

    var offset = content.lowerBound
    let name = try readName(&offset, in: content)
    attributes.removeAll(keepingCapacity: true)
    while let attribute = try readAttribute(&offset, in: content) {
      guard attributes.count < limits.attributes else {
        throw error(.tooManyAttributes(limit: limits.attributes))
      }
      for other in attributes where other.name.count == attribute.name.count {
        if buffer[other.name].elementsEqual(buffer[attribute.name]) {
          throw error(.duplicateAttribute(spelling(attribute.name)))
        }
      }
      attributes.append(attribute)
    }

    depth += 1
    hasRoot = true
    openNameStarts.append(openNames.count)
    openNames += buffer[name]
    try bindNamespaces()
    let localStart = self.localStart(of: name)
    localNameRange = localStart..<name.upperBound
    namespace =
      localStart == name.lowerBound ? defaultNamespace : try resolve(prefix: name.lowerBound..<(localStart - 1))
    isEndPending = isEmpty
    position = tag.upperBound + 1
    return .start
  }

  /// The distance from the position to the bracket that ends a tag; one within quotes does not.
  private mutating func distanceToTagEnd() throws(XMLError) -> Int {
    var distance = 1
    var quote: UInt8 = 0
    while true {
      while position + distance < buffer.count {
        let byte = buffer[position + distance]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == ASCII.greaterThan {
          return distance
        } else if byte == ASCII.quote || byte == ASCII.apostrophe {
          quote = byte
        }
        distance += 1
      }
      try checkMarkupLength(distance)
      guard try fill() else { throw error(.endsTooEarly) }
    }
  }

  private func readName(_ offset: inout Int, in content: Range<Int>) throws(XMLError) -> Range<Int> {
    let start = offset
    while offset < content.upperBound, Self.isName(buffer[offset]) { offset += 1 }
    guard offset > start, !ASCII.isDigit(buffer[start]), buffer[start] != ASCII.minus, buffer[start] != ASCII.dot,
      buffer[start] != ASCII.colon, buffer[offset - 1] != ASCII.colon
    else { throw error(.malformedMarkup(excerpt(content))) }
    return start..<offset
  }

  private func readAttribute(_ offset: inout Int, in content: Range<Int>) throws(XMLError) -> Attribute? {
    let spaceStart = offset
    skipSpace(&offset, in: content)
    guard offset < content.upperBound else { return nil }
    guard offset > spaceStart else { throw error(.malformedMarkup(excerpt(content))) }
    let name = try readName(&offset, in: content)
    skipSpace(&offset, in: content)
    guard offset < content.upperBound, buffer[offset] == ASCII.equals else {
      throw error(.malformedMarkup(excerpt(content)))
    }
    offset += 1
    skipSpace(&offset, in: content)
    guard offset < content.upperBound, buffer[offset] == ASCII.quote || buffer[offset] == ASCII.apostrophe else {
      throw error(.malformedMarkup(excerpt(content)))
    }
    let quote = buffer[offset]
    offset += 1
    let start = offset
    while offset < content.upperBound, buffer[offset] != quote {
      let byte = buffer[offset]
      if byte == ASCII.lessThan { throw error(.malformedMarkup(excerpt(content))) }
      if byte < ASCII.space, !Self.isSpace(byte) { throw error(.invalidCharacter(byte)) }
      offset += 1
    }
    guard offset < content.upperBound else { throw error(.malformedMarkup(excerpt(content))) }
    offset += 1
    return Attribute(name: name, localStart: localStart(of: name), value: start..<(offset - 1))
  }

  private func skipSpace(_ offset: inout Int, in content: Range<Int>) {
    while offset < content.upperBound, Self.isSpace(buffer[offset]) { offset += 1 }
  }

  private func localStart(of name: Range<Int>) -> Int {
    for offset in name where buffer[offset] == ASCII.colon { return offset + 1 }
    return name.lowerBound
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.carriageReturn || byte == ASCII.tab
  }

  private static func isName(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == ASCII.colon || byte == ASCII.minus || byte == ASCII.dot || byte >= 0x80
  }

  // MARK: Namespaces

  private mutating func bindNamespaces() throws(XMLError) {
    var isChanged = false
    for attribute in attributes {
      let isDefault = matches(attribute.name, "xmlns")
      let isPrefixed = matches(attribute.name.lowerBound..<attribute.localStart, "xmlns:")
      guard isDefault || isPrefixed else { continue }
      guard bindings.count < limits.namespaces else { throw error(.tooManyNamespaces(limit: limits.namespaces)) }
      let prefix = isDefault ? [] : Array(buffer[attribute.localStart..<attribute.name.upperBound])
      bindings.append(
        Binding(prefix: prefix, namespace: XMLNamespace(uri: try value(of: attribute)), depth: depth))
      isChanged = true
    }
    if isChanged { updateDefaultNamespace() }
  }

  private mutating func updateDefaultNamespace() {
    defaultNamespace = bindings.last { $0.prefix.isEmpty }?.namespace ?? .none
  }

  private func resolve(prefix: Range<Int>) throws(XMLError) -> XMLNamespace {
    if matches(prefix, "xml") { return .xml }
    guard let binding = bindings.last(where: { buffer[prefix].elementsEqual($0.prefix) }) else {
      throw error(.unknownPrefix(spelling(prefix)))
    }
    return binding.namespace
  }

  // MARK: Errors

  private func spelling(_ range: Range<Int>) -> String {
    buffer.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  private func excerpt(_ range: Range<Int>) -> String {
    spelling(range.lowerBound..<min(range.upperBound, range.lowerBound + 160))
  }

  private func error(_ kind: XMLError.Kind) -> XMLError {
    XMLError(offset: droppedCount + position, kind: kind)
  }
}
