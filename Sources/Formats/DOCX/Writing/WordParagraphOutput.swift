/// A paragraph to be written.
package struct WordParagraphOutput: Sendable, Equatable {
  /// What a paragraph is, by which it is set.
  package enum Style: Sendable, Hashable {
    /// The title of the document.
    case title
    /// A line below the title.
    case subtitle
    /// A heading (标题) of a level from 1 to 9, which stands in the table of contents.
    case heading(Int)
    /// What stands above the table of contents, in which it does not stand.
    case contentsTitle
    /// Running text, its first line set in by two characters.
    case body
    /// A line that is not set in.
    case plain
    /// The title of a table, which stays with it.
    case tableTitle
    /// Text in the cell of a table.
    case cell
    /// Text in the cell of a table that has much to hold.
    case denseCell
    /// A remark in small letters.
    case remark
    /// A line with a chart.
    case figure
    /// The number of the page, below it.
    case pageNumber
  }

  /// A place in the line that tabs lead to.
  package struct Stop: Sendable, Equatable {
    /// Where text stands at the stop.
    package enum Side: String, Sendable {
      /// It begins there.
      case left
      /// Its middle is there.
      case center
      /// It ends there.
      case right
    }

    /// Its distance from the left margin, in millimetres.
    package let place: Double
    package let side: Side

    package init(_ place: Double, _ side: Side) {
      self.place = place
      self.side = side
    }
  }

  /// Where its lines stand.
  package enum Alignment: String, Sendable {
    case left, center, right
    /// Filling each line.
    case both
  }

  /// What stands in it.
  package var runs: [WordRunOutput]
  package var style: Style
  /// Where its lines stand; nil as its style says.
  package var alignment: Alignment?
  /// The name by which links find it; nil where none leads to it.
  ///
  /// At most 40 letters, digits and underscores, of which the first is no digit, and the same nowhere else.
  package var bookmark: String?
  /// Whether it stands on one page with the beginning of what follows.
  package var staysWithNext = false
  /// Whether it begins a page.
  package var beginsPage = false
  /// Where the tabs in it lead, from left to right.
  package var stops: [Stop] = []
  /// How far the whole of it is set in from the left, in points.
  package var indent = 0.0

  /// A paragraph of runs; running text unless told otherwise.
  package init(
    _ runs: [WordRunOutput], style: Style = .body, alignment: Alignment? = nil, bookmark: String? = nil
  ) {
    self.runs = runs
    self.style = style
    self.alignment = alignment
    self.bookmark = bookmark
  }

  /// A paragraph of one text.
  package init(_ text: String, style: Style = .body, alignment: Alignment? = nil, bookmark: String? = nil) {
    self.init([WordRunOutput(text)], style: style, alignment: alignment, bookmark: bookmark)
  }

  /// Its text without what only laying it out tells.
  var text: String {
    runs.map { if case .text(let text) = $0.content { text } else { "" } }.joined()
  }
}

/// A piece of a paragraph that is set in one way.
package struct WordRunOutput: Sendable, Equatable {
  /// What it is.
  package enum Content: Sendable, Equatable {
    /// Text, in which a line feed begins a line and a tab is a tab.
    case text(String)
    /// The number of the page it stands on.
    case pageNumber
    /// How many pages there are.
    case pageCount
  }

  package var content: Content
  package var isBold: Bool
  /// The colour of the letters; nil for that of the style.
  package var color: CellColor?
  /// The colour behind the letters; nil for none.
  package var fill: CellColor?
  /// The bookmark it leads to; nil where it leads nowhere.
  package var link: String?

  /// A run of some content.
  package init(_ content: Content, isBold: Bool = false, color: CellColor? = nil, link: String? = nil) {
    self.content = content
    self.isBold = isBold
    self.color = color
    self.link = link
  }

  /// A run of text.
  package init(_ text: String, isBold: Bool = false, color: CellColor? = nil, link: String? = nil) {
    self.init(.text(text), isBold: isBold, color: color, link: link)
  }
}
