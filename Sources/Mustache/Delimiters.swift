/// The marks that open and close a tag.
struct Delimiters: Sendable {
  /// The most bytes in one delimiter.
  ///
  /// A search costs the length of the delimiter for each byte of the text, so this bound keeps reading linear.
  static let longest = 32

  let opening: [UInt8]
  let closing: [UInt8]

  /// What closes a tag of the form `{{{name}}}`.
  let closingTriple: [UInt8]

  init(opening: [UInt8], closing: [UInt8]) {
    self.opening = opening
    self.closing = closing
    closingTriple = [UInt8(ascii: "}")] + closing
  }

  static let standard = Delimiters(opening: Array("{{".utf8), closing: Array("}}".utf8))

  /// The delimiters that the content of a delimiter change spells, unless it does not spell two usable ones.
  init?(spelledBy content: ArraySlice<UInt8>) {
    let marks = content.split(whereSeparator: \.isTagSpace)
    guard marks.count == 2, marks.allSatisfy({ $0.count <= Self.longest }) else { return nil }
    self.init(opening: Array(marks[0]), closing: Array(marks[1]))
  }
}
