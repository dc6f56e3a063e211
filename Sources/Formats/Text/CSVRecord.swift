/// One record of a CSV text.
package struct CSVRecord: Sendable, Equatable {
  /// The line, counted from 1, on which the first character of the record stands.
  package let line: Int
  /// The values of the fields, without quotes, in order.
  package let fields: [String]

  /// A record at a line with its values.
  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}
