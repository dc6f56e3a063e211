/// The reading of CSV texts after RFC 4180.
package enum CSVDocument {
  /// Reads all records of a text, and lists all that is wrong with it.
  ///
  /// CRLF, LF and a lone CR end a record alike; inside quotes they belong to the value as they stand.
  /// Records whose fields are all empty are left out. The text should be valid UTF-8, as `DecodedText`
  /// gives it; a byte order mark at its start is passed over. A record with a problem is kept as far as it
  /// could be read, save one with an unclosed quote: whoever needs a sound table looks at the problems first.
  package static func parse(
    _ utf8: [UInt8], limits: CSVLimits = CSVLimits()
  ) -> (records: [CSVRecord], problems: [CSVProblem]) {
    utf8.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, limits: limits)
      scanner.scan()
      return (scanner.records, scanner.problems)
    }
  }
}
