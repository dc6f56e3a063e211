import Accounts
import Formats

/// A kind of file that is no text (文件的种类), known by its content and not by its name.
struct FileKind: Sendable {
  /// What such a file holds, which decides what can be done with it.
  enum Holds: String, CaseIterable {
    case workbook, document, slides, pages, picture, archive
    /// Whatever it is, it is locked with a password.
    case locked
  }

  /// What the file is given as (用途).
  enum Use: String, CaseIterable {
    case publication, ledger, text
  }

  /// What everybody calls it, as after 是: `工作簿（.xls）`, ` PDF 文件`.
  let name: String
  let holds: Holds
  fileprivate let id: String
  fileprivate let marks: [Mark]
  fileprivate let entry: String?
  fileprivate let mimetype: [UInt8]?
  fileprivate let stream: [UInt8]?

  /// Bytes at a place near the beginning of a file.
  fileprivate struct Mark {
    let bytes: [UInt8]
    let places: Range<Int>
  }

  /// Whether it is the one workbook that is read, .xlsx.
  var isWorkbook: Bool { id == "xlsx" }

  /// Whether it is the one text document that is read, .docx.
  var isWordDocument: Bool { id == "docx" }

  /// Whether it is a PDF.
  var isPDF: Bool { id == "pdf" }

  /// Whether it is a document in fixed layout, .ofd.
  var isLayout: Bool { id == "ofd" }

  /// Which picture it is that is read as a page; nil for all others.
  var picture: PicturePages.Kind? { PicturePages.Kind(rawValue: id) }

  /// What LibreOffice makes of it; nil where it is not asked to.
  var opensInOffice: OfficeConversion.Target? {
    switch holds {
    case .workbook: .workbook
    case .document: .document
    case .slides, .pages, .picture, .archive, .locked: nil
    }
  }
}

/// The kinds of files that people give and that are no text, with what can be done about each.
struct FileKinds: Sendable {
  private let kinds: [FileKind]
  private let advice: [FileKind.Use: (expected: String?, to: [FileKind.Holds: String])]

  private static let built = Result { () throws(DamagedData) in
    try JSONText.builtIn("file-kinds.json", of: embeddedFiles, FileKinds.init)
  }

  /// The built-in kinds; throws the damage of their file as a problem.
  static func standard() throws(UnusableInput) -> FileKinds {
    do {
      return try built.get()
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: error.file), error.description)])
    }
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    kinds = try node.field("kinds").array().map { node throws(JSONFieldError) in try FileKind(node) }
    advice = try Self.keyed(node.field("advice"), by: FileKind.Use.self) { node throws(JSONFieldError) in
      (
        try node.optional("expected")?.string(),
        try Self.keyed(node, by: FileKind.Holds.self) { node throws(JSONFieldError) in try node.string() }
      )
    }
  }

  /// One value for every case of a word.
  private static func keyed<Key: RawRepresentable<String> & CaseIterable & Hashable, Value>(
    _ node: JSONNode, by: Key.Type, _ value: (JSONNode) throws(JSONFieldError) -> Value
  ) throws(JSONFieldError) -> [Key: Value] {
    var values: [Key: Value] = [:]
    for key in Key.allCases { values[key] = try value(try node.field(key.rawValue)) }
    return values
  }

  /// The kind of a file; nil for text. An archive that cannot be opened is taken for a workbook, whose reader says what is
  /// wrong with it.
  ///
  /// Takes time in proportion to the bytes at most, and none to speak of for text.
  func kind(of bytes: [UInt8]) -> FileKind? {
    let candidates = kinds.filter { kind in kind.marks.allSatisfy { $0.stands(in: bytes) } }
    guard let first = candidates.first else { return nil }
    let archive = InputFile.isArchive(bytes) ? try? ZIPArchive(bytes) : nil
    if archive == nil, let workbook = candidates.first(where: \.isWorkbook) { return workbook }
    return candidates.first { $0.isConfirmed(by: archive, bytes) } ?? first
  }

  /// What is to be said of a file that was given for a use and cannot be read there. Which publications can be read, their own
  /// list tells.
  func problem(_ kind: FileKind, of file: String, as use: FileKind.Use) -> UnusableInput {
    UnusableInput([
      Problem(
        at: SourceLocation(file: file), found: "这是\(kind.name)",
        expected: advice[use]?.expected ?? "可以读的有：\(PublishedReader.formats)",
        advice: advice[use]?.to[kind.holds] ?? "")
    ])
  }
}

extension FileKind {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    id = try node.field("id").string()
    name = try node.field("name").string()
    holds = try node.field("holds").word(Holds.self)
    marks = try node.field("signature").array().map { node throws(JSONFieldError) in try Mark(node) }
    entry = try node.optional("entry")?.string()
    mimetype = try node.optional("mimetype").map { node throws(JSONFieldError) in Array(try node.string().utf8) }
    // The names of streams are written in UTF-16.
    stream = try node.optional("stream").map { node throws(JSONFieldError) in
      try node.string().utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0, 0]
    }
  }

  /// Whether what the file has inside is what this kind has inside.
  fileprivate func isConfirmed(by archive: ZIPArchive?, _ bytes: [UInt8]) -> Bool {
    if let entry { return archive?.entry(named: entry) != nil }
    if let mimetype {
      guard let archive, let entry = archive.entry(named: "mimetype"), entry.size < 256 else { return false }
      return (try? archive.contents(of: entry))?.starts(with: mimetype) ?? false
    }
    // An Office file of the old kind lists its streams in entries of 128 bytes.
    if let stream { return stride(from: 512, to: bytes.count, by: 128).contains { bytes[$0...].starts(with: stream) } }
    return true
  }
}

extension FileKind.Mark {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    let field = try node.field("bytes")
    let digits = try field.string().compactMap(\.hexDigitValue)
    guard !digits.isEmpty, digits.count.isMultiple(of: 2) else { throw JSONFieldError(field, "应是十六进制的字节") }
    bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    let first = try node.optional("at")?.integer(in: 0...1 << 20) ?? 0
    places = first..<first + (try node.optional("within")?.integer(in: 1...1 << 20) ?? 1)
  }

  fileprivate func stands(in file: [UInt8]) -> Bool {
    places.contains { place in place < file.count && file[place...].starts(with: bytes) }
  }
}
