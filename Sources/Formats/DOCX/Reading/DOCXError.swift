/// The reason a document cannot be read, and where.
package struct DOCXError: Error, Sendable, Equatable {
  /// What an error is about.
  package enum Kind: Sendable, Equatable {
    /// The file is no archive, or a part of it cannot be unpacked.
    case archive(ZIPError)
    /// A part is not XML as it should be.
    case xml(XMLError)
    /// The archive holds something other than a document.
    case notDocument
    /// A file of another program, by what people call it.
    case otherFile(String)
    /// A part that is referred to does not exist.
    case partMissing(String)
    /// A reference that leads out of the archive.
    case partOutside(String)
    /// A part whose outermost element is not that of its kind.
    case unexpectedRoot(found: String, expected: String)
    /// Too many of something.
    case tooMany(Counted, limit: Int)
  }

  /// What there can be too many of.
  package enum Counted: Sendable, Equatable {
    /// Paragraphs, those in the cells of tables included.
    case paragraphs
    /// Cells of all tables.
    case cells
    /// Columns of a table.
    case columns
    /// Bytes of all text.
    case textBytes
    /// Tables and text boxes one inside another.
    case nesting
    /// Styles.
    case styles
    /// Lists of numbering.
    case numberings
    /// Relationships of a part.
    case relationships

    /// The name with its measure, in plain Chinese.
    package var name: String {
      switch self {
      case .paragraphs: "段落的个数"
      case .cells: "单元格的个数"
      case .columns: "表格的列数"
      case .textBytes: "文字的总字节数"
      case .nesting: "表格和文本框嵌套的层数"
      case .styles: "样式的个数"
      case .numberings: "编号列表的个数"
      case .relationships: "部件引用的个数"
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
    (part.map { "文档内部的“\(Excerpt.of($0))”：" } ?? "") + explanation
  }

  private var explanation: String {
    switch kind {
    case .archive(let error): error.message(of: .document)
    case .xml(let error): error.message(of: .document)
    case .notDocument:
      "压缩包中没有文档，应是 .docx 文件。请在 Word 或 WPS 中打开，另存为“Word 文档 (.docx)”后再试。"
    case .otherFile(let name): "文件是\(name)，只是改名为 .docx，应是文档。请检查是否选错了文件。"
    case .partMissing(let name): OfficeFileProblem.partMissing(name).message(of: .document)
    case .partOutside(let target): OfficeFileProblem.partOutside(target).message(of: .document)
    case .unexpectedRoot(let found, let expected):
      OfficeFileProblem.unexpectedRoot(found: found, expected: expected).message(of: .document)
    case .tooMany(let counted, let limit): "\(counted.name)超过 \(limit)，应不超过此数。请删去无关的内容，或分成几个文件。"
    }
  }
}

/// A part of a document.
typealias DOCXPart = OfficePart<DOCXError>
/// What a part of a document refers to.
typealias DOCXRelationships = OfficeRelationships<DOCXError>

extension DOCXError: OfficeFileError {
  static var namespace: XMLNamespace { .wordprocessing }

  init(_ problem: OfficeFileProblem, part: String?) {
    let kind: Kind =
      switch problem {
      case .archive(let error): .archive(error)
      case .xml(let error): .xml(error)
      case .partMissing(let name): .partMissing(name)
      case .partOutside(let target): .partOutside(target)
      case .unexpectedRoot(let found, let expected): .unexpectedRoot(found: found, expected: expected)
      case .tooManyRelationships(let limit): .tooMany(.relationships, limit: limit)
      }
    self.init(kind, part: part)
  }
}

extension DOCXPart {
  /// The value of an attribute of the element just begun; in a document they stand in the namespace of its elements.
  func value(_ name: StaticString = "val") throws(DOCXError) -> String? {
    try attribute(name, in: .wordprocessing)
  }

  /// The value of an attribute that is a whole number, nil when it is not there or is none.
  func number(_ name: StaticString = "val") throws(DOCXError) -> Int? {
    try value(name).flatMap { Int($0) }
  }

  /// Whether a property that is on or off is on: it is when nothing is said against it.
  func isOn() throws(DOCXError) -> Bool {
    switch try value() {
    case "0", "false", "off": false
    default: true
    }
  }
}
