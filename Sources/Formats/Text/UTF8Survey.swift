/// A count of how far bytes are well-formed UTF-8.
struct UTF8Survey {
  /// Offset of the first byte that begins no well-formed sequence, nil when all is well.
  private(set) var firstIllFormed: Int?
  /// Number of bytes of 0x80 and above that stand in well-formed sequences.
  private(set) var wellFormedCount = 0
  /// Number of bytes of 0x80 and above that do not.
  private(set) var illFormedCount = 0

  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { UTF8Survey($0) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset < bytes.count {
      // Most of a table is ASCII; eight bytes at a time keeps large files quick.
      if bytes.count - offset >= 8,
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset += 8
      } else if bytes[offset] < 0x80 {
        offset += 1
      } else if let length = Self.sequenceLength(at: offset, in: bytes) {
        wellFormedCount += length
        offset += length
      } else {
        if firstIllFormed == nil { firstIllFormed = offset }
        illFormedCount += 1
        offset += 1
      }
    }
  }

  /// Whether so much is well-formed that the text was meant as UTF-8 and only got damaged.
  ///
  /// Text in GB18030 seldom has a third of its bytes form UTF-8 by chance.
  var isMeantAsUTF8: Bool {
    Double(wellFormedCount) > 0.9 * (Double(wellFormedCount) + Double(illFormedCount))
  }

  /// Whether UTF-8 is the likelier encoding when the text is broken under any.
  var isLikelierUTF8: Bool {
    wellFormedCount > illFormedCount
  }

  /// Length of the well-formed sequence of two to four bytes at an offset (Unicode, table 3-7), nil for none.
  private static func sequenceLength(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[offset] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard length <= bytes.count - offset, second.contains(bytes[offset + 1]) else { return nil }
    for next in 2..<4 where next < length && bytes[offset + next] & 0xC0 != 0x80 { return nil }
    return length
  }
}
