/// A note on a cell.
package struct CellNote: Sendable, Equatable {
  /// The text; line feeds begin new lines.
  package let text: String
  /// Who wrote it; may be empty.
  package let author: String

  /// A note of an author.
  package init(_ text: String, author: String = "") {
    self.text = text
    self.author = author
  }
}
