/// The error of one kind of office file, of which parts can tell what is wrong with them.
protocol OfficeFileError: Error {
  /// The namespace of the elements of its main parts.
  static var namespace: XMLNamespace { get }

  init(_ problem: OfficeFileProblem, part: String?)
}

/// What can be wrong with the parts of any office file.
package enum OfficeFileProblem: Sendable, Equatable {
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

  /// What was found, what was expected of a kind of file and what to do, in plain Chinese.
  func message(of file: OfficeFileKind) -> String {
    switch self {
    case .archive(let error): error.message(of: file)
    case .xml(let error): error.message(of: file)
    case .partMissing(let name): "缺少内部文件“\(Excerpt.of(name))”，应有。文件已损坏，\(file.remedy)"
    case .partOutside(let target):
      "引用“\(Excerpt.of(target))”指向\(file.name)之外，应在\(file.name)之内。文件可能有恶意，请检查文件来源；没有读取。"
    case .unexpectedRoot(let found, let expected):
      "内容是“\(Excerpt.of(found))”，应是“\(expected)”。文件已损坏，\(file.remedy)"
    case .tooManyRelationships(let limit): "部件引用的个数超过 \(limit)，应不超过此数。请删去无关的内容，或分成几个文件。"
    }
  }
}
