/// The bounds within which a CSV text is read.
package struct CSVLimits: Sendable, Equatable {
  /// Most bytes one field may hold, quotes not counted.
  package let fieldBytes: Int
  /// Most fields one record may hold.
  package let fields: Int
  /// Most records kept; records whose fields are all empty do not count.
  package let records: Int
  /// Most problems listed one by one.
  package let problems: Int

  /// Limits that leave ample room for real tables unless told otherwise; a negative limit counts as zero.
  package init(
    fieldBytes: Int = 1_048_576, fields: Int = 1024, records: Int = 2_000_000, problems: Int = 1000
  ) {
    self.fieldBytes = max(0, fieldBytes)
    self.fields = max(0, fields)
    self.records = max(0, records)
    self.problems = max(0, problems)
  }
}
