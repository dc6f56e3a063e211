/// A place in an input: a line of a CSV or JSON file, a cell of a workbook, a line of a page.
package struct SourceLocation: Hashable, Sendable {
  /// What the line is counted in, where that is not the file.
  package enum Within: Hashable, Sendable {
    case page(Int)
    /// A page that is a picture, whose letters were recognised (识别): what was read there is not certain.
    case scan(Int)
    /// A table of a Word document, whose lines are its rows.
    case table(Int)
    /// The paragraphs of a Word document, which its lines are.
    case paragraphs
  }

  /// The file as the user named it, or as found below a folder the user named.
  package var file: String
  /// The sheet, where the file holds several (支出).
  package var sheet: String?
  /// The line, counted from 1.
  package var line: Int?
  /// What the line is counted in; nil where that is the file or the sheet.
  package var within: Within?
  /// The cell of a workbook (D17).
  package var cell: String?
  /// The heading of the column (金额).
  package var column: String?
  /// The place on the page, where the file has pages and it is known.
  package var box: PageBox?
  /// The letters of a workbook's columns by their headings, so that ``at(column:)`` can tell the cell.
  private var letters: [String: String]

  package init(
    file: String, sheet: String? = nil, line: Int? = nil, within: Within? = nil, cell: String? = nil,
    column: String? = nil, letters: [String: String] = [:]
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.within = within
    self.cell = cell
    self.column = column
    self.letters = letters
  }

  /// Whether what stands here was recognised on a picture, so that it is not certain.
  package var isRecognised: Bool { if case .scan = within { true } else { false } }

  /// The number of the page, counted from 1; nil where the file has none.
  package var page: Int? {
    switch within {
    case .page(let number), .scan(let number): number
    case .table, .paragraphs, nil: nil
    }
  }

  /// The same place, around which a rectangle of the page is known.
  package func at(box: PageBox?) -> SourceLocation {
    var place = self
    place.box = box
    return place
  }

  /// The same row, at another column.
  package func at(column: String) -> SourceLocation {
    var place = self
    place.column = column
    if let letters = letters[column], let line { place.cell = "\(letters)\(line)" }
    return place
  }

  /// The same column, at another line.
  package func at(line: Int) -> SourceLocation {
    var place = self
    place.line = line
    if let cell { place.cell = cell.prefix { !("0"..."9").contains($0) } + String(line) }
    return place
  }
}

extension SourceLocation {
  /// The cell by its sheet, row and heading, as people go and look for it: `支出 第3行 金额（D3）`, `支出.csv 第3行 金额`.
  package var cellWords: String {
    var words = [sheet ?? file.split(separator: "/").last.map(String.init) ?? file]
    if let line { words.append("第\(line)行") }
    if let column { words.append(column) }
    return words.joined(separator: " ") + (cell.map { "（\($0)）" } ?? "")
  }
}

extension SourceLocation {
  /// The line as people count it: `第 12 行`, `第 3 页第 12 行`, `第 3 页第 12 行（识别）`,
  /// `第 2 张表第 5 行`, `第 7 段`; nil where it is not known.
  package var lineWords: String? {
    guard let line else { return nil }
    return switch within {
    case nil: "第 \(line) 行"
    case .page(let page): "第 \(page) 页第 \(line) 行"
    case .scan(let page): "第 \(page) 页第 \(line) 行（识别）"
    case .table(let table): "第 \(table) 张表第 \(line) 行"
    case .paragraphs: "第 \(line) 段"
    }
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `支出.csv:17「金额」`, `账.json:245 支出「金额」`, `填报.xlsx:支出!D17「金额」`, `公开.pdf:第 3 页第 12 行`.
  package var description: String {
    var text = file
    if let cell {
      text += ":" + (sheet.map { $0 + "!" } ?? "") + cell
    } else {
      if let line { text += within == nil ? ":\(line)" : ":" + (lineWords ?? "") }
      if let sheet { text += " " + sheet }
    }
    if let column { text += "「\(column)」" }
    return text
  }
}
