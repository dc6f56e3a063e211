package import Accounts
package import Evaluations
package import Tables

/// A file of a published package beside the one that is checked: the same disclosure in another format.
package struct PublicationCopy: Sendable {
  /// What came of reading it.
  package enum Content: Sendable {
    /// Its tables, its self-evaluations, and how many more of these were not understood.
    case read(TableSet, evaluations: [EvaluationTable], lostEvaluations: Int)
    /// It could not be read, or nothing here reads its format.
    case unreadable([Problem])
  }

  /// Its name in the package: `index.md`, `tables`.
  package let file: String
  /// The file whose tables these repeat, where it has some of them only; nil for a copy of the whole.
  package let taken: String?
  package let content: Content

  package init(file: String, taken: String? = nil, content: Content) {
    self.file = file
    self.taken = taken
    self.content = content
  }
}

/// All files of a publication: of a package the file that is checked and the others that must say the same, else the files
/// that make it up together and what some of them have once more.
package struct PublishedCopies: Sendable {
  /// The file that is checked: what people open first, or the first of those that make it up together.
  package let checked: String
  package let others: [PublicationCopy]
  /// The files that make it up together; empty for a package.
  package let together: [String]

  package init(checked: String, others: [PublicationCopy]) {
    self.checked = checked
    self.others = others
    together = []
  }

  /// Files that make up a publication together, and the tables that some of them have once more.
  package init(together files: [String], repeated: [PublicationCopy]) {
    checked = files.first ?? ""
    others = repeated
    together = files
  }

  /// The names of the files that were read, the one that is checked first.
  package var read: [String] {
    together.isEmpty ? [checked] + others.compactMap { if case .read = $0.content { $0.file } else { nil } } : together
  }
}
