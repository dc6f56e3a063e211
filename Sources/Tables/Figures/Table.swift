package import Accounts

/// One published table: its heading lines, header, rows and notes, as they stand on the page.
///
/// It does not matter to a check or a renderer whether it was derived from a ledger or read from a publication.
package struct Table: Sendable {
  package let id: TableID
  /// 收入支出决算总表.
  package let title: String
  /// 公开01表; empty where none is printed.
  package let formCode: String
  /// 部门名称：某某局.
  package let unitLine: String
  /// 2024年度.
  package let period: String
  /// 金额单位：万元.
  package let currency: String
  /// Whether it is printed across the page (A4 landscape).
  package let isWide: Bool
  /// The header rows from the top, the row of 栏次 last where there is one.
  package let header: [HeaderRow]
  package let rows: [Row]
  /// The lines under the table, each with its 注： or 说明：.
  package let notes: [String]

  package init(
    id: TableID, title: String, formCode: String, unitLine: String, period: String, currency: String, isWide: Bool,
    header: [HeaderRow], rows: [Row], notes: [String]
  ) {
    self.id = id
    self.title = title
    self.formCode = formCode
    self.unitLine = unitLine
    self.period = period
    self.currency = currency
    self.isWide = isWide
    self.header = header
    self.rows = rows
    self.notes = notes
  }

  /// What the table is called in a message: 公开01表, or its title where it has no code.
  package var name: String { formCode.isEmpty ? "《\(title)》" : formCode }

  /// How many columns the table has.
  package var width: Int { header.first?.cells.reduce(0) { $0 + $1.columns } ?? 0 }

  /// All figures in the order in which they stand.
  package var figures: [TableFigure] {
    var figures: [TableFigure] = []
    for row in rows {
      for cell in row.cells { if case .figure(let figure) = cell.content { figures.append(figure) } }
    }
    return figures
  }
}

/// A row of a table's header.
package struct HeaderRow: Sendable {
  package let cells: [HeaderCell]
  /// Whether it is the row that numbers the columns (栏次).
  package let isColumnNumbers: Bool

  package init(_ cells: [HeaderCell], isColumnNumbers: Bool = false) {
    self.cells = cells
    self.isColumnNumbers = isColumnNumbers
  }
}

/// A cell of a table's header, with how many columns and rows it covers.
package struct HeaderCell: Sendable, Equatable, SpanningCell {
  package let text: String
  package let columns: Int
  package let rows: Int

  package init(_ text: String, columns: Int = 1, rows: Int = 1) {
    self.text = text
    self.columns = columns
    self.rows = rows
  }
}

/// A row of a table's body.
package struct Row: Sendable {
  package let cells: [Cell]
  /// Whether it is a row of totals.
  package let isTotal: Bool

  package init(_ cells: [Cell], isTotal: Bool = false) {
    self.cells = cells
    self.isTotal = isTotal
  }

  /// The cells' texts, a text a column; the columns a cell covers beside its first are empty.
  package var texts: [String] {
    cells.flatMap { cell in [cell.text] + Array(repeating: "", count: cell.columns - 1) }
  }
}

/// A cell of a table's body.
package struct Cell: Sendable {
  /// What stands in it.
  package enum Content: Sendable {
    /// Words: the name of a line, a 科目名称, a section's title.
    case label(String)
    /// 行次 or 科目编码: digits that are no amount.
    case number(String)
    /// Apart from the cell, so that copying a row of cells does not copy all that is known of its figures.
    indirect case figure(TableFigure)
    /// Characters where a figure of this address should stand and none could be read, and where they stand if that is known.
    indirect case unread(FigureAddress, text: String, place: SourceLocation? = nil)
    /// Nothing, where the form has no line.
    case empty
  }

  package let content: Content
  /// How many columns it covers.
  package let columns: Int
  /// Whether it names the cells after it in its row.
  package let isRowHeading: Bool
  /// How far a name is set in: 0 for 类, 1 for 款, 2 for 项.
  package let indent: Int

  package init(_ content: Content, columns: Int = 1, isRowHeading: Bool = false, indent: Int = 0) {
    self.content = content
    self.columns = columns
    self.isRowHeading = isRowHeading
    self.indent = indent
  }

  /// The characters that stand in the cell.
  package var text: String {
    switch content {
    case .label(let text), .number(let text): text
    case .figure(let figure): figure.figure.text
    case .unread(_, let text, _): text
    case .empty: ""
    }
  }
}

/// A figure in its place, with what it was derived from where it was derived.
package struct TableFigure: Sendable {
  /// A figure is copied from table to table far more often than it is made: the copies share what it holds.
  private final class Contents: Sendable {
    let address: FigureAddress
    let figure: Figure
    let exact: Amount?
    let composition: [Selection]
    let place: SourceLocation?

    init(
      _ address: FigureAddress, _ figure: Figure, exact: Amount?, composition: [Selection], place: SourceLocation?
    ) {
      self.address = address
      self.figure = figure
      self.exact = exact
      self.composition = composition
      self.place = place
    }
  }

  private let contents: Contents

  package var address: FigureAddress { contents.address }
  package var figure: Figure { contents.figure }
  /// The amount it was rounded from, or of a page the one it says so of; nil when it is not known, or the figure is no
  /// amount.
  package var exact: Amount? { contents.exact }
  /// The rows of the ledger that make it up; empty when it was read, or nothing makes it up.
  package var composition: [Selection] { contents.composition }
  /// Where it was read; nil when it was derived.
  package var place: SourceLocation? { contents.place }

  package init(
    _ address: FigureAddress, _ figure: Figure, exact: Amount? = nil, composition: [Selection] = [],
    place: SourceLocation? = nil
  ) {
    contents = Contents(address, figure, exact: exact, composition: composition, place: place)
  }
}

extension Table {
  /// Whether any figure of it is a number, or may become one.
  package var hasNumber: Bool {
    figures.contains { figure in
      switch figure.figure.content {
      case .number, .awaited: true
      case .blank, .dash: false
      }
    }
  }
}
