/// The values that names are looked up in, the innermost last.
struct ContextStack: Sendable {
  private var values: [MustacheValue]

  init(_ root: MustacheValue) {
    values = [root]
  }

  mutating func push(_ value: MustacheValue) {
    values.append(value)
  }

  mutating func pop() {
    values.removeLast()
  }

  /// The value of a name, or null.
  ///
  /// Only the first part of a dotted name searches the stack. Once it is found, the remaining parts are looked up
  /// there and nowhere else, so that a field missing from one object is never taken from another.
  func value(of name: TagName) -> MustacheValue {
    switch name {
    case .current: values.last ?? .null
    case .path(let first, let rest): value(of: first, then: rest)
    }
  }

  private func value(of first: String, then rest: [String]) -> MustacheValue {
    var index = values.count
    while index > 0 {
      index -= 1
      guard case .object(let fields) = values[index], var found = fields[first] else { continue }
      for part in rest {
        guard case .object(let inner) = found, let next = inner[part] else { return .null }
        found = next
      }
      return found
    }
    return .null
  }
}
