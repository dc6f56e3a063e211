/// How the paragraphs of one style are set; lengths in points.
package struct WordStyleLook: Sendable, Hashable {
  /// How far its lines are from one another.
  package enum Pitch: Sendable, Hashable {
    /// So many times the height that the font asks for.
    case lines(Double)
    /// So many points, whatever stands in the line.
    case points(Double)
  }

  package var font: WordFont
  package var size: Double
  /// nil for that of the text.
  package var pitch: Pitch?
  /// What is added between the letters; less than nothing draws them together.
  package var spacing = 0.0
  /// The room above and below.
  package var before = 0.0
  package var after = 0.0
  /// Where its lines stand; nil for the left.
  package var alignment: WordParagraphOutput.Alignment?
  /// Whether the first line is set in by two characters.
  package var isIndented = false

  /// A style in a font of a size.
  package init(
    _ font: WordFont, _ size: Double, pitch: Pitch? = nil, before: Double = 0, after: Double = 0,
    alignment: WordParagraphOutput.Alignment? = nil, isIndented: Bool = false
  ) {
    self.font = font
    self.size = size
    self.pitch = pitch
    self.before = before
    self.after = after
    self.alignment = alignment
    self.isIndented = isIndented
  }
}

/// How the styles of a document look: 仿宋 with headings in 黑体 and tables in 宋体 unless told otherwise.
package struct WordLook: Sendable, Hashable {
  /// Running text; its pitch is that of all styles that have none of their own.
  package var text = WordStyleLook(.fangsong, 12, pitch: .lines(1.5), isIndented: true)
  package var title = WordStyleLook(.hei, 20, before: 24, after: 12, alignment: .center)
  package var subtitle = WordStyleLook(.fangsong, 14, after: 12, alignment: .center)
  /// The levels of headings; those below the last look as it does.
  package var headings = [
    WordStyleLook(.hei, 15, before: 18, after: 6), WordStyleLook(.hei, 13, before: 12, after: 6),
    WordStyleLook(.hei, 12, before: 12, after: 6),
  ]
  /// The levels of the table of contents, set in further each; those below the last look as it does.
  package var contents = [WordStyleLook(.fangsong, 12, pitch: .lines(320.0 / 240))]
  /// What stands above the table of contents.
  package var contentsTitle = WordStyleLook(.hei, 15, after: 12, alignment: .center)
  /// The title of a table.
  package var tableTitle = WordStyleLook(.hei, 13, pitch: .lines(1), after: 3, alignment: .center)
  package var cells = WordStyleLook(.song, 9, pitch: .lines(1))
  /// The cells of tables that have much to hold.
  package var denseCells = WordStyleLook(.song, 7.5, pitch: .lines(1))
  package var remarks = WordStyleLook(.song, 9, pitch: .lines(1))
  /// Lines with charts.
  package var figures = WordStyleLook(.song, 9, pitch: .lines(1), before: 6, after: 6, alignment: .center)
  /// What stands below every page.
  package var pageNumbers = WordStyleLook(.song, 9, pitch: .lines(1))

  package init() {}

  /// How a heading of a level from 1 on looks.
  package func heading(_ level: Int) -> WordStyleLook { Self.level(level, of: headings) ?? text }

  /// How a line of the table of contents looks.
  package func contents(_ level: Int) -> WordStyleLook { Self.level(level, of: contents) ?? text }

  private static func level(_ level: Int, of looks: [WordStyleLook]) -> WordStyleLook? {
    looks.indices.contains(level - 1) ? looks[level - 1] : looks.last
  }

  /// Its fonts, each once.
  var fonts: [WordFont] {
    var seen: Set<WordFont> = []
    let styles =
      [text, title, subtitle] + headings + contents
      + [contentsTitle, tableTitle, cells, denseCells, remarks, figures, pageNumbers]
    return styles.map(\.font).filter { seen.insert($0).inserted }
  }
}
