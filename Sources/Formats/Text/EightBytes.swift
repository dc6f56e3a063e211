/// Eight bytes of a text looked at together, which is several times as fast as one by one.
struct EightBytes {
  private let word: UInt64

  /// The eight bytes from an offset on; nil where fewer are left before an end.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int) {
    guard end - offset >= 8 else { return nil }
    word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Whether one of them may end a line: whether any is at most CR, the highest of those that do.
  var mayEndLine: Bool { (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080 != 0 }

  /// Whether one of them may end a run of a JSON string that stands for itself: a quote, a backslash or a control character.
  var mayEndString: Bool {
    let (quotes, backslashes) = (word ^ 0x2222_2222_2222_2222, word ^ 0x5C5C_5C5C_5C5C_5C5C)
    let ends =
      (word &- 0x2020_2020_2020_2020) & ~word | (quotes &- 0x0101_0101_0101_0101) & ~quotes
      | (backslashes &- 0x0101_0101_0101_0101) & ~backslashes
    return ends & 0x8080_8080_8080_8080 != 0
  }

  /// How many of them begin a character of UTF-8.
  var characters: Int { 8 - (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount }
}
