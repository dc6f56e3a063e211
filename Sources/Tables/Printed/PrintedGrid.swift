package import Accounts

/// The one printed table: what stands above it, its cells with what they cover, and what stands below it.
///
/// The tables of the accounts (公开01 to 公开10) and those of the self-evaluations (绩效自评表, 基础数据表) are each turned
/// into it in one place, and every renderer walks it, so that a new kind of table needs no new renderer and a new
/// renderer no kinds.
package struct PrintedGrid: Sendable {
  /// By what a page marks it: 01, 绩效.3, 基础数据表.
  package let name: String
  /// What the name of its file begins with: 01-收入支出决算总表.
  package let fileName: String
  /// The layout of a self-evaluation, empty for that of the data table; nil for a table of the accounts.
  package let layout: String?
  package let title: String
  /// 公开01表; empty where none is printed.
  package let formCode: String
  /// 部门名称：某某局; empty where none is printed.
  package let unitLine: String
  /// 2024年度; empty where none is printed.
  package let period: String
  /// 金额单位：万元; empty where none is printed.
  package let currency: String
  /// What a screen reader calls it.
  package let caption: String
  /// Whether it is printed across the page (A4 landscape).
  package let isWide: Bool
  /// The rows that head its columns and are repeated on each page; empty where headings stand among the rows.
  package let header: [HeaderRow]
  /// The rows, in blocks beyond which no merged cell reaches.
  package let blocks: [[Row]]
  /// The lines below it.
  package let notes: [String]
  /// How many columns it has, at least one: as many as its header has, and more where a row has more.
  package let width: Int

  package init(
    name: String, fileName: String, layout: String?, title: String, formCode: String = "", unitLine: String = "",
    period: String, currency: String = "", caption: String, isWide: Bool, header: [HeaderRow], blocks: [[Row]],
    notes: [String], width: Int
  ) {
    self.name = name
    self.fileName = fileName
    self.layout = layout
    self.title = title
    self.formCode = formCode
    self.unitLine = unitLine
    self.period = period
    self.currency = currency
    self.caption = caption
    self.isWide = isWide
    self.header = header
    self.blocks = blocks
    self.notes = notes
    self.width = max(1, width)
  }

  /// A row below the header.
  package struct Row: Sendable {
    package let cells: [Cell]
    /// Whether it is a row of totals.
    package let isTotal: Bool

    package init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  /// A cell below the header, and how far it reaches.
  package struct Cell: Sendable, SpanningCell {
    /// What stands in it, and what that is to its row and column.
    package enum Content: Sendable {
      /// Heads the columns below it.
      case columnHeading(String)
      /// Heads the cells after it in its rows.
      case rowHeading(String)
      /// Names what the cells after it are of, set in by its level, but is printed as words are: 一般公共服务支出.
      case rowName(String, indent: Int)
      case words(String)
      /// 行次 or 科目编码: digits that are no amount.
      case number(String)
      /// What a person put in, or a rule worked out, in a self-evaluation; set in the middle where it is a number.
      case entry(String, address: String?, isNumber: Bool)
      /// A figure of the accounts. Apart from the cell, so that copying a row does not copy all that is known of it.
      indirect case figure(TableFigure)
      /// Nothing, where the form has no line.
      case empty
    }

    package let content: Content
    package let columns: Int
    package let rows: Int
    /// Whether it says the same of every row it covers, and so is repeated where cells cannot be merged.
    package let isOfEachRow: Bool
    /// The figure that should stand here and was not read: its address, and where its characters stand.
    package let unread: (address: String, place: SourceLocation)?

    package init(
      _ content: Content, columns: Int = 1, rows: Int = 1, isOfEachRow: Bool = false,
      unread: (address: String, place: SourceLocation)? = nil
    ) {
      self.unread = unread
      self.content = content
      self.columns = columns
      self.rows = rows
      self.isOfEachRow = isOfEachRow
    }

    /// The characters that stand in it.
    package var text: String {
      switch content {
      case .columnHeading(let text), .rowHeading(let text), .rowName(let text, _), .words(let text),
        .number(let text), .entry(let text, _, _):
        text
      case .figure(let figure): figure.figure.text
      case .empty: ""
      }
    }

    /// The address that findings use for the cell; nil where no finding can concern it.
    package var address: String? {
      switch content {
      case .figure(let figure): figure.address.description
      case .entry(_, let address, _): address
      default: nil
      }
    }

    /// How far its text is set in: 0 for 类, 1 for 款, 2 for 项.
    package var indent: Int { if case .rowName(_, let indent) = content { indent } else { 0 } }
  }
}
