/// The text of a publication in the order in which it is read (纯文本): a line for each line and each row, tabs between the cells
/// of a row, a form feed before each page but the first, an empty line between sheets and tables of a document.
struct Transcript: Sendable {
  private(set) var text = ""
  /// What the line before is counted in.
  private var frame: Frame?

  /// Goes on to another page, sheet or table.
  mutating func go(on frame: Frame) {
    defer { self.frame = frame }
    guard let last = self.frame, last != frame else { return }
    if let page = last.page, let next = frame.page, page != next {
      text += "\u{0C}"
    } else if last.page == nil {
      text += "\n"
    }
  }

  mutating func append(_ line: String) { text += line + "\n" }

  /// Takes a row; what is blank keeps its column.
  mutating func append(_ row: GridRow) {
    var columns = [String](repeating: "", count: row.width)
    for cell in row.cells { columns[cell.column] = cell.text }
    let last = columns.lastIndex { !$0.isEmpty } ?? -1
    append(columns[...last].joined(separator: "\t"))
  }
}

extension Frame {
  /// The page, where it is one.
  fileprivate var page: Int? {
    switch self {
    case .page(let number), .scan(let number): number
    case .sheet, .table, .paragraphs: nil
    }
  }
}
