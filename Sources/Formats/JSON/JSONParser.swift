/// One pass over the bytes of a JSON text.
///
/// The arrays and objects still open are kept on a stack of its own, so that no nesting, however deep,
/// uses up the stack of the thread.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: JSONLimits
  private var offset: Int
  private var place: TextPlace
  private var valueCount = 0
  private var entries: [JSONTree.Entry] = []
  private var texts: [String] = []
  /// The entries of the arrays and objects that have begun and not yet ended.
  private var containers: [Int] = []
  private var keys = JSONKeys()

  private init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
    offset = ByteOrderMark(startOf: bytes) == .utf8 ? ByteOrderMark.utf8.bytes.count : 0
    place = TextPlace(offset: offset)
    entries.reserveCapacity(bytes.count / 16)
  }

  /// The value of a text; `isWellFormed` is whether it is known to be well-formed UTF-8.
  static func value(
    of utf8: [UInt8], limits: JSONLimits, isWellFormed: Bool = false
  ) throws(JSONTextError) -> JSONNode {
    let (entries, texts) = try utf8.withUnsafeBufferPointer { bytes throws(JSONTextError) in
      var parser = JSONParser(bytes, limits: limits)
      try parser.parse(isWellFormed: isWellFormed)
      return (parser.entries, parser.texts)
    }
    return JSONNode(JSONTree(utf8: utf8, entries: entries, texts: texts), at: 0)
  }

  private mutating func parse(isWellFormed: Bool) throws(JSONTextError) {
    if !isWellFormed, let illFormed = UTF8Survey(bytes).firstIllFormed {
      throw error(.undecodableByte(bytes[illFormed]), at: illFormed)
    }
    while true {
      guard try readValue() else { continue }
      // A finished value may finish the array or object it stands in, and so on outwards.
      repeat {
        guard !containers.isEmpty else { return try end() }
      } while try endContainer()
    }
  }

  /// Reads a value, or only the beginning of an array or object that is not empty, which is then false.
  private mutating func readValue() throws(JSONTextError) -> Bool {
    skipSpace()
    guard offset < bytes.count else { throw error(.endsTooEarly(expected: .value), at: offset) }
    place.advance(to: offset, in: bytes)
    valueCount += 1
    guard valueCount <= limits.values else { throw error(.tooManyValues(limit: limits.values), at: offset) }
    if let container = containers.last { entries[container].count += 1 }
    switch bytes[offset] {
    case ASCII.leftBrace:
      try open(.object)
      keys.beginObject()
      if skip(ASCII.rightBrace) {
        close()
        return true
      }
      try readKey(isFirst: true)
      return false
    case ASCII.leftBracket:
      try open(.array)
      guard skip(ASCII.rightBracket) else { return false }
      close()
    case ASCII.quote: try readString()
    case let byte where byte == ASCII.minus || byte == ASCII.plus || byte == ASCII.dot || ASCII.isDigit(byte):
      let start = offset
      try readNumber()
      append(.number, start: start, count: offset - start)
    case let byte where ASCII.isWord(byte): append(try readWord())
    case ASCII.rightBracket where containers.last.map({ entries[$0].kind }) == .array:
      // The end of an empty array is read with its beginning, so a comma came before.
      throw error(.trailingComma, at: offset)
    default:
      throw error(.unexpected(found: character(at: offset), expected: .value), at: offset)
    }
    return true
  }

  /// Adds what begins at the place reached.
  private mutating func append(_ kind: JSONTree.Entry.Kind, start: Int = 0, count: Int = 0) {
    entries.append(
      JSONTree.Entry(
        kind: kind, start: start, count: count, next: entries.count + 1, line: Int32(clamping: place.line),
        column: Int32(clamping: place.column)))
  }

  private mutating func open(_ kind: JSONTree.Entry.Kind) throws(JSONTextError) {
    guard containers.count < limits.depth else { throw error(.tooDeep(limit: limits.depth), at: offset) }
    containers.append(entries.count)
    append(kind)
    offset += 1
    skipSpace()
  }

  /// Ends the innermost array or object.
  private mutating func close() {
    guard let container = containers.popLast() else { return }
    entries[container].next = entries.count
    if entries[container].kind == .object { keys.endObject() }
  }

  /// Reads what follows a value in the innermost container, and returns whether this ends it.
  private mutating func endContainer() throws(JSONTextError) -> Bool {
    let isObject = containers.last.map { entries[$0].kind } == .object
    let expected: JSONTextError.Expectation = isObject ? .commaOrBrace : .commaOrBracket
    skipSpace()
    guard offset < bytes.count else { throw error(.endsTooEarly(expected: expected), at: offset) }
    if skip(ASCII.comma) {
      if isObject { try readKey(isFirst: false) }
      return false
    }
    guard skip(isObject ? ASCII.rightBrace : ASCII.rightBracket) else {
      throw error(.unexpected(found: character(at: offset), expected: expected), at: offset)
    }
    close()
    return true
  }

  private mutating func end() throws(JSONTextError) {
    skipSpace()
    guard offset == bytes.count else { throw error(.trailingText(found: character(at: offset)), at: offset) }
  }

  /// Reads a key and the colon behind it.
  private mutating func readKey(isFirst: Bool) throws(JSONTextError) {
    skipSpace()
    guard offset < bytes.count else { throw error(.endsTooEarly(expected: .key), at: offset) }
    guard bytes[offset] == ASCII.quote else {
      if bytes[offset] == ASCII.rightBrace, !isFirst { throw error(.trailingComma, at: offset) }
      throw error(.unexpected(found: character(at: offset), expected: .key), at: offset)
    }
    place.advance(to: offset, in: bytes)
    let (line, column) = (place.line, place.column)
    let key = entries.count
    try readString()
    if entries[key].kind == .string {
      let (start, count) = (entries[key].start, entries[key].count)
      entries[key].isPlainKey = UnsafeBufferPointer(rebasing: bytes[start..<start + count]).areComparedAsBytes
    }
    if let first = keys.add(key, entries, texts, bytes) {
      throw JSONTextError(
        line: line, column: column,
        kind: .duplicateKey(
          JSONKeys.text(of: entries[key], texts, bytes), firstLine: Int(entries[first].line)))
    }
    skipSpace()
    guard offset < bytes.count else { throw error(.endsTooEarly(expected: .colon), at: offset) }
    guard skip(ASCII.colon) else {
      throw error(.unexpected(found: character(at: offset), expected: .colon), at: offset)
    }
  }

  /// Reads a string whose opening quote stands here, where the place is.
  private mutating func readString() throws(JSONTextError) {
    let opening = offset
    offset += 1
    var runStart = offset
    // Stays empty for a string without escapes, which is copied in one piece.
    var resolved: [UInt8] = []
    while true {
      // Nearly every byte is of a run that is taken as it is.
      var end = offset
      while let eight = EightBytes(bytes, at: end, before: bytes.count), !eight.mayEndString { end += 8 }
      while end < bytes.count, Self.isPlain(bytes[end]) { end += 1 }
      offset = end
      guard resolved.count + (offset - runStart) <= limits.stringBytes else {
        throw error(.tooLong(limit: limits.stringBytes), at: opening)
      }
      guard offset < bytes.count else { throw error(.endsTooEarly(expected: .closingQuote), at: offset) }
      if bytes[offset] == ASCII.quote { break }
      guard bytes[offset] == ASCII.backslash else { throw error(.controlCharacter(bytes[offset]), at: offset) }
      resolved.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<offset]))
      try readEscape(into: &resolved)
      runStart = offset
    }
    let run = UnsafeBufferPointer(rebasing: bytes[runStart..<offset])
    offset += 1
    if resolved.isEmpty { return append(.string, start: runStart, count: run.count) }
    resolved.append(contentsOf: run)
    append(.resolvedString, start: texts.count)
    texts.append(String(decoding: resolved, as: UTF8.self))
  }

  /// Whether a byte of a string stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= ASCII.space && byte != ASCII.quote && byte != ASCII.backslash
  }

  /// Reads an escape whose backslash stands here.
  private mutating func readEscape(into resolved: inout [UInt8]) throws(JSONTextError) {
    let start = offset
    guard start + 1 < bytes.count else { throw error(.endsTooEarly(expected: .escape), at: bytes.count) }
    let letter = bytes[start + 1]
    offset += 2
    switch letter {
    case ASCII.quote, ASCII.backslash, ASCII.slash: resolved.append(letter)
    case UInt8(ascii: "b"): resolved.append(0x08)
    case UInt8(ascii: "f"): resolved.append(0x0C)
    case UInt8(ascii: "n"): resolved.append(ASCII.lineFeed)
    case UInt8(ascii: "r"): resolved.append(ASCII.carriageReturn)
    case UInt8(ascii: "t"): resolved.append(ASCII.tab)
    case UInt8(ascii: "u"):
      var code = try readHexadecimal(escapeStart: start)
      if code & 0xFC00 == 0xD800 {
        guard skip(ASCII.backslash), skip(UInt8(ascii: "u")) else {
          if offset == bytes.count { throw error(.endsTooEarly(expected: .escape), at: offset) }
          throw loneSurrogate(at: start)
        }
        let low = try readHexadecimal(escapeStart: start + 6)
        guard low & 0xFC00 == 0xDC00 else { throw loneSurrogate(at: start) }
        code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(code), let encoded = UTF8.encode(scalar) else {
        throw loneSurrogate(at: start)
      }
      resolved.append(contentsOf: encoded)
    default:
      throw error(.unknownEscape("\\" + character(at: start + 1)), at: start)
    }
  }

  /// Reads the four digits of a \u escape.
  private mutating func readHexadecimal(escapeStart: Int) throws(JSONTextError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count else { throw error(.endsTooEarly(expected: .escape), at: offset) }
      guard let digit = ASCII.hexadecimalValue(bytes[offset]) else {
        throw error(.unknownEscape(spelling(escapeStart..<offset) + character(at: offset)), at: escapeStart)
      }
      code = code << 4 | digit
      offset += 1
    }
    return code
  }

  private mutating func loneSurrogate(at start: Int) -> JSONTextError {
    error(.loneSurrogate(spelling(start..<(start + 6))), at: start)
  }

  /// Reads a number.
  private mutating func readNumber() throws(JSONTextError) {
    let start = offset
    skip(ASCII.minus)
    if !skip(ASCII.zero) { try readDigits(numberStart: start) }
    if skip(ASCII.dot) { try readDigits(numberStart: start) }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      if !skip(ASCII.plus) { skip(ASCII.minus) }
      try readDigits(numberStart: start)
    }
    // "01", "1.2.3" or "0x10" would otherwise seem to be a number with something odd behind it.
    if offset < bytes.count, isNumberLike(bytes[offset]) { throw malformedNumber(from: start) }
    guard offset - start <= limits.stringBytes else { throw error(.tooLong(limit: limits.stringBytes), at: start) }
  }

  private mutating func readDigits(numberStart: Int) throws(JSONTextError) {
    guard offset < bytes.count else { throw error(.endsTooEarly(expected: .digit), at: offset) }
    guard ASCII.isDigit(bytes[offset]) else { throw malformedNumber(from: numberStart) }
    while offset < bytes.count, ASCII.isDigit(bytes[offset]) { offset += 1 }
  }

  private mutating func malformedNumber(from start: Int) -> JSONTextError {
    while offset < bytes.count, isNumberLike(bytes[offset]) { offset += 1 }
    return error(.malformedNumber(excerpt(start..<offset)), at: start)
  }

  private func isNumberLike(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == ASCII.plus || byte == ASCII.minus || byte == ASCII.dot
  }

  private mutating func readWord() throws(JSONTextError) -> JSONTree.Entry.Kind {
    let start = offset
    while offset < bytes.count, ASCII.isWord(bytes[offset]) { offset += 1 }
    let word = excerpt(start..<offset)
    switch word {
    case "true": return .yes
    case "false": return .no
    case "null": return .null
    default:
      if offset == bytes.count, ["true", "false", "null"].contains(where: { $0.hasPrefix(word) }) {
        throw error(.endsTooEarly(expected: .literal), at: offset)
      }
      throw error(.unknownWord(word), at: start)
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard
        byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.carriageReturn || byte == ASCII.tab
      else { return }
      offset += 1
    }
  }

  @discardableResult
  private mutating func skip(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private func spelling(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]), as: UTF8.self)
  }

  /// The beginning of a run of ASCII, long enough to be recognised in an error.
  private func excerpt(_ range: Range<Int>) -> String {
    spelling(range.lowerBound..<min(range.upperBound, range.lowerBound + 64))
  }

  private func character(at offset: Int) -> String {
    guard offset < bytes.count else { return "" }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return spelling(offset..<end)
  }

  private mutating func error(_ kind: JSONTextError.Kind, at offset: Int) -> JSONTextError {
    // Where a value begins has been passed when it proves wrong as a whole; then the place is there already.
    place.advance(to: offset, in: bytes)
    return JSONTextError(line: place.line, column: place.column, kind: kind)
  }
}
