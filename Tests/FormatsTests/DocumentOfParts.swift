import Formats

/// A document made of parts written out by hand, of which those not given are the plainest there are.
struct DocumentOfParts {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = WorkbookOfParts.relationships
  static let namespaces = """
    xmlns:w='\(main)' xmlns:r='\(relationships)' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
    xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
    xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
    xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' \
    xmlns:v='urn:schemas-microsoft-com:vml'
    """

  private var parts: [String: [UInt8]] = [:]
  /// What the main part refers to, in order; the first is r0.
  private var targets: [(type: String, target: String)] = []

  init(_ body: String) {
    self["_rels/.rels"] = WorkbookOfParts.list([("officeDocument", "word/document.xml")])
    self["word/document.xml"] = Self.part("document", "<w:body>\(body)</w:body>")
  }

  subscript(name: String) -> String? {
    get { parts[name].map { String(decoding: $0, as: UTF8.self) } }
    set { parts[name] = newValue.map { Array($0.utf8) } }
  }

  /// Adds a part that the main part refers to by r0, r1 and so on, in the order of adding.
  mutating func add(_ type: String, root: String, _ content: String) {
    let name = "\(type)\(targets.count).xml"
    targets.append((type, name))
    self["word/\(name)"] = Self.part(root, content)
    self["word/_rels/document.xml.rels"] = WorkbookOfParts.list(targets)
  }

  /// The same with a part that the main part refers to.
  func with(_ type: String, root: String, _ content: String) -> DocumentOfParts {
    var copy = self
    copy.add(type, root: root, content)
    return copy
  }

  var bytes: [UInt8] {
    var writer = ZIPWriter()
    for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) { writer.add(name, bytes) }
    return writer.archive
  }

  /// The same with its parts as they are, for large ones.
  var storedBytes: [UInt8] {
    HandMadeArchive(entries: parts.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }).bytes
  }

  func read() throws(DOCXError) -> WordDocument {
    try WordDocument(bytes)
  }

  func error(limits: DOCXLimits = DOCXLimits()) -> DOCXError? {
    Self.error(storedBytes, limits: limits)
  }

  static func error(_ bytes: [UInt8], limits: DOCXLimits = DOCXLimits()) -> DOCXError? {
    do throws(DOCXError) {
      _ = try WordDocument(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  static func part(_ root: String, _ content: String) -> String {
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><w:\(root) \(namespaces)>\(content)</w:\(root)>"
  }

  // MARK: Pieces

  /// A paragraph with one run.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(run(text))</w:p>"
  }

  static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space='preserve'>\(text)</w:t></w:r>"
  }

  static func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
  }

  static func row(_ cells: String, _ properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells)</w:tr>"
  }

  static func table(_ rows: String) -> String {
    "<w:tbl><w:tblPr/><w:tblGrid/>\(rows)</w:tbl>"
  }
}

extension WordDocument {
  /// The texts of the paragraphs that stand in no table.
  var texts: [String] { paragraphs.map(\.text) }

  var paragraphs: [WordParagraph] {
    blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  var tables: [WordTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

extension WordTable {
  /// The texts of the cells by row.
  var texts: [[String]] { rows.map { $0.cells.map(\.text) } }
}
