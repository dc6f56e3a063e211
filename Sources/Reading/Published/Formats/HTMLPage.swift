import Accounts
import Formats
import Tables

/// A publication as a web page: the rows of its tables, and the text between them line by line.
///
/// Columns and rows that cells cover are resolved as browsers do. A table inside a cell of another has rows of its own,
/// since old pages are laid out in tables; what else stands in that outer row is taken for lines.
struct HTMLPage {
  /// The tables that have begun, the innermost last.
  private var tables: [OpenTable] = []
  /// Tables begun beyond the deepest that is followed.
  private var tablesBeyond = 0
  /// The text of the cell or line being read, runs of white space made one space.
  private var text: [UInt8] = []
  private var textLine = 1
  private var isSpacePending = false
  /// Where in the text of a cell other lines begin, should it hold a table and be no cell of figures; and whether one begins
  /// with what comes next.
  private var breaks: [(start: Int, line: Int)] = []
  private var isBreakPending = false
  /// What the `data` element being read marks its text as standing for, and where that text begins.
  private var marked: (value: String, start: Int, line: Int)?

  private struct OpenTable {
    var row: GridRow?
    /// The cell being read.
    var cell: (line: Int, columns: Int, rows: Int, fen: Int64?)?
    var rowIndex = 0
    /// For each column the row up to which a cell of an earlier row covers it.
    var coveredUntil: [Int] = []
    /// Whether the row holds a table and so is no row of figures.
    var isLayout = false
  }

  /// Hands the rows and lines of a page on; throws when it goes beyond the bounds of a publication.
  static func read(_ utf8: [UInt8], into recogniser: inout TableRecogniser) throws(UnusableInput) {
    try utf8.withUnsafeBufferPointer { bytes throws(UnusableInput) in
      var page = HTMLPage()
      var tokenizer = HTMLTokenizer(bytes)
      // What a draft shows of its review is no part of the disclosure.
      var reviews = 0
      while let token = tokenizer.next() {
        let line = tokenizer.line()
        switch token {
        case .cutOff: recogniser.takeUnread("<", at: line, "这里开始的标签、注释或脚本没有结束，此后的内容没有读", reach: .rows)
        case .start(Self.review, _, _, _): reviews += 1
        case .end(Self.review): reviews = max(0, reviews - 1)
        case _ where reviews > 0: continue
        case .text(let range): page.append(bytes[range], at: line)
        case .start(let name, let columns, let rows, let value):
          if name == "data" { page.startValue(value.map { bytes[$0] }, at: line) }
          let fen = name == "td" ? value.flatMap { Self.integer(bytes[$0]) } : nil
          try page.start(name, columns: columns, rows: rows, fen: fen, at: line, &recogniser)
        case .file(let name, let content):
          recogniser.take(file: String(decoding: bytes[name], as: UTF8.self), base64: Array(bytes[content]), at: line)
        case .end(let name):
          if name == "data" { page.endValue(&recogniser) }
          try page.end(name, &recogniser)
        }
      }
      while !page.tables.isEmpty { try page.endTable(&recogniser) }
      try page.endLine(&recogniser)
    }
  }

  /// The element in which a draft of ours shows what checking found.
  private static let review = "juesuan-review"

  /// Whether a text is a page: whether a table, or an element that only pages have, begins in it.
  static func isHTML(_ utf8: [UInt8]) -> Bool {
    let names = ["table", "html", "!doctype", "body"].map { Array($0.utf8) }
    return utf8.withUnsafeBufferPointer { bytes in
      bytes.indices.contains { index in
        bytes[index] == UInt8(ascii: "<")
          && names.contains { name in
            index + name.count < bytes.count
              && name.indices.allSatisfy { bytes[index + 1 + $0] | 0x20 == name[$0] | 0x20 }
          }
      }
    }
  }

  /// Begins a text that the page says stands for a value.
  private mutating func startValue(_ bytes: Slice<UnsafeBufferPointer<UInt8>>?, at line: Int) {
    guard let bytes, bytes.count <= Self.longestValue else {
      marked = nil
      return
    }
    // What is marked begins behind the space before it.
    if isSpacePending, !text.isEmpty {
      text.append(0x20)
      isSpacePending = false
    }
    marked = (String(decoding: bytes, as: UTF8.self), text.count, line)
  }

  /// Ends such a text, and hands on what it shows and what it is marked as.
  private mutating func endValue(_ recogniser: inout TableRecogniser) {
    guard let (value, start, line) = marked, start <= text.count else { return }
    marked = nil
    recogniser.take(marked: value, shown: String(decoding: text[start...], as: UTF8.self).trimmed, at: line)
  }

  /// A whole number in digits; nil for anything else.
  private static func integer(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    bytes.count <= longestValue ? Int64(String(decoding: bytes, as: UTF8.self)) : nil
  }

  /// The most bytes of a value that is looked at.
  private static let longestValue = 100

  private mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at line: Int) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isSpacePending = true
        index += 1
        continue
      }
      if text.isEmpty {
        textLine = line
      } else if isSpacePending {
        if isBreakPending { breaks.append((text.count, line)) }
        text.append(0x20)
      }
      isBreakPending = false
      isSpacePending = false
      if byte == UInt8(ascii: "&") {
        if let (end, scalar) = CharacterReference.resolve(bytes[index...]) {
          text.append(contentsOf: String(scalar).utf8)
          index = end
        } else {
          text.append(byte)
          index += 1
        }
        continue
      }
      var end = index + 1
      while end < bytes.endIndex, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "&") { end += 1 }
      text.append(contentsOf: bytes[index..<end])
      index = end
    }
  }

  private mutating func start(
    _ name: String, columns: Int, rows: Int, fen: Int64?, at line: Int, _ recogniser: inout TableRecogniser
  ) throws(UnusableInput) {
    let last = tables.count - 1
    switch name {
    case "table": try startTable(at: line, &recogniser)
    case "tr" where last >= 0:
      try endRow(&recogniser)
      tables[last].row = GridRow(line: line)
    case "td", "th":
      guard last >= 0 else { return try breakLine(&recogniser) }
      try endCell(&recogniser)
      guard columns <= PublicationLimits.columns, rows <= PublicationLimits.columns else {
        throw PublicationLimits.exceeded(
          "有一格跨了 \(PublicationLimits.columns) 以上的列或行", at: SourceLocation(file: recogniser.file, line: line))
      }
      if tables[last].row == nil { tables[last].row = GridRow(line: line) }
      tables[last].cell = (line, columns, rows, fen)
    case _ where Self.lineBreaking.contains(name): try breakLine(&recogniser)
    default: break
    }
  }

  private mutating func end(_ name: String, _ recogniser: inout TableRecogniser) throws(UnusableInput) {
    switch name {
    case "table":
      if tablesBeyond > 0 { tablesBeyond -= 1 } else { try endTable(&recogniser) }
    case "tr", "thead", "tbody", "tfoot": try endRow(&recogniser)
    case "td", "th": try endCell(&recogniser)
    case _ where Self.lineBreaking.contains(name): try breakLine(&recogniser)
    default: break
    }
  }

  /// Elements before and after which a line ends.
  private static let lineBreaking: Set<String> = [
    "p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section",
    "article",
    "header", "footer", "main", "nav", "aside", "caption", "title", "blockquote", "pre", "center", "form", "head",
    "body", "html", "tr", "option", "figure", "figcaption", "address",
  ]

  /// Ends a line, or in a cell makes a space.
  private mutating func breakLine(_ recogniser: inout TableRecogniser) throws(UnusableInput) {
    if let table = tables.last, table.cell != nil, !table.isLayout {
      isSpacePending = true
      isBreakPending = true
    } else {
      try endLine(&recogniser)
    }
  }

  private mutating func endLine(_ recogniser: inout TableRecogniser) throws(UnusableInput) {
    isSpacePending = false
    guard !text.isEmpty else { return }
    var start = 0
    for (end, next) in breaks + [(text.count, textLine)] {
      let line = try PublicationLimits.text(text[start..<end], in: recogniser.file, line: textLine)
      if !line.isEmpty { recogniser.take(line: line, at: textLine) }
      (start, textLine) = (end, next)
    }
    text.removeAll(keepingCapacity: true)
    breaks.removeAll()
  }

  private mutating func startTable(at line: Int, _ recogniser: inout TableRecogniser) throws(UnusableInput) {
    guard tables.count < PublicationLimits.nesting else {
      tablesBeyond += 1
      return
    }
    if let last = tables.indices.last, let row = tables[last].row {
      for cell in row.cells { recogniser.take(line: cell.text, at: cell.line) }
      tables[last].row = GridRow(line: line)
      tables[last].isLayout = true
    }
    try endLine(&recogniser)
    tables.append(OpenTable())
  }

  private mutating func endTable(_ recogniser: inout TableRecogniser) throws(UnusableInput) {
    try endRow(&recogniser)
    _ = tables.popLast()
  }

  private mutating func endRow(_ recogniser: inout TableRecogniser) throws(UnusableInput) {
    try endCell(&recogniser)
    guard let last = tables.indices.last, let row = tables[last].row else { return }
    if !tables[last].isLayout, !row.cells.isEmpty { try recogniser.take(row) }
    tables[last].row = nil
    tables[last].isLayout = false
    tables[last].rowIndex += 1
  }

  private mutating func endCell(_ recogniser: inout TableRecogniser) throws(UnusableInput) {
    guard let last = tables.indices.last, let cell = tables[last].cell, !tables[last].isLayout else {
      if let last = tables.indices.last { tables[last].cell = nil }
      return try endLine(&recogniser)
    }
    tables[last].cell = nil
    let rowIndex = tables[last].rowIndex
    var column = tables[last].row?.width ?? 0
    while column < tables[last].coveredUntil.count, tables[last].coveredUntil[column] > rowIndex { column += 1 }
    try tables[last].row?.append(
      utf8: text, at: column, columns: cell.columns, in: recogniser.file, line: cell.line, fen: cell.fen)
    text.removeAll(keepingCapacity: true)
    breaks.removeAll()
    isSpacePending = false
    if cell.rows > 1 {
      let missing = column + cell.columns - tables[last].coveredUntil.count
      if missing > 0 { tables[last].coveredUntil += Array(repeating: 0, count: missing) }
      for covered in column..<(column + cell.columns) { tables[last].coveredUntil[covered] = rowIndex + cell.rows }
    }
  }
}
