import Accounts

/// A part of a publication that was laid out on pages (版面的一块), in reading order.
enum LayoutBlock: Sendable, Equatable {
  /// A paragraph, a heading or a line beside a table.
  case line(LayoutLine)
  /// A table.
  case grid([LayoutRow])
}

/// A text outside tables (表外的文字): what is broken over lines and pages is joined.
struct LayoutLine: Sendable, Equatable {
  let text: String
  /// The page and the line on it where it begins, counted from 1; headers, footers and page numbers count as lines.
  let page: Int
  let line: Int
  /// Where it is seen on that page; what goes on over the next is left out.
  var seen: PageBox?
}

/// A row of a table on pages (表的一行).
struct LayoutRow: Sendable, Equatable {
  /// The page and the line on it where the row begins, counted from 1.
  let page: Int
  let line: Int
  /// The cells in which something stands, from left to right; of a row that ruling lines lay out all.
  let cells: [LayoutCell]
  /// Whether ruling lines lay it out, and not gaps alone.
  var isRuled = false
}

/// A cell of a table on pages (表的一格); a text over several lines is one text.
struct LayoutCell: Sendable, Equatable {
  let text: String
  /// The column it begins in, counted from 0.
  let column: Int
  /// How many columns it covers.
  var columns = 1
  /// Whether it could as well belong to another column or row, so that it must stay unread (位置有疑).
  var isDoubtful = false
  /// Where its text is seen on the page; nil where nothing is.
  var seen: PageBox?
}
