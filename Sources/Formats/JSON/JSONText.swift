/// The strict reading of JSON texts after RFC 8259.
package enum JSONText {
  /// Reads a text that consists of one JSON value.
  ///
  /// The text should be UTF-8; a byte order mark at its start is passed over. Keys that Unicode holds to be
  /// the same text count as duplicates, since comparing strings could not tell them apart later on.
  package static func parse(
    _ utf8: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(JSONTextError) -> JSONNode {
    try JSONParser.value(of: utf8, limits: limits)
  }

  /// Reads a text that is a string already, and so is known to be well-formed.
  package static func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws(JSONTextError) -> JSONNode {
    try JSONParser.value(of: Array(text.utf8), limits: limits, isWellFormed: true)
  }
}
