/// A JSON value to be written.
package indirect enum JSONOutput: Sendable {
  /// The value null.
  case null
  /// One of true and false.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// A string, escaped where it is written.
  case string(String)
  /// An array with its elements in order.
  case array([JSONOutput])
  /// An object with its members in the order in which they are written.
  case object([(String, JSONOutput)])
  /// A value written on one line with all it holds.
  case inline(JSONOutput)
}
