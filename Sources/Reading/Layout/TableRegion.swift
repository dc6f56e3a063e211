import Accounts
import Formats

/// The lines of one page among which a table stands (一页上的表).
struct TableRegion: Sendable {
  var lines: [PageLine]
  /// How many of them are the head (表头).
  var head = 0

  /// Most lines of a table on a page, most pieces of a line, and most of a head: beyond them it is taken for text, since
  /// no table of a publication has as many.
  private static let mostLines = 5000
  private static let mostPieces = 200
  private static let mostHeadPieces = 400

  /// The height of the letters in most of its lines.
  var em: Int {
    let sure = lines.filter(\.isSure)
    let sizes = (sure.isEmpty ? lines : sure).map(\.em).sorted()
    return sizes[sizes.count / 2]
  }

  /// What a page holds, from top to bottom.
  enum Part: Sendable {
    case line(PageLine)
    case table(TableRegion)
    /// A table that ruling lines lay out, whose rows are known.
    case ruled([LayoutRow])
  }

  /// The tables of a page and the lines between them.
  ///
  /// `isContents` tells whether the page before ended in a list of contents, and is told the same of this one: its lines
  /// have gaps and numbers as those of tables do.
  static func parts(of lines: [PageLine], isContents: inout Bool) -> [Part] {
    var parts: [Part] = []
    var index = 0
    if isContents, !lines.contains(where: isContentsLine) { isContents = false }
    while index < lines.count {
      let line = lines[index]
      if line.text.utf8.count < 16, line.text.filter({ $0 != " " && $0 != "　" }) == "目录" { isContents = true }
      if isContents {
        // The list ends with the first line that is laid out as a table and is none of its own.
        if line.segments > 1, !isContentsLine(line) { isContents = false }
      }
      guard !isContents, startsTable(line), let end = end(of: lines, from: index) else {
        parts.append(.line(line))
        index += 1
        continue
      }
      var start = index
      // The uppermost words of a head stand alone over several columns.
      while start > 0, case .line(let above)? = parts.last, !isCaption(lines[start]),
        belongs(above, aboveHead: lines[start], of: lines[index..<end])
      {
        parts.removeLast()
        start -= 1
      }
      // The unit and the name of the table stand above it in columns of their own.
      if let caption = lines[start..<min(end, start + 6)].lastIndex(where: isCaption) {
        parts += lines[start...caption].map(Part.line)
        start = caption + 1
      }
      let inner = Array(lines[start..<end])
      if isTable(inner) {
        parts.append(.table(TableRegion(lines: inner)))
      } else if end == lines.count || isNote(lines[end]), let above = bareHead(inner, below: parts) {
        parts.removeLast(above.count)
        parts.append(.table(TableRegion(lines: above + inner)))
      } else {
        parts += inner.map(Part.line)
      }
      index = end
    }
    return parts
  }

  /// The lines that stand between the caption of a table and some in columns, where these are a head without any row
  /// (空表); nil where they are none.
  private static func bareHead(_ lines: [PageLine], below parts: [Part]) -> [PageLine]? {
    guard lines.contains(where: { $0.segments > 2 }) else { return nil }
    var above: [PageLine] = []
    for part in parts.suffix(4).reversed() {
      guard case .line(let line) = part else { return nil }
      if isCaption(line) { return above }
      guard line.pieces.count < 3, !isTitle(line), !isNote(line) else { return nil }
      above.insert(line, at: 0)
    }
    return nil
  }

  /// Whether a line is laid out in columns, or holds nothing but figures, however close to each other they stand.
  private static func startsTable(_ line: PageLine) -> Bool {
    line.segments > 1 || line.pieces.allSatisfy(\.isFigure) && line.pieces.contains { $0.form == .decimal }
  }

  static func isContentsLine(_ line: PageLine) -> Bool {
    guard let last = line.pieces.last else { return false }
    let text = last.text
    return last.form == .integer && text.utf8.count <= 3 && line.pieces[0].form == .text
      || text.ends(with: "…") || text.ends(with: "...")
      || (text.holds("…") || text.holds("....")) && text.utf8.last.map { (0x30...0x39).contains($0) } == true
  }

  /// Where the table ends that begins with a line; nil where none does.
  private static func end(of lines: [PageLine], from start: Int) -> Int? {
    var end = start + 1
    var index = start + 1
    var last = lines[start]
    while index < lines.count, index - end < 6 {
      let line = lines[index]
      guard line.middle - last.middle <= max(last.em, line.em) * 5, areAlike(line, lines[start]),
        !isNote(line), !isCaption(line) || index - start < 6
      else { break }
      last = line
      index += 1
      // A row may have a name and nothing else.
      if startsTable(line) || index - end == 1 && isWithinNames(line.pieces[0], of: lines[start..<end]) { end = index }
    }
    // What remains of a name whose first lines stand beside the last figures.
    while end < lines.count, lines[end].pieces.count == 1,
      lines[end].middle - lines[end - 1].middle <= lines[end].em * 3 / 2,
      areAlike(lines[end], lines[end - 1]), !isNote(lines[end]),
      isWithinNames(lines[end].pieces[0], of: lines[start..<end])
        || endsAmount(lines[end].pieces[0], of: lines[start..<end])
    {
      end += 1
    }
    return end
  }

  /// Whether a text stands where the names above it stand, in their column and not beyond it.
  private static func isWithinNames(_ piece: PagePiece, of lines: ArraySlice<PageLine>) -> Bool {
    guard piece.form == .text else { return false }
    let slack = piece.em / 3
    return lines.suffix(60).contains { line in
      line.pieces.contains { name in
        guard !name.isFigure else { return false }
        if abs(piece.left - name.left) <= slack {
          return isItem(piece.text) || piece.right <= name.right + piece.em * 4
        }
        return piece.right <= name.right + slack && piece.left >= name.left && abs(piece.center - name.center) <= slack
      }
    }
  }

  /// Whether a piece is what remains of an amount above it that its column is too narrow for.
  private static func endsAmount(_ piece: PagePiece, of lines: ArraySlice<PageLine>) -> Bool {
    lines.suffix(2).contains { line in
      line.pieces.contains { $0.amount(goingOnIn: piece) != nil && $0.overlap(piece.left, piece.right) > 0 }
    }
  }

  private static func areAlike(_ line: PageLine, _ other: PageLine) -> Bool {
    let (low, high) = (min(line.em, other.em), max(line.em, other.em))
    return high * 10 <= low * (line.isSure && other.isSure ? 12 : 14)
  }

  /// Whether a line stands alone above the head of a table and belongs to it.
  private static func belongs(_ line: PageLine, aboveHead head: PageLine, of table: ArraySlice<PageLine>) -> Bool {
    let em = head.em
    guard line.pieces.count == 1, head.middle - line.middle <= em * 3, areAlike(line, head),
      !isCaption(line), !isNote(line), !isTitle(line)
    else { return false }
    // The first line of a name whose others stand beside figures.
    if head.middle - line.middle <= em * 3 / 2, isWithinNames(line.pieces[0], of: table) { return true }
    let left = table.lazy.map(\.left).min() ?? 0
    let right = table.lazy.map(\.right).max() ?? 0
    // A paragraph reaches over the whole table, or begins where it begins.
    return line.left > left + em / 4 && line.right < right + em * 3
  }

  private static func isTitle(_ line: PageLine) -> Bool {
    let text = line.text
    return text.ends(with: "表") || text.ends(with: "》") || text.ends(with: "。")
  }

  private static let captionStarts = ["部门：", "部门名称：", "编制单位", "单位名称："].map { Array($0.utf8) }
  /// How the code of a table begins, and how it ends, the last letter's bytes backwards: 公开01表.
  private static let formCode = (start: Array("公开".utf8), end: Array("表".utf8.reversed()))

  /// Whether a line says what stands above every table: its number, whose it is, the year, the unit of its amounts.
  static func isCaption(_ line: PageLine) -> Bool {
    line.pieces.contains { piece in
      guard piece.form == .text else { return false }
      // 单位： stands before whose table it is, and behind 金额 before what it is counted in.
      var (last, before): (Unicode.Scalar?, Unicode.Scalar?)
      for scalar in piece.text.unicodeScalars {
        if scalar == "：" || scalar == ":", before == "单" && last == "位" { return true }
        (before, last) = (last, scalar)
      }
      return captionStarts.contains { piece.text.utf8.starts(with: $0) }
        || piece.text.utf8.starts(with: formCode.start) && piece.text.utf8.reversed().starts(with: formCode.end)
    }
  }

  private static func isNote(_ line: PageLine) -> Bool {
    let text = line.pieces[0].text
    return text.begins(with: "注：") || text.begins(with: "注:") || text.begins(with: "说明：") || text.begins(with: "备注：")
  }

  /// Whether lines in columns are a table: there is a figure among them, or there are several of them.
  private static func isTable(_ lines: [PageLine]) -> Bool {
    guard !lines.isEmpty, lines.count <= mostLines, lines.allSatisfy({ $0.pieces.count <= mostPieces }) else {
      return false
    }
    return lines.contains { $0.pieces.contains { $0.form == .decimal } } || lines.count { $0.segments > 1 } > 1
  }
}

extension TableRegion {
  /// Whether it is, where spaces lay it out, what goes on of a table without its head: it has none, and columns of the same
  /// kinds. Their places tell nothing, since they are others on each page.
  func goesOn(from last: TableRegion) -> Bool {
    guard head == 0 else { return false }
    let columns = [last, self].map { region in
      TableColumns(head: [], rows: Array(region.lines.dropFirst(region.head)), em: region.em, isText: true)
    }
    return columns[1].canGoOn(below: columns[0])
  }

  /// Takes lines above it as the first of its head.
  mutating func takeHead(_ above: [PageLine]) {
    lines = above + lines
    head += above.count
  }

  /// Marks how many of the lines from the top are the head of the table: those above the first row.
  mutating func findHead() {
    head = Self.head(of: lines)
    if lines.prefix(head).reduce(0, { $0 + $1.pieces.count }) > Self.mostHeadPieces { head = 0 }
  }

  private static func head(of lines: [PageLine]) -> Int {
    if let numbers = lines.prefix(10).firstIndex(where: isColumnNumbers) { return numbers + 1 }
    var first = lines.firstIndex(where: isRow) ?? lines.count
    guard first < lines.count else { return first }
    // Names stand in their columns on the left, heads in the middle.
    var lefts: [Int: Int] = [:]
    for piece in lines[first...].lazy.flatMap(\.pieces) where piece.form == .text {
      lefts[(piece.left + 500) / 1000, default: 0] += 1
    }
    while first > 0 {
      let line = lines[first - 1]
      let isInside = (lines[first].middle - line.middle) * 100 < min(line.em, lines[first].em) * 95
      let isNames = line.pieces.allSatisfy { piece in
        let place = (piece.left + 500) / 1000
        return isItem(piece.text) || (place - 1...place + 1).contains { lefts[$0, default: 0] > (isInside ? 0 : 1) }
      }
      guard isNames else { break }
      first -= 1
    }
    return first
  }

  /// Whether a line numbers the columns (栏次): 1, 2, 3 and so on.
  static func isColumnNumbers(_ line: PageLine) -> Bool {
    let numbers = line.pieces.filter { $0.form == .integer }
    let words = line.pieces.filter { $0.form == .text }
    guard numbers.count + words.count == line.pieces.count, words.allSatisfy({ $0.text.begins(with: "栏") }),
      numbers.count > (words.isEmpty ? 1 : 0)
    else { return false }
    return numbers.enumerated().allSatisfy { $1.text == String($0 + 1) }
  }

  /// Whether a line is a row: it has a figure, a code or the number of a row.
  private static func isRow(_ line: PageLine) -> Bool {
    line.pieces.contains { piece in
      switch piece.form {
      case .decimal: true
      case .dash: line.pieces.count > 1
      case .integer: true
      case .text: isItem(piece.text)
      }
    }
  }

  /// Whether a text begins as an item of a list does: 一、 or （一） or 1.
  static func isItem(_ text: String, ofDigits: Bool = true) -> Bool {
    var isOpen = false
    var hasNumber = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "（", "(":
        guard !isOpen, !hasNumber else { return false }
        isOpen = true
      case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": hasNumber = true
      case "0"..."9" where ofDigits: hasNumber = true
      case "）", ")": return isOpen && hasNumber
      case "、", ".", "．": return !isOpen && hasNumber
      default: return false
      }
    }
    return false
  }
}
