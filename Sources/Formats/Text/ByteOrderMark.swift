/// A mark at the very start of a file that tells its Unicode encoding.
package enum ByteOrderMark: Sendable, Equatable, CaseIterable {
  /// EF BB BF.
  case utf8
  /// FF FE 00 00; looked for before UTF-16, whose mark is its first half.
  case utf32LittleEndian
  /// 00 00 FE FF.
  case utf32BigEndian
  /// FF FE.
  case utf16LittleEndian
  /// FE FF.
  case utf16BigEndian

  /// The bytes of the mark in file order.
  package var bytes: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0x00, 0x00]
    case .utf32BigEndian: [0x00, 0x00, 0xFE, 0xFF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The name of the encoding the mark stands for.
  package var encodingName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf32LittleEndian, .utf32BigEndian: "UTF-32"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    }
  }

  /// The mark a file begins with, nil when it has none.
  package init?(startOf bytes: some Collection<UInt8>) {
    guard let mark = Self.allCases.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
    self = mark
  }
}
