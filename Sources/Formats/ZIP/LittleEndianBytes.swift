extension [UInt8] {
  /// The two bytes at an offset as a number, nil when they lie outside.
  func uint16(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// The four bytes at an offset as a number, nil when they lie outside.
  func uint32(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 4, let low = uint16(at: offset), let high = uint16(at: offset + 2) else {
      return nil
    }
    return low | high << 16
  }

  /// The eight bytes at an offset as a number, nil when they lie outside or tell more than an Int holds.
  func uint64(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 8, let low = uint32(at: offset), let high = uint32(at: offset + 4),
      high <= 0x7FFF_FFFF
    else { return nil }
    return low | high << 32
  }

  /// Appends a number as two bytes.
  mutating func append(uint16 value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// Appends a number as four bytes.
  mutating func append(uint32 value: Int) {
    append(uint16: value)
    append(uint16: value >> 16)
  }
}
