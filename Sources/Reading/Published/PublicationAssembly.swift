package import Tables

/// Of which files a publication was put together (分在几个文件里的一份公开).
package struct PublicationAssembly: Sendable {
  /// The tables of a file that another file of the same publication has too.
  package struct Repeated: Sendable {
    /// The file that has them once more, and the one whose are taken.
    package let file: String
    package let taken: String
    package let tables: TableSet
  }

  /// What the files are called, in the order in which they were read.
  package let files: [String]
  package let repeated: [Repeated]
}
