/// Codes for the symbols of an alphabet, shorter for those that are frequent, of which none begins another.
struct PrefixCode {
  /// How many bits each symbol takes, 0 for one that does not occur.
  let lengths: [UInt8]
  /// The code of each symbol, its first bit the lowest.
  let codes: [UInt32]

  /// The codes that RFC 1951, 3.2.2, gives to lengths.
  init(lengths: [UInt8]) {
    self.lengths = lengths
    var counts = Array(repeating: UInt32(0), count: 17)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var next = Array(repeating: UInt32(0), count: 17)
    for length in 1..<16 { next[length + 1] = (next[length] + counts[length]) << 1 }
    var codes = Array(repeating: UInt32(0), count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      codes[symbol] = next[Int(length)].reversedBits >> (32 - UInt32(length))
      next[Int(length)] += 1
    }
    self.codes = codes
  }

  /// Codes of at most so many bits for symbols that occur so often; at least two have one, as all readers expect.
  init(frequencies: [Int], longest: Int) {
    var frequencies = frequencies
    for symbol in 0..<2 where frequencies.count(where: { $0 > 0 }) < 2 {
      frequencies[symbol] = max(1, frequencies[symbol])
    }
    var lengths = Self.lengths(frequencies)
    // The more alike the frequencies, the more alike the lengths.
    while lengths.contains(where: { $0 > longest }) {
      frequencies = frequencies.map { ($0 + 1) / 2 }
      lengths = Self.lengths(frequencies)
    }
    self.init(lengths: lengths)
  }

  /// How many bits the symbols take together when they occur so often.
  func bitCount(_ frequencies: [Int]) -> Int {
    zip(frequencies, lengths).reduce(0) { $0 + $1.0 * Int($1.1) }
  }

  /// Huffman's lengths: the two rarest are joined again and again; of those alike the earlier comes first.
  private static func lengths(_ frequencies: [Int]) -> [UInt8] {
    let leaves = frequencies.indices.filter { frequencies[$0] > 0 }.sorted {
      (frequencies[$0], $0) < (frequencies[$1], $1)
    }
    // Leaves in their order, behind them the joined ones, whose weights grow.
    var weights = leaves.map { frequencies[$0] }
    var parents = Array(repeating: 0, count: 2 * leaves.count - 1)
    var leaf = 0
    var joined = leaves.count
    while weights.count < parents.count {
      var sum = 0
      for _ in 0..<2 {
        let takesLeaf = leaf < leaves.count && (joined >= weights.count || weights[leaf] <= weights[joined])
        let node = takesLeaf ? leaf : joined
        if takesLeaf { leaf += 1 } else { joined += 1 }
        sum += weights[node]
        parents[node] = weights.count
      }
      weights.append(sum)
    }
    var depths = Array(repeating: UInt8(0), count: parents.count)
    for node in parents.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
    var lengths = Array(repeating: UInt8(0), count: frequencies.count)
    for (node, symbol) in leaves.enumerated() { lengths[symbol] = depths[node] }
    return lengths
  }
}

extension UInt32 {
  /// The bits in the opposite order.
  fileprivate var reversedBits: UInt32 {
    var reversed: UInt32 = 0
    for bit in 0..<UInt32(32) where self & 1 << bit != 0 { reversed |= 1 << (31 - bit) }
    return reversed
  }
}
