/// What is wrong with a text that should hold certain data: it is no JSON, or something of the data is not in it.
package struct JSONDataError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where it is and what was expected, in plain Chinese.
  package let message: String

  package var description: String { message }
}

extension JSONText {
  /// The data that a reading makes of a text; throws where the text is no JSON, or lacks what is read.
  package static func data<Value>(
    in text: String, _ reading: (JSONNode) throws(JSONFieldError) -> Value
  ) throws(JSONDataError) -> Value {
    let node: JSONNode
    do { node = try parse(Array(text.utf8)) } catch { throw JSONDataError(message: error.message) }
    do { return try reading(node) } catch { throw JSONDataError(message: error.message) }
  }
}
