import Accounts
import Formats
import System

/// A format in which publications are read (公开文件的格式): what it is called, how its content tells it, and how it is read.
///
/// This list is the one place that says what can be read; messages and help are printed from it.
struct PublicationFormat: Sendable {
  /// What people call it.
  let name: String
  /// The program it cannot be read without; nil where none is needed.
  var program: RequiredProgram?
  /// Whether a file is one, by its content.
  let isOne: @Sendable (PublicationFile) -> Bool
  /// Hands the lines and rows of a file on; returns where it holds self-evaluations. What was costly to decode is kept with
  /// the files of the run.
  let read: @Sendable (PublicationFile, InputFiles, inout TableRecogniser) throws(UnusableInput) -> SelfEvaluations

  /// Where the self-evaluation tables of a file are found.
  enum SelfEvaluations {
    /// Among its rows and lines.
    case rows
    /// Among its rows, which are often broken over lines, so that its text is asked too.
    case text
    /// In data of their own.
    case data([JSONNode], basicData: JSONNode?)
  }

  /// All formats, in the order in which a file is tried; the last takes any text.
  static let all: [PublicationFormat] = [
    workbook, word, pdf, officeWorkbook, officeDocument, data, page, markdown, spacedText, text,
  ]

  /// What they are called, each once, as listed in messages.
  static var names: String {
    var names: [String] = []
    for format in all where !names.contains(format.name) { names.append(format.name) }
    return names.joined(separator: "、")
  }

  private static let workbook = PublicationFormat(
    name: "工作簿（.xlsx）", isOne: { $0.kind?.isWorkbook == true },
    read: { file, _, recogniser throws(UnusableInput) in
      try PublishedWorkbook(file.bytes).read(into: &recogniser)
      return .rows
    })

  private static let word = PublicationFormat(
    name: "Word 文档（.docx）", isOne: { $0.kind?.isWordDocument == true },
    read: { file, files, recogniser throws(UnusableInput) in
      try recogniser.take(
        files.parts(of: file.path) { () throws(UnusableInput) in
          try WordText.parts(of: file.bytes, file: file.name)
        })
      return .rows
    })

  private static let pdf = PublicationFormat(
    name: "有文字的 PDF", program: RequiredProgram(names: ["pdftotext"], package: "poppler"),
    isOne: { $0.kind?.isPDF == true },
    read: { file, files, recogniser throws(UnusableInput) in
      try recogniser.take(
        files.parts(of: file.path) { () throws(UnusableInput) in
          try PagedText.parts(ofPDF: file.bytes, file: file.name)
        })
      return .rows
    })

  private static let officeWorkbook = PublicationFormat(
    name: "旧版和别家的工作簿、文档", program: OfficeConversion.program, isOne: { $0.kind?.opensInOffice == .workbook },
    read: { file, files, recogniser throws(UnusableInput) in
      let converted = try files.converted(file.path) { () throws(UnusableInput) in
        try OfficeConversion.converted(file, to: .workbook)
      }
      try PublishedWorkbook(converted).read(into: &recogniser)
      return .rows
    })

  private static let officeDocument = PublicationFormat(
    name: "旧版和别家的工作簿、文档", program: OfficeConversion.program, isOne: { $0.kind?.opensInOffice == .document },
    read: { file, files, recogniser throws(UnusableInput) in
      try recogniser.take(
        files.parts(of: file.path) { () throws(UnusableInput) in
          try WordText.parts(of: OfficeConversion.converted(file, to: .document), file: file.name)
        })
      return .rows
    })

  private static let data = PublicationFormat(
    name: "data.json", isOne: { $0.kind == nil && $0.isJSON },
    read: { file, _, recogniser throws(UnusableInput) in
      let (tables, basicData) = try DisclosureData.read(file.text(), into: &recogniser)
      return .data(tables, basicData: basicData)
    })

  private static let page = PublicationFormat(
    name: "网页", isOne: { $0.kind == nil && HTMLPage.isHTML($0.decoded ?? []) },
    read: { file, _, recogniser throws(UnusableInput) in
      try HTMLPage.read(file.text(), into: &recogniser)
      return .rows
    })

  private static let markdown = PublicationFormat(
    name: "Markdown", isOne: { $0.kind == nil && MarkdownText.isMarkdown($0.decoded ?? []) },
    read: { file, _, recogniser throws(UnusableInput) in
      try MarkdownText.read(file.text(), into: &recogniser)
      return .rows
    })

  private static let spacedText = PublicationFormat(
    name: "以空格排版的文本（只读文字）", isOne: { $0.kind == nil && PagedText.isSpacedText($0.decoded ?? []) },
    read: { file, files, recogniser throws(UnusableInput) in
      let text = try file.text()
      try recogniser.take(
        files.parts(of: file.path) { () throws(UnusableInput) in PagedText.parts(ofSpacedText: text) })
      return .rows
    })

  private static let text = PublicationFormat(
    name: "以制表符分列的文本", isOne: { $0.kind == nil },
    read: { file, _, recogniser throws(UnusableInput) in
      try TabbedText.read(file.text(), into: &recogniser)
      return .text
    })
}

/// A program that a format cannot be read without.
struct RequiredProgram: Sendable {
  /// The names it goes by.
  let names: [String]
  /// What is to be installed where none of them is found.
  let package: String

  /// The program; throws a problem that says what to install, located at a file.
  func found(for file: PublicationFile) throws(UnusableInput) -> ExternalProgram {
    if let program = ExternalProgram(named: names, path: ExternalProgram.searchPath) { return program }
    throw UnusableInput([
      Problem(
        at: SourceLocation(file: file.name), found: "这是\(file.kind?.name ?? "文本")，读它要用的程序 \(names[0]) 没有找到",
        expected: "应已安装 \(package)",
        advice: "请安装后再试，或改用同一公开的网页、.xlsx 工作簿或 .docx 文档")
    ])
  }
}

/// A file of a publication, before it is known what it is.
struct PublicationFile: Sendable {
  let path: String
  let bytes: [UInt8]
  /// What it is where it is no text.
  let kind: FileKind?
  /// Its text as UTF-8; nil where it is none.
  let decoded: [UInt8]?
  /// Why it is no text.
  private let problem: UnusableInput?

  init(_ path: String, _ bytes: [UInt8]) throws(UnusableInput) {
    self.path = path
    self.bytes = bytes
    kind = try FileKinds.standard().kind(of: bytes)
    var text: [UInt8]?
    var problem: UnusableInput?
    if kind == nil {
      do throws(UnusableInput) {
        text = try InputFile.decoded(bytes, of: path)
      } catch {
        problem = error
      }
    }
    (decoded, self.problem) = (text, problem)
  }

  /// What it is called in messages.
  var name: String { InputFile.displayName(of: path) }

  /// Its text as UTF-8; throws where it is none.
  func text() throws(UnusableInput) -> [UInt8] {
    if let problem { throw problem }
    return decoded ?? []
  }

  /// Whether it begins as JSON does.
  var isJSON: Bool { decoded?.first { $0 != 0x20 && !(0x09...0x0D).contains($0) } == UInt8(ascii: "{") }
}
