import Accounts
import Formats
import Tables

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
    workbook, word, pdf, layout, picture, officeWorkbook, officeDocument, data, pageArchive, page, markdown, spacedText,
    text,
  ]

  /// What they are called, each once, with the programs they need, as listed in messages and help.
  static var names: String {
    var names: [String] = []
    for format in all {
      let name = format.name + (format.program.map { "（要有 \($0.names[0])）" } ?? "")
      if !names.contains(name) { names.append(name) }
    }
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
    name: "PDF", program: PDFWords.program, isOne: { $0.kind?.isPDF == true },
    read: { file, files, recogniser throws(UnusableInput) in
      try recogniser.take(
        files.parts(of: file.path) { () throws(UnusableInput) in
          try PagedText.parts(ofPDF: file.bytes, file: file.name, engine: files.engine)
        })
      return .rows
    })

  private static let layout = PublicationFormat(
    name: "OFD 版式文件（.ofd）", isOne: { $0.kind?.isLayout == true },
    read: { file, files, recogniser throws(UnusableInput) in
      try recogniser.take(
        files.parts(of: file.path) { () throws(UnusableInput) in
          try OFDPages.parts(of: file.bytes, file: file.name, engine: files.engine)
        })
      return .rows
    })

  private static let picture = PublicationFormat(
    name: "图片和扫描件", program: PageReading.program, isOne: { $0.kind?.picture != nil },
    read: { file, files, recogniser throws(UnusableInput) in
      try recogniser.take(
        files.parts(of: file.path) { () throws(UnusableInput) in
          guard let kind = file.kind?.picture else { return [] }
          return try PicturePages.parts(of: file.bytes, kind, file: file.name, engine: files.engine)
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

  private static let pageArchive = PublicationFormat(
    name: "网页（.mht）", isOne: { $0.kind == nil && MIMEArchive.isOne($0.bytes) },
    read: { file, _, recogniser throws(UnusableInput) in
      let pages = MIMEArchive(file.bytes).parts.filter { $0.type == "text/html" }
      if pages.isEmpty { recogniser.takeUnread(file.name, at: 1, "其中没有网页，没有读", reach: .table) }
      // A workbook saved so has a page a sheet.
      for page in pages {
        recogniser.begin(file.name)
        try HTMLPage.read(InputFile.decoded(page.bytes, of: file.path), into: &recogniser)
      }
      return .rows
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
    name: "以空格排版的文本", isOne: { $0.kind == nil && PagedText.isSpacedText($0.decoded ?? []) },
    read: { file, files, recogniser throws(UnusableInput) in
      try recogniser.take(
        files.parts(of: file.path) { () throws(UnusableInput) in try PagedText.parts(ofSpacedText: file.text()) })
      return .rows
    })

  private static let text = PublicationFormat(
    name: "以制表符分列的文本", isOne: { $0.kind == nil },
    read: { file, _, recogniser throws(UnusableInput) in
      try TabbedText.read(file.text(), into: &recogniser)
      return .text
    })
}
