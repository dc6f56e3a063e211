import Accounts

/// The bounds within which a publication is read: far more than a department's disclosure needs.
enum PublicationLimits {
  /// Most bytes of a file.
  static let bytes = 64 << 20
  /// Most rows of all tables, ours or not.
  static let rows = 1_000_000
  /// Most rows of the ten tables, which are kept and so cost memory.
  static let tableRows = 100_000
  /// Most columns of a row, and most columns or rows that a cell covers.
  static let columns = 1000
  /// Most characters of a cell or a line.
  static let characters = 100_000
  /// Most bytes of text beside the tables that are looked at.
  static let proseBytes = 8 << 20
  /// Most parts listed as not understood.
  static let unread = 1000
  /// Most tables of a page one inside another; deeper ones are taken for part of the innermost.
  static let nesting = 64

  /// The problem of a publication that goes beyond a bound.
  static func exceeded(_ found: String, at place: SourceLocation) -> UnusableInput {
    UnusableInput([Problem(at: place, found: found, expected: "应不超过此数", advice: "请确认这是一份决算公开的文件")])
  }

  /// The text of some bytes of UTF-8 without white space at either end; throws when it is too long for a cell or a line.
  static func text(
    _ utf8: some BidirectionalCollection<UInt8>, in file: String, line: Int
  ) throws(UnusableInput) -> String {
    if utf8.count > characters, utf8.count(where: { $0 & 0xC0 != 0x80 }) > characters {
      throw exceeded("这里的一格或一行文字超过 \(characters) 字", at: SourceLocation(file: file, line: line))
    }
    var rest = utf8[...]
    while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
    while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
    return String(decoding: rest, as: UTF8.self).trimmed
  }
}
