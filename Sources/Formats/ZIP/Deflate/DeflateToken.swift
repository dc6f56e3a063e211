/// A byte as it is, or the repetition of bytes that came before.
struct DeflateToken {
  /// The distance in the lower half, 0 for a byte as it is; above it the length less 3, or the byte.
  private let bits: UInt32

  /// A byte as it is.
  init(byte: UInt8) { bits = UInt32(byte) << 16 }

  /// The repetition of 3 to 258 bytes that began 1 to 32,768 bytes before.
  init(length: Int, distance: Int) { bits = UInt32(length - 3) << 16 | UInt32(distance) }

  var isByte: Bool { bits & 0xFFFF == 0 }

  /// The symbol of the byte or of the length, with how many bits follow it and what they are (RFC 1951, 3.2.5).
  var symbol: (number: Int, extraCount: Int, extra: UInt32) {
    let value = bits >> 16
    if isByte { return (Int(value), 0, 0) }
    if value < 8 { return (257 + Int(value), 0, 0) }
    if value == 255 { return (285, 0, 0) }
    let extraCount = 29 - value.leadingZeroBitCount
    return (
      261 + 4 * extraCount + Int(value >> UInt32(extraCount)) & 3, extraCount, value & (1 << UInt32(extraCount) - 1)
    )
  }

  /// The symbol of the distance, likewise.
  var distanceSymbol: (number: Int, extraCount: Int, extra: UInt32) {
    let value = bits & 0xFFFF - 1
    if value < 4 { return (Int(value), 0, 0) }
    let extraCount = 30 - value.leadingZeroBitCount
    return (
      2 + 2 * extraCount + Int(value >> UInt32(extraCount)) & 1, extraCount, value & (1 << UInt32(extraCount) - 1)
    )
  }
}
