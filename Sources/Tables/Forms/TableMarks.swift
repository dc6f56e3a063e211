/// By what a table is known to be printed in a form (表的标志): its title and the words of its head, as they are compared.
package struct TableMarks: Sendable, Equatable {
  /// The title, without numbers, spaces and quotation marks.
  package var title: String
  /// The words of the head, wherever they stand in it, without the numbers of the columns (栏次).
  package var heads: Set<String>

  package init(title: String, heads: Set<String>) {
    self.title = title
    self.heads = heads
  }
}
