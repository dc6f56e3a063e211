/// The strict reading of JSON texts after RFC 8259.
package enum JSONText {
  /// Reads a text that consists of one JSON value.
  ///
  /// The text should be UTF-8; a byte order mark at its start is passed over. Keys that Unicode holds to be
  /// the same text count as duplicates, since comparing strings could not tell them apart later on.
  package static func parse(
    _ utf8: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(JSONTextError) -> JSONNode {
    try utf8.withUnsafeBufferPointer { bytes throws(JSONTextError) in
      var parser = JSONParser(bytes, limits: limits)
      return try parser.parse()
    }
  }

  /// Reads a text that is a string already, and so is known to be well-formed.
  package static func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws(JSONTextError) -> JSONNode {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(JSONTextError) in
        var parser = JSONParser(bytes, limits: limits)
        return try parser.parse(isWellFormed: true)
      }
    }
    return try result.get()
  }
}
