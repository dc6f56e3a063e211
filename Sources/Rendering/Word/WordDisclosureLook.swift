import Accounts
import Checks
import Documents
import Formats

/// How a disclosure looks as a Word file, read from `word/look.json`: fonts, sizes, margins and the few words of its own.
struct WordDisclosureLook: Sendable {
  /// The name of the file that says it.
  private static let file = "word/look.json"

  /// The cells of a table: their style, and what is left free in them.
  struct Cells: Sendable {
    let style: WordParagraphOutput.Style
    let look: WordStyleLook
    let padding: WordPadding
  }

  let styles: WordLook
  /// The page of the text, as official documents have it (公文用纸).
  let textPage: WordPage
  /// The page of a table, upright and across.
  let tablePage: WordPage
  let widePage: WordPage
  /// The ways to set a table, the roomiest first.
  let cells: [Cells]
  /// The colours of the bars of charts.
  let tones: [CellColor]
  /// The colours of what findings concern in a draft.
  let marks: [Finding.Severity: CellColor]
  /// What stands above the table of contents.
  let contentsTitle: String
  /// What is printed across the pages of a draft.
  let draftMark: String

  /// The look of a library; throws ``WordLookError`` where a file of the user's does not say it.
  init(_ library: TemplateLibrary) throws(WordLookError) {
    let text = library.text(Self.file)
    do {
      self = try Self(JSONText.parse(text))
    } catch let error as JSONFieldError {
      throw WordLookError(message: "\(Self.file): 错误: \(error.message)")
    } catch let error as JSONTextError {
      throw WordLookError(message: "\(Self.file): 错误: \(error.message)")
    } catch {
      throw WordLookError(message: "\(Self.file): 错误: 读不出来，应是 JSON。")
    }
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    var fonts: [String: WordFont] = [:]
    for member in try node.field("fonts").members ?? [] { fonts[member.key] = try Self.font(member.value) }
    let styles = try node.field("styles")
    func style(_ name: String) throws(JSONFieldError) -> WordStyleLook { try Self.style(styles.field(name), fonts) }
    func levels(_ name: String) throws(JSONFieldError) -> [WordStyleLook] {
      var levels: [WordStyleLook] = []
      for level in try styles.field(name).array() { levels.append(try Self.style(level, fonts)) }
      return levels
    }
    var look = WordLook()
    look.text = try style("text")
    look.title = try style("title")
    look.subtitle = try style("subtitle")
    look.headings = try levels("headings")
    look.contentsTitle = try style("contentsTitle")
    look.contents = try levels("contents")
    look.tableTitle = try style("tableTitle")
    look.cells = try style("cells")
    look.denseCells = try style("denseCells")
    look.remarks = try style("remarks")
    look.figures = try style("figures")
    look.pageNumbers = try style("pageNumbers")
    self.styles = look
    let pages = try node.field("pages")
    textPage = try Self.page(pages.field("text"))
    tablePage = try Self.page(pages.field("table"))
    widePage = try Self.page(pages.field("wideTable"), isLandscape: true)
    let paddings = try node.field("cellPadding")
    cells = [
      Cells(style: .cell, look: look.cells, padding: try Self.padding(paddings.field("cells"))),
      Cells(style: .denseCell, look: look.denseCells, padding: try Self.padding(paddings.field("denseCells"))),
    ]
    var tones: [CellColor] = []
    for tone in try node.field("tones").array() { tones.append(try Self.color(tone)) }
    self.tones = tones
    var marks: [Finding.Severity: CellColor] = [:]
    for severity in Finding.Severity.allCases {
      marks[severity] = try Self.color(node.field("draftColors").field(severity.rawValue))
    }
    self.marks = marks
    contentsTitle = try node.field("contentsTitle").string()
    draftMark = try node.field("draftMark").string()
  }

  // MARK: Values

  private static func font(_ node: JSONNode) throws(JSONFieldError) -> WordFont {
    WordFont(
      try node.field("name").string(), latin: try node.field("latin").string(),
      alternatives: try node.field("alternatives").strings(),
      family: try node.field("family").word(WordFont.Family.self))
  }

  private static func style(_ node: JSONNode, _ fonts: [String: WordFont]) throws(JSONFieldError) -> WordStyleLook {
    let name = try node.field("font")
    guard let font = try fonts[name.string()] else {
      throw JSONFieldError(name, "应是 fonts 里的名字：\(fonts.keys.sorted().joined(separator: "、"))")
    }
    var look = WordStyleLook(font, try number(node.field("size"), in: 1...200))
    if let pitch = node.optional("pitch") { look.pitch = .points(try number(pitch, in: 1...200)) }
    if let lines = node.optional("lines") { look.pitch = .lines(try number(lines, in: 0.5...10)) }
    look.spacing =
      try node.optional("spacing").map { node throws(JSONFieldError) in try number(node, in: -10...50) } ?? 0
    look.before = try node.optional("before").map { node throws(JSONFieldError) in try number(node, in: 0...800) } ?? 0
    look.after = try node.optional("after").map { node throws(JSONFieldError) in try number(node, in: 0...800) } ?? 0
    look.alignment = try node.optional("alignment").map { node throws(JSONFieldError) in
      try node.word(WordParagraphOutput.Alignment.self)
    }
    look.isIndented = try node.optional("indented").map { node throws(JSONFieldError) in try node.bool() } ?? false
    return look
  }

  private static func page(_ node: JSONNode, isLandscape: Bool = false) throws(JSONFieldError) -> WordPage {
    func length(_ name: String) throws(JSONFieldError) -> Double { try number(node.field(name), in: 0...90) }
    var page = WordPage(
      isLandscape: isLandscape, top: try length("top"), bottom: try length("bottom"), left: try length("left"),
      right: try length("right"))
    page.header = try length("header")
    page.footer = try length("footer")
    return page
  }

  private static func padding(_ node: JSONNode) throws(JSONFieldError) -> WordPadding {
    WordPadding(
      sides: try number(node.field("sides"), in: 0...20), edges: try number(node.field("edges"), in: 0...20))
  }

  /// A colour, as style sheets spell it: #1f4e79.
  private static func color(_ node: JSONNode) throws(JSONFieldError) -> CellColor {
    let text = try node.string()
    guard text.utf8.count == 7, text.hasPrefix("#"), let rgb = UInt32(text.dropFirst(), radix: 16) else {
      throw JSONFieldError(node, "应是颜色，如 #1f4e79")
    }
    return CellColor(rgb)
  }

  /// A length; throws where it is no number or beyond what can be set.
  private static func number(_ node: JSONNode, in bounds: ClosedRange<Double>) throws(JSONFieldError) -> Double {
    guard let number = node.spelling.flatMap({ Double($0) }), bounds.contains(number) else {
      throw JSONFieldError(node, "应是 \(bounds.lowerBound) 至 \(bounds.upperBound) 的数")
    }
    return number
  }
}

/// A `word/look.json` that cannot be used.
package struct WordLookError: Error, Sendable {
  /// What is wrong, in Chinese.
  package let message: String
}
