/// The error of one kind of office file, of which parts can tell what is wrong with them.
protocol OfficeFileError: Error {
  /// The namespace of the elements of its main parts.
  static var namespace: XMLNamespace { get }

  init(_ problem: OfficeFileProblem, part: String?)
}

/// What can be wrong with the parts of any office file.
enum OfficeFileProblem {
  /// A part cannot be unpacked.
  case archive(ZIPError)
  /// A part is not XML as it should be.
  case xml(XMLError)
  /// A part that is referred to does not exist.
  case partMissing(String)
  /// A reference that leads out of the archive.
  case partOutside(String)
  /// A part whose outermost element is not that of its kind.
  case unexpectedRoot(found: String, expected: String)
  /// More relationships of a part than are read.
  case tooManyRelationships(limit: Int)
}
