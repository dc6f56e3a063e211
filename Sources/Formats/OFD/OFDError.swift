/// The reason a document in fixed layout cannot be read, and where.
package struct OFDError: Error, Sendable, Equatable {
  /// What an error is about.
  package enum Kind: Sendable, Equatable {
    /// The file is no archive, or something is wrong with a part of it.
    case file(OfficeFileProblem)
    /// The archive holds something other than a document.
    case notDocument
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
    switch kind {
    case .file(let problem): problem.message(of: .layout)
    case .notDocument: "压缩包中没有版式文档，应是 .ofd 文件。\(OfficeFileKind.layout.remedy)"
    case .tooMany(let counted, let limit): "\(counted.name)超过 \(limit)，应不超过此数。请删去无关的内容，或分成几个文件。"
    }
  }
}

/// A part of a document in fixed layout. Its names stand in namespaces that programs spell in several ways, so that only
/// what follows their prefix is looked at.
typealias OFDPart = OfficePart<OFDError>

extension OFDError: OfficeFileError {
  static var namespace: XMLNamespace { .other }

  init(_ problem: OfficeFileProblem, part: String?) { self.init(.file(problem), part: part) }
}
