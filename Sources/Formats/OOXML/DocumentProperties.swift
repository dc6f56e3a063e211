/// What an office file says about itself; what is nil is left out.
package struct DocumentProperties: Sendable, Equatable {
  /// The title.
  package var title: String?
  /// What it is about.
  package var subject: String?
  /// Who made it.
  package var creator: String?
  /// Words to find it by.
  package var keywords: String?
  /// A few sentences about it.
  package var remarks: String?
  /// When it was made, in UTC; the writer never looks at the clock.
  package var created: WorkbookDate?

  /// Nothing said.
  package init() {}
}
