/// Bytes that grow at their end, for what is written in pieces of a few bytes each: a sign, a name, a figure.
///
/// An array asks at every piece whether it is shared, which takes longer than writing it; this belongs to who writes.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = max(1, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// All bytes written so far, copied.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  mutating func write(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  /// Writes signs that stand in the source of the program.
  mutating func write(_ text: StaticString) {
    write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    reserve(bytes.count)
    (start + count).initialize(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Writes a whole number that is not negative by its digits.
  mutating func write(digitsOf number: Int) {
    precondition(number >= 0)
    var power = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      write(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(to: count + more) }
  }

  private mutating func grow(to least: Int) {
    let larger = max(least, capacity * 2)
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    place.initialize(from: start, count: count)
    start.deallocate()
    (start, capacity) = (place, larger)
  }
}
