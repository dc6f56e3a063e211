/// One block of a DEFLATE stream (RFC 1951, 3.2.3): tokens and the two codes they are written in.
struct DeflateBlock {
  private static let endOfBlock = 256
  /// The order in which the lengths of the code for lengths are listed.
  private static let listingOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  /// The codes that need not be written down.
  private static let fixedSymbols = PrefixCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = PrefixCode(lengths: Array(repeating: 5, count: 30))

  private let tokens: [DeflateToken]
  private let isLast: Bool
  private var symbolFrequencies = Array(repeating: 0, count: 286)
  private var distanceFrequencies = Array(repeating: 0, count: 30)

  init(_ tokens: [DeflateToken], isLast: Bool) {
    self.tokens = tokens
    self.isLast = isLast
    for token in tokens {
      symbolFrequencies[token.symbol.number] += 1
      if !token.isByte { distanceFrequencies[token.distanceSymbol.number] += 1 }
    }
    symbolFrequencies[Self.endOfBlock] = 1
  }

  /// Writes the block in codes of its own where that is shorter, else in the fixed ones.
  func write(to writer: inout BitWriter) {
    let symbols = PrefixCode(frequencies: symbolFrequencies, longest: 15)
    let distances = PrefixCode(frequencies: distanceFrequencies, longest: 15)
    let listing = Listing(symbols, distances)
    let ownCount = listing.bitCount + bitCount(symbols, distances)
    writer.write(isLast ? 1 : 0, count: 1)
    if ownCount < bitCount(Self.fixedSymbols, Self.fixedDistances) {
      writer.write(2, count: 2)
      listing.write(to: &writer)
      writeTokens(symbols, distances, to: &writer)
    } else {
      writer.write(1, count: 2)
      writeTokens(Self.fixedSymbols, Self.fixedDistances, to: &writer)
    }
  }

  /// What tells the two ways apart: the bits that follow a symbol are the same in both.
  private func bitCount(_ symbols: PrefixCode, _ distances: PrefixCode) -> Int {
    symbols.bitCount(symbolFrequencies) + distances.bitCount(distanceFrequencies)
  }

  private func writeTokens(_ symbols: PrefixCode, _ distances: PrefixCode, to writer: inout BitWriter) {
    for token in tokens {
      Self.write(token.symbol, in: symbols, to: &writer)
      if !token.isByte { Self.write(token.distanceSymbol, in: distances, to: &writer) }
    }
    Self.write((Self.endOfBlock, 0, 0), in: symbols, to: &writer)
  }

  private static func write(
    _ symbol: (number: Int, extraCount: Int, extra: UInt32), in code: PrefixCode, to writer: inout BitWriter
  ) {
    let length = Int(code.lengths[symbol.number])
    // At most 15 bits of code and 13 that follow.
    writer.write(code.codes[symbol.number] | symbol.extra << UInt32(length), count: length + symbol.extraCount)
  }

  /// The lengths of the two codes as they are listed before the tokens (RFC 1951, 3.2.7).
  private struct Listing {
    /// Symbols of the code for lengths, with the bits that follow each.
    private var items: [(number: Int, extraCount: Int, extra: UInt32)] = []
    private let symbolCount: Int
    private let distanceCount: Int
    private let orderCount: Int
    private let code: PrefixCode

    init(_ symbols: PrefixCode, _ distances: PrefixCode) {
      symbolCount = max(257, 1 + (symbols.lengths.lastIndex { $0 > 0 } ?? 0))
      distanceCount = 1 + (distances.lengths.lastIndex { $0 > 0 } ?? 0)
      let lengths = symbols.lengths[..<symbolCount] + distances.lengths[..<distanceCount]
      var rest = lengths[...]
      while let length = rest.first {
        let run = rest.prefix { $0 == length }.count
        let taken: Int
        switch (length, run) {
        case (0, 11...):
          taken = min(run, 138)
          items.append((18, 7, UInt32(taken - 11)))
        case (0, 3...):
          taken = run
          items.append((17, 3, UInt32(taken - 3)))
        case (1..., 4...):
          taken = min(run, 7)
          items.append((Int(length), 0, 0))
          items.append((16, 2, UInt32(taken - 4)))
        default:
          taken = 1
          items.append((Int(length), 0, 0))
        }
        rest = rest.dropFirst(taken)
      }
      var frequencies = Array(repeating: 0, count: 19)
      for item in items { frequencies[item.number] += 1 }
      code = PrefixCode(frequencies: frequencies, longest: 7)
      let lengthsOfCode = code.lengths
      orderCount = max(4, 1 + (listingOrder.lastIndex { lengthsOfCode[$0] > 0 } ?? 0))
    }

    var bitCount: Int {
      14 + 3 * orderCount + items.reduce(0) { $0 + Int(code.lengths[$1.number]) + $1.extraCount }
    }

    func write(to writer: inout BitWriter) {
      writer.write(UInt32(symbolCount - 257), count: 5)
      writer.write(UInt32(distanceCount - 1), count: 5)
      writer.write(UInt32(orderCount - 4), count: 4)
      for symbol in listingOrder[..<orderCount] { writer.write(UInt32(code.lengths[symbol]), count: 3) }
      for item in items { DeflateBlock.write(item, in: code, to: &writer) }
    }
  }
}
