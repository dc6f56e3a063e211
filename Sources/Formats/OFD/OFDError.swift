/// The reason a document in fixed layout cannot be read, and where.
package struct OFDError: Error, Sendable, Equatable {
  /// What an error is about.
  package enum Kind: Sendable, Equatable {
    /// The file is no archive, or a part of it cannot be unpacked.
    case archive(ZIPError)
    /// A part is not XML as it should be.
    case xml(XMLError)
    /// The archive holds something other than a document.
    case notDocument
    /// A part that is referred to does not exist.
    case partMissing(String)
    /// A reference that leads out of the archive.
    case partOutside(String)
    /// Too many of something.
    case tooMany(Counted, limit: Int)
  }

  /// What there can be too many of.
  package enum Counted: Sendable, Equatable {
    /// Documents in one file.
    case documents
    /// Pages.
    case pages
    /// Characters on one page.
    case characters

    /// The name with its measure, in plain Chinese.
    package var name: String {
      switch self {
      case .documents: "文档的个数"
      case .pages: "页数"
      case .characters: "一页的字数"
      }
    }
  }

  /// The part of the archive concerned, nil when the document as a whole is.
  package let part: String?
  /// What the error is.
  package let kind: Kind

  /// An error of a kind, in a part or of the whole document.
  package init(_ kind: Kind, part: String? = nil) {
    self.kind = kind
    self.part = part
  }

  /// Where it is, what was found, what was expected and what to do, in plain Chinese.
  package var message: String {
    (part.map { "文件内部的“\(Excerpt.of($0))”：" } ?? "") + explanation
  }

  private var explanation: String {
    let remedy = OfficeFileKind.layout.remedy
    return switch kind {
    case .archive(let error): error.message(of: .layout)
    case .xml(let error): error.message(of: .layout)
    case .notDocument: "压缩包中没有版式文档，应是 .ofd 文件。\(remedy)"
    case .partMissing(let name): "缺少内部文件“\(Excerpt.of(name))”，应有。文件已损坏，\(remedy)"
    case .partOutside(let target):
      "引用“\(Excerpt.of(target))”指向文件之外，应在文件之内。文件可能有恶意，请检查文件来源；没有读取。"
    case .tooMany(let counted, let limit): "\(counted.name)超过 \(limit)，应不超过此数。请删去无关的内容，或分成几个文件。"
    }
  }
}

/// A part of a document in fixed layout. Its names stand in namespaces that programs spell in several ways, so that only
/// what follows their prefix is looked at.
typealias OFDPart = OfficePart<OFDError>

extension OFDError: OfficeFileError {
  static var namespace: XMLNamespace { .other }

  init(_ problem: OfficeFileProblem, part: String?) {
    let kind: Kind =
      switch problem {
      case .archive(let error): .archive(error)
      case .xml(let error): .xml(error)
      case .partMissing(let name): .partMissing(name)
      case .partOutside(let target): .partOutside(target)
      case .unexpectedRoot, .tooManyRelationships: .notDocument
      }
    self.init(kind, part: part)
  }
}
