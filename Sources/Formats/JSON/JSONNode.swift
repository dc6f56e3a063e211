/// A JSON value that knows where it stood in its text.
package struct JSONNode: Sendable {
  /// What a value is.
  package enum Kind: Sendable {
    /// The value null.
    case null
    /// One of true and false.
    case bool(Bool)
    /// A number exactly as it was spelled, never turned into a binary fraction.
    case number(spelling: String)
    /// A string with its escapes resolved.
    case string(String)
    /// An array with its elements in order.
    case array([JSONNode])
    /// An object with its members in the order of the text; no key occurs twice.
    case object(members: [JSONMember])
  }

  private let tree: JSONTree
  /// Its entry in the tree.
  private let index: Int

  init(_ tree: JSONTree, at index: Int) {
    self.tree = tree
    self.index = index
  }

  /// An empty object at a place.
  package init(emptyObjectAt line: Int, _ column: Int) {
    self.init(empty: .object, line, column)
  }

  /// An empty array at a place.
  package init(emptyArrayAt line: Int, _ column: Int) {
    self.init(empty: .array, line, column)
  }

  private init(empty kind: JSONTree.Entry.Kind, _ line: Int, _ column: Int) {
    let entry = JSONTree.Entry(
      kind: kind, start: 0, count: 0, next: 1, line: Int32(clamping: line), column: Int32(clamping: column))
    self.init(JSONTree(utf8: [], entries: [entry], texts: []), at: 0)
  }

  private var entry: JSONTree.Entry { tree.entries[index] }

  /// What the value is. What stands in it is made anew each time.
  package var kind: Kind {
    let entry = entry
    return switch entry.kind {
    case .null: .null
    case .yes: .bool(true)
    case .no: .bool(false)
    case .number: .number(spelling: tree.text(entry))
    case .string, .resolvedString: .string(tree.text(entry))
    case .array: .array(elements ?? [])
    case .object: .object(members: members ?? [])
    }
  }

  /// Whether the value is null.
  package var isNull: Bool { entry.kind == .null }

  /// The value as true or false; nil when it is neither.
  package var truth: Bool? {
    switch entry.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// The line, counted from 1, on which the value begins.
  package var line: Int { Int(entry.line) }

  /// The column, counted in characters (Unicode scalars) from 1, at which the value begins.
  package var column: Int { Int(entry.column) }

  /// The value of the member with the key, nil when there is none or this is no object.
  ///
  /// It looks through the members in turn; to take many keys, go over `members` once.
  package subscript(key key: String) -> JSONNode? {
    guard entry.kind == .object else { return nil }
    return tree.value(of: key, in: index).map { JSONNode(tree, at: $0) }
  }

  /// The value as a string; nil when it is not one.
  package var text: String? {
    let entry = entry
    return entry.kind == .string || entry.kind == .resolvedString ? tree.text(entry) : nil
  }

  /// The number as it was spelled, nil when this is none.
  package var spelling: String? {
    let entry = entry
    return entry.kind == .number ? tree.text(entry) : nil
  }

  /// The elements of the array, nil when this is none. Linear in them.
  package var elements: [JSONNode]? {
    let entry = entry
    guard entry.kind == .array else { return nil }
    var elements: [JSONNode] = []
    elements.reserveCapacity(entry.count)
    var index = index + 1
    while index < entry.next {
      elements.append(JSONNode(tree, at: index))
      index = tree.entries[index].next
    }
    return elements
  }

  /// The members of the object, nil when this is none. Linear in them.
  package var members: [JSONMember]? {
    let entry = entry
    guard entry.kind == .object else { return nil }
    var members: [JSONMember] = []
    members.reserveCapacity(entry.count)
    var index = index + 1
    while index < entry.next {
      let key = tree.entries[index]
      members.append(
        JSONMember(
          key: tree.text(key), line: Int(key.line), column: Int(key.column), value: JSONNode(tree, at: index + 1)))
      index = tree.entries[index + 1].next
    }
    return members
  }
}
