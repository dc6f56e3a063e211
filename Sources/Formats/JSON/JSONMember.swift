/// One member of a JSON object.
package struct JSONMember: Sendable {
  /// The key with its escapes resolved.
  package let key: String
  /// The line, counted from 1, on which the key stands.
  package let line: Int
  /// The column, counted in characters (Unicode scalars) from 1, at which the key stands.
  package let column: Int
  /// The value, which knows its own place.
  package let value: JSONNode

  /// A member whose key stands at a place.
  package init(key: String, line: Int, column: Int, value: JSONNode) {
    self.key = key
    self.line = line
    self.column = column
    self.value = value
  }
}
