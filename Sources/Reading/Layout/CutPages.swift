import Accounts
import Formats

/// Sheets that were cut between columns where they are wider than the paper (跨页的列): the pages on the right have figures
/// and no names, and belong beside those on the left whose rows stand at the same heights. A title or a head over several
/// columns that is cut itself tells it too, and how far the pages stand apart: its letters at the cut are on both.
///
/// A program prints either all left pages of a sheet before the right ones, or each left page before its right ones.
enum CutPages {
  /// A page with what is asked of it beside every other.
  private struct Page {
    let lines: [PageLine]
    /// The lines with figures.
    let rows: [PageLine]
    /// Whether it says whose table it has.
    let namesUnit: Bool

    init(_ lines: [PageLine]) {
      self.lines = lines
      rows = lines.filter(isRow)
      namesUnit = lines.contains(where: CutPages.namesUnit)
    }
  }

  /// A left page of a sheet: which of the joined pages it is, and the pages that stand beside it already.
  private typealias LeftPage = (index: Int, page: Page, parts: [[PageLine]])

  /// The pages with those on the right put beside those on the left.
  static func joined(_ pages: [[PageLine]]) -> [[PageLine]] {
    var joined: [[PageLine]] = []
    // The left pages of the sheet that is being read.
    var sheet: [LeftPage] = []
    for lines in pages {
      let page = Page(lines)
      let hosts = sheet.indices.filter {
        belongs(page, beside: sheet[$0].page) || isCut(joined[sheet[$0].index], before: page)
          || isHeaded(page, as: sheet, beside: $0) || isHeadAlone(page, of: joined[sheet[$0].index])
      }
      if let host = hosts.min(by: { (sheet[$0].parts.count, $0) < (sheet[$1].parts.count, $1) }) {
        let index = sheet[host].index
        joined[index] = beside(joined[index], lines)
        sheet[host].parts.append(lines)
        continue
      }
      if isFirst(page, after: sheet.last?.page) { sheet = [] }
      // A sheet of more pages would be compared with each.
      if sheet.count == 40 { sheet.removeFirst() }
      sheet.append((joined.count, page, []))
      joined.append(lines)
    }
    return joined
  }

  /// Whether a page begins a sheet, and is none that its rows go on over: it names the unit, or its figures do not stand
  /// below those of the page before. What stands above the rows may be printed again.
  private static func isFirst(_ page: Page, after last: Page?) -> Bool {
    guard let last else { return true }
    if let title = page.lines.first, let other = last.lines.first, title.text == other.text, title.left == other.left,
      title.middle == other.middle
    {
      return false
    }
    return page.namesUnit || !goesOn(page.lines, below: last.lines)
  }

  private static func belongs(_ page: Page, beside left: Page) -> Bool {
    let (lines, rows) = (page.lines, page.rows)
    guard !lines.isEmpty, !left.lines.isEmpty, !page.namesUnit, !haveOwnTitles(lines, left.lines) else { return false }
    // Either may have rows of which the other shows nothing.
    func share(_ lines: [PageLine]) -> Int {
      lines.count { line in left.lines.contains { areLevel($0, line) } } * 100
        / max(1, min(lines.count, left.lines.count))
    }
    let names = rows.count { line in
      let first = line.pieces[0]
      return first.form == .text || first.form == .integer && [3, 5, 7].contains(first.text.utf8.count)
    }
    // Figures that no name stands before belong to names elsewhere.
    if !rows.isEmpty, names * 10 <= rows.count {
      return share(rows) >= 90 && (rows.count > 2 || share(lines) >= 80)
    }
    // A page with names is more of a sheet whose first page names the unit, where it has another head at the same height.
    guard left.namesUnit, lines.count >= 3, share(lines) >= 95 else { return false }
    let own = head(of: lines)
    return !own.isEmpty && own != head(of: left.lines)
  }

  /// Whether a page repeats the head of one that stands beside another left page of the sheet, so that it stands as far right
  /// beside a left page whose rows are level with its own, be they few or none.
  private static func isHeaded(_ page: Page, as sheet: [LeftPage], beside host: Int) -> Bool {
    let (lines, part) = (page.lines, sheet[host].parts.count)
    guard page.rows.allSatisfy({ row in sheet[host].page.lines.contains { areLevel($0, row) } }) else { return false }
    return sheet.contains { other in
      guard other.index != sheet[host].index, other.parts.count > part else { return false }
      let head = other.parts[part].prefix { !isRow($0) }
      return head.count >= 2 && head.count <= lines.count
        && zip(head, lines).allSatisfy { ($0.text, $0.left, $0.middle) == ($1.text, $1.left, $1.middle) }
    }
  }

  /// Whether a page has nothing but what stands above the last columns of a table, in none of which is a figure: the number
  /// of the table or the unit of its amounts, and heads as high as those of the pages on the left.
  private static func isHeadAlone(_ page: Page, of left: [PageLine]) -> Bool {
    guard page.rows.isEmpty, !page.namesUnit, page.lines.count > 1 else { return false }
    let heads = page.lines.filter { !TableRegion.isCaption($0) }
    return (1...6).contains(heads.count) && heads.count < page.lines.count
      && !page.lines.contains { $0.text.holds("决算") }
      && heads.allSatisfy { head in left.contains { areLevel($0, head) } }
  }

  /// Whether most figures of a page stand in the columns of another.
  private static func goesOn(_ lines: [PageLine], below left: [PageLine]) -> Bool {
    let numbers = lines.flatMap(\.pieces).filter(\.isNumber)
    let others = left.flatMap(\.pieces).filter(\.isNumber)
    guard !numbers.isEmpty else { return false }
    return numbers.count { number in others.contains { number.overlap($0.left, $0.right) * 2 > number.width } } * 10
      >= numbers.count * 8
  }

  /// What stands above the first row.
  private static func head(of lines: [PageLine]) -> [String] {
    var region = TableRegion(lines: lines)
    region.findHead()
    return lines.prefix(region.head).map(\.text)
  }

  private static func isRow(_ line: PageLine) -> Bool { line.pieces.contains(where: \.isFigure) }

  /// Whether a line says whose table it is.
  private static func namesUnit(_ line: PageLine) -> Bool {
    line.pieces.contains { piece in
      // The colon stands behind at most six letters.
      guard piece.form == .text, piece.text.utf8.prefix(21).contains(where: { $0 == 0xEF || $0 == UInt8(ascii: ":") }),
        let colon = piece.text.unicodeScalars.prefix(7).firstIndex(where: { $0 == "：" || $0 == ":" })
      else { return false }
      let label = String(piece.text.unicodeScalars[..<colon])
      return !label.holds("金额") && (label.holds("单位") || label.holds("部门"))
        && piece.text.unicodeScalars.last != "元"
    }
  }

  /// Whether both pages begin with a title and these are not parts of one.
  private static func haveOwnTitles(_ lines: [PageLine], _ left: [PageLine]) -> Bool {
    let titles = [lines[0], left[0]].map(\.text)
    return titles.allSatisfy { $0.holds("决算") } && whole(titles[1], titles[0]) == nil
  }

  /// The text of which two others are parts, each cut off at one side; nil where they are not.
  private static func whole(_ left: String, _ right: String) -> String? {
    // The one ends with a letter of the other, or has all of it.
    guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first,
      right.unicodeScalars.contains(last) || left.unicodeScalars.contains(first)
    else { return nil }
    if left.contains(right) { return left }
    if right.contains(left) { return right }
    let (left, right) = (Array(left), Array(right))
    let most = min(left.count, right.count)
    guard let shared = (2..<max(2, most)).reversed().first(where: { left.suffix($0).elementsEqual(right.prefix($0)) })
    else {
      return nil
    }
    return String(left + right[shared...])
  }

  /// Whether lines of two pages stand at one height: digits stand a little otherwise than ideographs.
  private static func areLevel(_ line: PageLine, _ other: PageLine) -> Bool {
    abs(line.middle - other.middle) * 10 <= max(line.em, other.em)
  }

  /// Whether a title or a head is cut between two pages, the one on the right having its rows where the left one has some: most
  /// of them, or several and none that stands a little beside one. Either may have rows of which the other shows nothing.
  private static func isCut(_ left: [PageLine], before page: Page) -> Bool {
    guard !page.lines.isEmpty, !left.isEmpty, !page.namesUnit, !haveOwnTitles(page.lines, left),
      distance(from: left, to: page.lines) != nil
    else { return false }
    let (rows, others) = (page.rows, left.filter(isRow))
    let level = rows.count { row in left.contains { areLevel($0, row) } }
    if level * 10 >= min(rows.count, others.count) * 9 { return true }
    return level > 2
      && !rows.contains { row in
        others.contains { !areLevel($0, row) && abs($0.middle - row.middle) * 4 < min($0.em, row.em) * 3 }
      }
  }

  /// How far a page stands right of another one of which it continues texts that were cut; nil where none tells it, or where
  /// figures would then stand over each other.
  private static func distance(from left: [PageLine], to lines: [PageLine]) -> Int? {
    var votes: [(distance: Int, letters: Int, isTitle: Bool)] = []
    for line in lines {
      guard let other = left.first(where: { areLevel($0, line) }), let end = other.pieces.last else { continue }
      let begin = line.pieces[0]
      guard !begin.isFigure, !end.isFigure, let text = whole(end.text, begin.text) else { continue }
      let shared = end.text.count + begin.text.count - text.count
      // Whole on one of the pages, or ending on the left one with letters that begin the right one.
      let distance =
        if text == end.text { end.right - begin.right } else if text == begin.text { end.left - begin.left } else {
          end.right - shared * end.em - begin.left
        }
      // What is cut reaches over the margin to the edge of the paper.
      let letters = shared + (begin.left <= begin.em ? 2 : 0)
      if shared > 0, distance > end.em * 2 { votes.append((distance, letters, text.ends(with: "表"))) }
    }
    guard
      let best = votes.max(by: { ($0.letters, $1.distance) < ($1.letters, $0.distance) }),
      case let agreeing = votes.filter({ abs($0.distance - best.distance) <= 3000 }),
      agreeing.reduce(0, { $0 + $1.letters }) >= 3,
      agreeing.contains(where: \.isTitle) || left.contains(where: namesUnit)
    else { return nil }
    let last = left.lazy.flatMap(\.pieces).filter(\.isNumber).map(\.right).max() ?? Int.min
    let first = lines.lazy.flatMap(\.pieces).filter(\.isNumber).map(\.left).min() ?? Int.max / 2
    return first + best.distance >= last ? best.distance : nil
  }

  /// A page with another one on its right.
  private static func beside(_ left: [PageLine], _ lines: [PageLine]) -> [PageLine] {
    let shift =
      distance(from: left, to: lines) ?? left.map(\.right).max()! + left[0].em * 2 - lines.map(\.left).min()!
    var joined = left
    for line in lines {
      let pieces = line.pieces.map { $0.moved(by: shift) }
      guard
        let index = joined.indices.min(by: {
          abs(joined[$0].middle - line.middle) < abs(joined[$1].middle - line.middle)
        }),
        abs(joined[index].middle - line.middle) * 10 <= min(joined[index].em, line.em) * 3
      else {
        joined.insert(line.with(pieces), at: joined.firstIndex { $0.middle > line.middle } ?? joined.count)
        continue
      }
      let own = joined[index].pieces
      let (end, begin) = (own[own.count - 1], pieces[0])
      // What was cut is one text again.
      if !end.isFigure, !begin.isFigure, own.count == 1 && pieces.count == 1 || begin.left < end.right,
        let text = whole(end.text, begin.text)
      {
        joined[index] = joined[index].with(own.dropLast() + [end.reaching(begin, saying: text)] + pieces.dropFirst())
      } else {
        joined[index] = joined[index].with(own + pieces)
      }
    }
    return joined
  }
}
