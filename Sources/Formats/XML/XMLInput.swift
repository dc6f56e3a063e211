/// The UTF-8 of an XML text, taken from its source piece by piece.
///
/// UTF-16 is known by its byte order mark or its first character and turned into UTF-8 on the way. All that is
/// handed over is well-formed.
struct XMLInput {
  /// Where the bytes come from.
  enum Source {
    case entry(ZIPEntryReader)
    case bytes(ArraySlice<UInt8>)
  }

  private enum Encoding {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
  }

  private var source: Source
  private let chunkBytes: Int
  private var encoding: Encoding?
  private var isSourceAtEnd = false
  /// Bytes taken from the source and not handed over yet.
  private var pending: [UInt8] = []

  init(_ source: Source, chunkBytes: Int) {
    self.source = source
    self.chunkBytes = max(1, chunkBytes)
  }

  var isUTF16: Bool {
    encoding == .utf16LittleEndian || encoding == .utf16BigEndian
  }

  /// Appends a further piece; false once there are no more.
  mutating func read(into buffer: inout [UInt8]) throws(XMLError.Kind) -> Bool {
    while !isSourceAtEnd {
      try fetch()
      guard let encoding = detectedEncoding() else { continue }
      let start = buffer.count
      switch encoding {
      case .utf8: try moveUTF8(to: &buffer)
      case .utf16LittleEndian: try moveUTF16(to: &buffer, low: 0, high: 1)
      case .utf16BigEndian: try moveUTF16(to: &buffer, low: 1, high: 0)
      }
      if buffer.count > start { return true }
    }
    return false
  }

  private mutating func fetch() throws(XMLError.Kind) {
    switch source {
    case .entry(let reader):
      do {
        isSourceAtEnd = try !reader.read(chunkBytes, into: &pending)
      } catch {
        throw .source(error)
      }
    case .bytes(let bytes):
      pending += bytes.prefix(chunkBytes)
      source = .bytes(bytes.dropFirst(chunkBytes))
      isSourceAtEnd = bytes.count <= chunkBytes
    }
  }

  /// The encoding, nil while there are too few bytes to tell.
  private mutating func detectedEncoding() -> Encoding? {
    if let encoding { return encoding }
    guard pending.count >= 4 || isSourceAtEnd else { return nil }
    let found: (encoding: Encoding, markLength: Int)
    switch ByteOrderMark(startOf: pending) {
    case .utf8: found = (.utf8, 3)
    case .utf16LittleEndian: found = (.utf16LittleEndian, 2)
    case .utf16BigEndian: found = (.utf16BigEndian, 2)
    case .utf32LittleEndian, .utf32BigEndian, nil:
      if pending.starts(with: [ASCII.lessThan, 0]) {
        found = (.utf16LittleEndian, 0)
      } else if pending.starts(with: [0, ASCII.lessThan]) {
        found = (.utf16BigEndian, 0)
      } else {
        // UTF-32 fails at its zero bytes.
        found = (.utf8, 0)
      }
    }
    encoding = found.encoding
    pending.removeFirst(min(found.markLength, pending.count))
    return found.encoding
  }

  private mutating func moveUTF8(to buffer: inout [UInt8]) throws(XMLError.Kind) {
    let tail = isSourceAtEnd ? 0 : Self.unfinishedCount(pending)
    let start = buffer.count
    buffer += pending.dropLast(tail)
    pending.removeFirst(pending.count - tail)
    let isWellFormed = buffer.withUnsafeBufferPointer { whole in
      UTF8Survey(UnsafeBufferPointer(rebasing: whole[start...])).firstIllFormed == nil
    }
    guard isWellFormed else { throw .undecodable(encoding: "UTF-8") }
  }

  /// How many bytes at the end begin a character that goes on in the next piece.
  private static func unfinishedCount(_ bytes: [UInt8]) -> Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length =
        switch byte {
        case 0xF0...0xF7: 4
        case 0xE0...0xEF: 3
        case 0xC0...0xDF: 2
        default: 1
        }
      return length > index + 1 ? index + 1 : 0
    }
    return 0
  }

  private mutating func moveUTF16(to buffer: inout [UInt8], low: Int, high: Int) throws(XMLError.Kind) {
    var offset = 0
    func unit(at offset: Int) -> UInt32 {
      UInt32(pending[offset + low]) | UInt32(pending[offset + high]) << 8
    }
    while offset + 2 <= pending.count {
      var code = unit(at: offset)
      var length = 2
      if code & 0xFC00 == 0xD800 {
        guard offset + 4 <= pending.count else { break }
        let second = unit(at: offset + 2)
        guard second & 0xFC00 == 0xDC00 else { throw .undecodable(encoding: "UTF-16") }
        code = 0x10000 + ((code & 0x3FF) << 10) + (second & 0x3FF)
        length = 4
      }
      guard let scalar = Unicode.Scalar(code), let utf8 = UTF8.encode(scalar) else {
        throw .undecodable(encoding: "UTF-16")
      }
      buffer += utf8
      offset += length
    }
    pending.removeFirst(offset)
    if isSourceAtEnd, !pending.isEmpty { throw .undecodable(encoding: "UTF-16") }
  }
}
