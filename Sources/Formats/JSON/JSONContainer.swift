/// An array or object that has begun and not yet ended.
struct JSONContainer {
  /// Which of the two it is.
  enum Shape {
    case array
    case object
  }

  let shape: Shape
  private let line: Int
  private let column: Int
  private var elements: [JSONNode] = []
  private var members: [JSONMember] = []
  private var pending: (key: String, line: Int, column: Int)?
  /// Lines of all keys; made only once looking through the members in turn would be slow.
  private var keyLines: [String: Int] = [:]

  init(shape: Shape, line: Int, column: Int) {
    self.shape = shape
    self.line = line
    self.column = column
  }

  /// The finished value.
  var node: JSONNode {
    switch shape {
    case .array: JSONNode(kind: .array(elements), line: line, column: column)
    case .object: JSONNode(kind: .object(members: members), line: line, column: column)
    }
  }

  /// Takes the key of the next member; if there already is one like it, returns the line of that.
  mutating func begin(_ key: String, line: Int, column: Int) -> Int? {
    if members.count < Self.fewMembers {
      if let first = members.first(where: { $0.key == key }) { return first.line }
    } else {
      if keyLines.isEmpty {
        for member in members { keyLines[member.key] = member.line }
      }
      if let firstLine = keyLines.updateValue(line, forKey: key) { return firstLine }
    }
    pending = (key, line, column)
    return nil
  }

  /// Takes the next element, or the value of the member whose key came last.
  mutating func append(_ node: JSONNode) {
    if let pending {
      members.append(JSONMember(key: pending.key, line: pending.line, column: pending.column, value: node))
    } else {
      elements.append(node)
    }
  }

  private static let fewMembers = 8
}
