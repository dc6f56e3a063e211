import Accounts

/// Text outside tables (正文): the lines of a paragraph joined, over pages too.
enum Paragraphs {
  /// The paragraphs, headings and single lines of a run of lines; `isText` tells that spaces lay them out.
  static func joined(_ lines: [PageLine], isText: Bool) -> [LayoutLine] {
    let ends = ends(of: lines, isText)
    let margins = Margins(lines, ends, end: isText ? commonEnd(ends) : nil)
    var texts: [LayoutLine] = []
    var last: (line: PageLine, end: Int)?
    for (line, end) in zip(lines, ends) {
      if let last,
        goesOn(last.line, last.end, in: line, (margins.of(line).left, margins.of(last.line).right), isText)
      {
        let before = texts.removeLast()
        let needsSpace = [before.text.utf8.last!, line.text.utf8.first!].allSatisfy(isLetter)
        texts.append(
          LayoutLine(
            text: before.text + (needsSpace ? " " : "") + line.text, page: before.page, line: before.line,
            seen: before.page == line.page ? before.seen?.joined(with: line.seen) : before.seen))
      } else {
        texts.append(LayoutLine(text: line.text, page: line.page, line: line.number, seen: line.seen))
      }
      last = (line, end)
    }
    return texts
  }

  /// Where lines end on paper: programs that write text give an ideograph no more room than a digit, and set a line in by
  /// more than two letters.
  private static func ends(of lines: [PageLine], _ isText: Bool) -> [Int] {
    guard isText, let least = lines.map(\.left).min() else { return lines.map(\.right) }
    return lines.map { line in
      let weight = line.pieces.reduce(0) { $0 + $1.weight }
      return least + min(line.left - least, SpacedText.ideograph * 2) + weight * SpacedText.ideograph / 2
    }
  }

  /// Where the longest of a good many lines end, whatever notes below wide tables stand among them: the letters of text are
  /// all of one size. nil for a few lines.
  private static func commonEnd(_ ends: [Int]) -> Int? {
    let sorted = ends.sorted(by: >)
    let enough = max(4, ends.count / 10)
    return sorted.indices.first { index in
      index + enough <= sorted.count && sorted[index] - sorted[index + enough - 1] <= SpacedText.ideograph * 3 / 2
    }.map { sorted[$0] }
  }

  /// Whether a text begins with an item's number in digits: 1.… or 2、…; 1.5 goes on with a digit and is an amount.
  private static func beginsDigitItem(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    let rest = scalars.dropFirst(digits)
    guard (1...2).contains(digits), let sign = rest.first, ".．、".unicodeScalars.contains(sign) else { return false }
    return rest.dropFirst().first { $0 != " " }?.properties.isIdeographic ?? true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte < 0x80 && byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Whether a paragraph goes on in the next line: its line is full, and the next begins on the left.
  private static func goesOn(
    _ line: PageLine, _ end: Int, in next: PageLine, _ margin: (left: Int, right: Int), _ isText: Bool
  ) -> Bool {
    let em = line.em
    let room = PageLine.room(for: next.text, em: isText ? SpacedText.ideograph : next.em)
    guard abs(next.em - em) * 10 <= em * 2, next.left <= margin.left + em, line.left <= margin.left + em * 4,
      line.page != next.page || next.middle - line.middle <= em * 3
    else { return false }
    if TableRegion.isItem(next.pieces[0].text, ofDigits: false) || beginsDigitItem(next.pieces[0].text) { return false }
    if TableRegion.isContentsLine(line) || TableRegion.isCaption(line) || TableRegion.isCaption(next) { return false }
    // Letters of text that are drawn narrower tell the end of a line less well.
    if end + room + (isText ? SpacedText.ideograph * 2 : 0) > margin.right { return true }
    // Some programs end a line early. A sentence in the middle goes on in a line that is not set in.
    return next.left <= margin.left + em / 2 && end + em * 8 > margin.right
      && !line.pieces[line.pieces.count - 1].text.endsSentence
  }
}

/// Where text begins and ends across the page (版心): by the page and the size of its letters where enough of it stands
/// there, else by the size on all pages, else by all lines.
private struct Margins {
  typealias Margin = (left: Int, right: Int, count: Int)

  private var ofPages: [[Int]: Margin] = [:]
  private var ofSizes: [Int: Margin] = [:]
  private var all: Margin = (0, 0, 0)

  /// The margins of lines and where each ends; `end` is where all text ends when that is known.
  init(_ lines: [PageLine], _ ends: [Int], end: Int?) {
    func joined(_ known: Margin?, _ line: PageLine, _ lineEnd: Int) -> Margin {
      guard let known, known.count > 0 else { return (line.left, end ?? lineEnd, 1) }
      return (min(known.left, line.left), end ?? max(known.right, lineEnd), known.count + 1)
    }
    for (line, lineEnd) in zip(lines, ends) {
      let size = Self.size(line)
      ofPages[[line.page, size]] = joined(ofPages[[line.page, size]], line, lineEnd)
      ofSizes[size] = joined(ofSizes[size], line, lineEnd)
      all = joined(all, line, lineEnd)
    }
  }

  /// The margin of the text that a line belongs to. A few short lines of a page do not tell how wide its text is.
  func of(_ line: PageLine) -> Margin {
    let size = Self.size(line)
    if let own = ofPages[[line.page, size]], own.count >= 3, own.right - own.left >= line.em * 20 { return own }
    return ofSizes[size].flatMap { $0.count >= 5 ? $0 : nil } ?? all
  }

  private static func size(_ line: PageLine) -> Int { (line.em + 500) / 1000 }
}
