/// The bounds within which a JSON text is read.
package struct JSONLimits: Sendable, Equatable {
  /// Most arrays and objects one inside another, at most 512.
  package let depth: Int
  /// Most bytes of UTF-8 a string, a key or the spelling of a number may hold.
  package let stringBytes: Int
  /// Most values, counting arrays and objects as well as what is in them.
  package let values: Int

  /// Limits that leave ample room for real data unless told otherwise.
  package init(depth: Int = 64, stringBytes: Int = 1_048_576, values: Int = 2_000_000) {
    // Whoever goes through nested values calls itself, which takes room on the stack for each level.
    self.depth = max(0, min(depth, 512))
    self.stringBytes = stringBytes
    self.values = values
  }
}
