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

  /// What the value is.
  package let kind: Kind
  /// The line, counted from 1, on which the value begins.
  package let line: Int
  /// The column, counted in characters (Unicode scalars) from 1, at which the value begins.
  package let column: Int

  /// A value of a kind at a place.
  package init(kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }

  /// The value of the member with the key, nil when there is none or this is no object.
  ///
  /// It looks through the members in turn; to take many keys, go over `members` once.
  package subscript(key key: String) -> JSONNode? {
    members?.first { $0.key == key }?.value
  }

  /// The value as a string; nil when it is not one.
  package var text: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  /// The number as it was spelled, nil when this is none.
  package var spelling: String? {
    if case .number(let spelling) = kind { spelling } else { nil }
  }

  /// The elements of the array, nil when this is none.
  package var elements: [JSONNode]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  /// The members of the object, nil when this is none.
  package var members: [JSONMember]? {
    if case .object(let members) = kind { members } else { nil }
  }
}
