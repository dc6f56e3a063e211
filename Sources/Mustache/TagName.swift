/// The name in a tag that looks data up.
enum TagName: Sendable, Equatable {
  /// The value on top of the context, written as a single full stop.
  case current

  /// A name looked up in the context, and the names looked up one inside the other from there.
  case path(first: String, rest: [String])

  /// The name that a text spells, unless one of its parts is empty.
  init?(_ spelling: String) {
    if spelling == "." {
      self = .current
      return
    }
    guard spelling.utf8.contains(UInt8(ascii: ".")) else {
      if spelling.isEmpty { return nil }
      self = .path(first: spelling, rest: [])
      return
    }
    let parts = spelling.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self = .path(first: first, rest: Array(parts.dropFirst()))
  }

  var spelling: String {
    switch self {
    case .current: "."
    case .path(let first, let rest): ([first] + rest).joined(separator: ".")
    }
  }
}
