/// A paragraph or a table.
package enum WordBlock: Sendable, Equatable {
  /// A paragraph.
  case paragraph(WordParagraph)
  /// A table.
  case table(WordTable)
}
