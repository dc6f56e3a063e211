import Accounts
import Formats
import Tables

/// What the recogniser knows of a table of the form: the words of its header, and how its rows are told apart.
struct TableShape {
  /// How the body is made.
  enum Body {
    /// Lines on the left and on the right (01, 04), with their 行次 or without.
    case twoSided(left: LineIndex, right: LineIndex, isNumbered: Bool)
    /// A row a function code, under a row of totals (02, 03, 05, 07, 08).
    case functionCodes
    /// Economic codes in blocks side by side (06), by the labels of their totals, and those of the whole, which has no address.
    case blocks(totals: [String: String], whole: Set<TextKey>)
    /// One row of figures (09).
    case singleRow
    /// Titled lines one below the other (10), by the titles of the sections.
    case sections(titles: Set<String>, lines: LineIndex)
  }

  let form: TableForm
  let header: [HeaderRow]
  let width: Int
  let body: Body
  /// The 栏次 of the columns of figures, where they are columns of the whole table.
  let columns: [Int]
  /// How a header may begin: its first row, or all its rows in one, as comparable words.
  let headerStarts: [[String]]
  /// The words of each row of the header but for that of 栏次, as comparable words.
  private let headerRows: [[String]]
  /// The words above each column, as comparable words.
  private let flatHeader: [String]
  private let headerWords: Set<TextKey>
  private let largestColumnNumber: Int
  /// The words of its header by which a table is known to be the form's.
  let heads: Set<String>
  /// The items of tables that only some places publish and that may stand in this one.
  private let besideLines: [SupplementaryTable]

  init(_ form: TableForm, _ vocabulary: TableVocabulary) {
    self.form = form
    besideLines = vocabulary.supplementary.filter { $0.within == form.id && $0.rows == .items }
    header = form.headerRows
    let columnOfHeader = Table(
      id: form.id, title: form.title, formCode: form.formCode, unitLine: "", period: "", currency: "",
      isWide: form.wide,
      header: header, rows: [], notes: [])
    let flat = columnOfHeader.flatHeader.map { comparableWords($0) }
    width = flat.count
    columns = form.columns.map(\.column)
    let texts = header.filter { !$0.isColumnNumbers }.map { row in
      row.cells.map { comparableWords($0.text) }.filter { !$0.isEmpty }
    }
    headerWords = Set(
      texts: texts.joined() + flat + ["栏次", "科目代码", "科目编码", "功能分类科目编码", "经济分类科目编码", "科目名称"])
    headerStarts = [texts.first ?? [], flat]
    largestColumnNumber = header.last { $0.isColumnNumbers }?.cells.compactMap { Int($0.text) }.max() ?? 0
    let otherWords = vocabulary.lines(of: form.id)
    flatHeader = flat
    headerRows = texts
    heads = FormMarks.heads(header.flatMap { $0.cells.map(\.text) })
    switch form.body {
    case .twoSided(let sides):
      body = .twoSided(
        left: LineIndex(sides.left, otherWords: otherWords), right: LineIndex(sides.right, otherWords: otherWords),
        isNumbered: sides.lineNumbers)
    case .functionCodes: body = .functionCodes
    case .economicCodes(let economic):
      let totals = Set(economic.blocks.map(\.group)).map { $0 + "合计" }
      body = .blocks(
        totals: Dictionary(totals.map { (comparableWords($0), $0) }, uniquingKeysWith: { first, _ in first }),
        whole: vocabulary.basicTotalRows)
    case .singleRow: body = .singleRow
    case .sections(let sections):
      body = .sections(
        titles: Set(sections.flatMap { [comparableWords($0.title), comparableWords(withoutNumbering($0.title))] }),
        lines: LineIndex(sections.flatMap(\.rows), otherWords: otherWords))
    }
  }

  /// Whether a row belongs to the header: headings and column numbers wherever they stand, as they are often moved.
  ///
  /// `isFirst` says that no row of the body came before, when a row of nothing but column numbers may still come.
  func isHeader(_ filled: [GridCell], isFirst: Bool) -> Bool {
    var numbers: [Int] = []
    var hasWord = false
    for cell in filled {
      let words = comparableWords(cell.text)
      if headerWords.contains(words) {
        // 合计 heads a column here and a row there.
        if words != "合计" { hasWord = true }
      } else if words.utf8.count <= 2, let number = Int(words), number >= 1, number <= largestColumnNumber {
        numbers.append(number)
      } else {
        return false
      }
    }
    if hasWord {
      return numbers.isEmpty || filled.contains { Self.numberedHeadings.contains(comparableWords($0.text)) }
    }
    return isFirst && numbers.count == filled.count && numbers.count > 1 && numbers.count == largestColumnNumber
      && numbers == Array(1...numbers.count)
  }

  /// Whether a row is a header of which some cells cannot be read: all others are headings, or column numbers that count on
  /// from each other. Words that can be read and are no heading make it the header of something else.
  func isDamagedHeader(_ filled: [GridCell]) -> Bool {
    var known = 0
    var lastNumber: Int?
    for cell in filled where cell.text.isLegible {
      let words = comparableWords(cell.text)
      // 合计 heads a column here and a row there, and tells neither.
      if words == "合计" { continue }
      if headerWords.contains(words) {
        known += 1
      } else if words.utf8.count <= 2, let number = Int(words), number > lastNumber ?? 0, number <= largestColumnNumber
      {
        lastNumber = number
        known += 1
      } else {
        return false
      }
    }
    return known < filled.count && known >= (lastNumber == nil ? 1 : 3)
  }

  /// The headings beside which column numbers stand.
  private static let numberedHeadings: Set<String> = ["栏次", "科目代码", "科目编码"]

  /// Whether a grid is printed with the form's own header: the same words in the same rows, whatever became of the columns
  /// they cover, or the words above each column in one row. What cannot be read may be any of them.
  func isPrintedAsForm(_ grid: [GridRow], _ vocabulary: TableVocabulary) -> Bool {
    let filled = grid.lazy.map(\.filled).filter { !$0.isEmpty }.prefix(headerRows.count + 1)
    let rows = filled.prefix(headerRows.count)
    // Below the same words others may part a column in three (类, 款, 项).
    if filled.count > rows.count, let next = filled.last,
      next.allSatisfy({ vocabulary.labelHeads.contains(comparableWords($0.text)) })
    {
      return false
    }
    return rows.count == headerRows.count && zip(rows, headerRows).allSatisfy(Self.mayBe)
      || rows.first.map { Self.mayBe($0, flatHeader) } ?? false
  }

  private static func mayBe(_ cells: [GridCell], _ words: [String]) -> Bool {
    guard cells.contains(where: { $0.text.isLegible }) else { return true }
    return cells.count == words.count
      && zip(cells, words).allSatisfy { cell, word in !cell.text.isLegible || comparableWords(cell.text) == word }
  }

  /// Whether the first of some cells names a row of the table, whatever place prints it, and no column: 合计 and the three
  /// public expenses do both, and name a row where no other words stand beside them.
  func beginsRow(_ cells: [GridCell], _ vocabulary: TableVocabulary) -> Bool {
    guard let first = cells.first?.text else { return false }
    let words = comparableWords(first)
    let isAlone = cells.dropFirst().allSatisfy { cell in
      !cell.text.unicodeScalars.contains { $0.properties.isIdeographic }
    }
    return switch body {
    case .twoSided(let left, let right, _):
      (left.knows(first) || right.knows(first)) && (isAlone || !Self.totals.contains(words))
    case .functionCodes: isAlone && words == "合计"
    case .blocks(let totals, _): totals[words] != nil || isAlone && words == "合计"
    case .singleRow:
      isAlone && cells.count > 1 && vocabulary.threePublic.items[comparableWords(withoutNumbering(first))] != nil
    case .sections(let titles, let lines):
      titles.contains(words) || lines.knows(first) && (isAlone || !Self.totals.contains(words))
    }
  }

  private static let totals: Set<String> = ["合计", "小计", "总计"]

  /// Whether the rows of the table are codes, of which there may be none.
  var isCodeTable: Bool {
    switch body {
    case .functionCodes, .blocks: true
    case .twoSided, .singleRow, .sections: false
    }
  }

  /// Whether the table begins with a row.
  func begins(with filled: [GridCell]) -> Bool { isHeader(filled, isFirst: true) || isSectionTitle(filled) }

  /// Whether a row is the title of a section.
  func isSectionTitle(_ filled: [GridCell]) -> Bool {
    guard case .sections(let titles, _) = body, filled.count == 1 else { return false }
    return titles.contains(comparableWords(filled[0].text))
      || titles.contains(comparableWords(withoutNumbering(filled[0].text)))
  }

  /// Whether a label, without its number, names an item that has its address in a table only some places publish.
  func isBesideLine(_ words: String) -> Bool { besideLines.contains { $0.item(words) != nil } }

  /// Whether a row behind a note could be one of the table's, whichever of its cells are blank.
  func mayGoOn(with filled: [GridCell]) -> Bool {
    switch body {
    case .twoSided(let left, let right, _): filled.contains { left.knows($0.text) || right.knows($0.text) }
    case .functionCodes, .blocks:
      filled.count > 1
        && filled.contains { cell in
          FunctionCode(cell.text) != nil || EconomicCode(cell.text) != nil
            || Self.totals.contains(comparableWords(cell.text))
        }
    case .singleRow, .sections: fits(filled)
    }
  }

  /// Whether a row that stands apart could be one of the table's.
  func fits(_ filled: [GridCell]) -> Bool {
    guard let first = filled.first else { return false }
    switch body {
    case .twoSided(let left, let right, _): return left.knows(first.text) || right.knows(first.text)
    case .functionCodes: return FunctionCode(first.text) != nil
    case .blocks: return EconomicCode(first.text) != nil
    case .singleRow: return filled.allSatisfy { $0.text.isNumber }
    case .sections(_, let lines): return lines.knows(first.text)
    }
  }
}
