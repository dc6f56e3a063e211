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
  package let content: Content

  package init(file: String, content: Content) {
    self.file = file
    self.content = content
  }
}

/// All of a published package: the file that is checked, and the others that must say the same.
package struct PublishedCopies: Sendable {
  /// The file that is checked: what people open first.
  package let checked: String
  package let others: [PublicationCopy]

  package init(checked: String, others: [PublicationCopy]) {
    self.checked = checked
    self.others = others
  }

  /// The names of the files that were read, the one that is checked first.
  package var read: [String] {
    [checked] + others.compactMap { if case .read = $0.content { $0.file } else { nil } }
  }
}
