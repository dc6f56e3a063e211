/// The search for what bytes repeat of the 32 KiB before them.
///
/// Of the earlier places that begin with the same four bytes only the latest few are looked at, so that no input takes
/// more than its share of time.
struct RepetitionFinder: ~Copyable {
  private static let window = 32_768
  private static let longest = 258
  /// So many earlier places are looked at: more make the workbooks we write hardly smaller.
  private static let tries = 12
  /// A repetition of so many bytes is taken without looking for a longer one.
  private static let goodLength = 64

  private struct Repetition {
    var length = 0
    var distance = 0
  }

  private let bytes: UnsafeRawBufferPointer
  private let hashShift: UInt32
  /// The latest place of each hash, -1 for none.
  private let latest: UnsafeMutablePointer<Int32>
  /// The place before with the same hash, by the lower bits of the place.
  private let earlier: UnsafeMutablePointer<Int32>
  private var position = 0
  /// What was found at the place already, when the search went ahead by one.
  private var ahead: Repetition?

  /// A finder in bytes that must stay where they are while it is used; there are fewer than 2 GiB of them.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    // A table that is larger than the bytes would only take time to clear.
    let hashBits = min(15, max(8, Int.bitWidth - bytes.count.leadingZeroBitCount))
    hashShift = UInt32(32 - hashBits)
    latest = .allocate(capacity: 1 << hashBits)
    latest.initialize(repeating: -1, count: 1 << hashBits)
    earlier = .allocate(capacity: Self.window)
    earlier.initialize(repeating: -1, count: min(bytes.count, Self.window))
  }

  deinit {
    latest.deallocate()
    earlier.deallocate()
  }

  var isAtEnd: Bool { position == bytes.count }

  /// Appends tokens until there are as many as given, or the bytes end.
  mutating func find(_ count: Int, into tokens: inout [DeflateToken]) {
    while position < bytes.count, tokens.count < count {
      let found = ahead ?? search(at: position)
      ahead = nil
      guard found.length > 0 else {
        takeByte(into: &tokens)
        continue
      }
      var next = position + 1
      if found.length < Self.goodLength {
        let later = search(at: next)
        if later.length > found.length {
          takeByte(into: &tokens)
          ahead = later
          continue
        }
        next += 1
      }
      tokens.append(DeflateToken(length: found.length, distance: found.distance))
      position += found.length
      while next < position {
        enter(next)
        next += 1
      }
    }
  }

  private mutating func takeByte(into tokens: inout [DeflateToken]) {
    tokens.append(DeflateToken(byte: bytes[position]))
    position += 1
  }

  private func hash(at place: Int) -> Int {
    let four = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    return Int((four &* 0x9E37_79B1) >> hashShift)
  }

  /// Enters a place into the table, so that later ones find it.
  private func enter(_ place: Int) {
    guard place + 4 <= bytes.count else { return }
    let hash = hash(at: place)
    earlier[place & (Self.window - 1)] = latest[hash]
    latest[hash] = Int32(truncatingIfNeeded: place)
  }

  /// The longest repetition at a place, its length 0 when there is none; the place is entered.
  private func search(at place: Int) -> Repetition {
    var best = Repetition()
    guard place + 4 <= bytes.count else { return best }
    let hash = hash(at: place)
    let most = min(Self.longest, bytes.count - place)
    var triesLeft = Self.tries
    var bestLength = 3
    var candidate = Int(latest[hash])
    while candidate >= 0, place - candidate <= Self.window {
      // A longer one has the next byte in common too.
      if bytes[candidate + bestLength] == bytes[place + bestLength] {
        let length = commonLength(candidate, place, most: most)
        if length > bestLength {
          bestLength = length
          best = Repetition(length: length, distance: place - candidate)
          if length == most || length >= Self.goodLength { break }
        }
      }
      triesLeft -= 1
      let before = Int(earlier[candidate & (Self.window - 1)])
      // What is not before belongs to a later place that took its entry.
      if triesLeft == 0 || before >= candidate { break }
      candidate = before
    }
    earlier[place & (Self.window - 1)] = latest[hash]
    latest[hash] = Int32(truncatingIfNeeded: place)
    return best
  }

  private func commonLength(_ first: Int, _ second: Int, most: Int) -> Int {
    var length = 0
    while length + 8 <= most {
      let difference =
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: first + length, as: UInt64.self))
        ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: second + length, as: UInt64.self))
      if difference != 0 { return length + difference.trailingZeroBitCount / 8 }
      length += 8
    }
    while length < most, bytes[first + length] == bytes[second + length] { length += 1 }
    return length
  }
}
