import RandomDisclosures

/// Random numbers that are the same in every run.
package struct SeededGenerator: RandomNumberGenerator {
  private var numbers: SplitMix64

  /// The numbers that follow from a seed.
  package init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  /// The next number.
  package mutating func next() -> UInt64 { numbers.next() }
}
