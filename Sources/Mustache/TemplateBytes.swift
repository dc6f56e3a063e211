// A template is read as bytes: every mark that matters is ASCII or a delimiter, and UTF-8 never lets the bytes of one
// character turn up inside another.

extension UInt8 {
  /// Whether the byte may stand between a tag and the ends of its line without keeping it from standing alone.
  var isLineSpace: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
  }

  /// Whether the byte is padding inside a tag.
  var isTagSpace: Bool {
    self == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(self)
  }
}

extension [UInt8] {
  func holds(_ mark: [UInt8], at offset: Int) -> Bool {
    guard count - offset >= mark.count else { return false }
    for index in mark.indices where self[offset + index] != mark[index] { return false }
    return true
  }

  func firstOffset(of mark: [UInt8], from start: Int) -> Int? {
    guard let head = mark.first else { return nil }
    var offset = start
    while offset + mark.count <= count {
      if self[offset] == head, holds(mark, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  func firstOffset(from start: Int, where matches: (UInt8) -> Bool) -> Int {
    var offset = start
    while offset < count, !matches(self[offset]) { offset += 1 }
    return offset
  }
}
