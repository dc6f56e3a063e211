/// Bits packed into bytes, the lowest first, as DEFLATE has them.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Appends the lower bits of a number, at most 32; the others are to be zero.
  mutating func write(_ bits: UInt32, count: Int) {
    pending |= UInt64(bits) << UInt64(pendingCount)
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// All bytes, the last filled up with zeros.
  consuming func finished() -> [UInt8] {
    write(0, count: 7)
    return bytes
  }
}
