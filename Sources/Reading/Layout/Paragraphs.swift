/// Text outside tables (正文): the lines of a paragraph joined, over pages too.
enum Paragraphs {
  /// The paragraphs, headings and single lines of a run of lines; `isText` tells that spaces lay them out.
  static func joined(_ lines: [PageLine], isText: Bool) -> [LayoutLine] {
    // Where the text ends on either side, by the size of its letters where they are the text's and not a heading's.
    var margins: [Int: (left: Int, right: Int, count: Int)] = [:]
    let ends = ends(of: lines, isText)
    for (line, end) in zip(lines, ends) {
      for size in [size(line), 0] {
        let known = margins[size] ?? (line.left, line.right, 0)
        margins[size] = (min(known.left, line.left), max(known.right, end), known.count + 1)
      }
    }
    if isText, let end = commonEnd(ends) {
      for size in margins.keys { margins[size]!.right = end }
    }
    var texts: [LayoutLine] = []
    var last: (line: PageLine, end: Int)?
    for (line, end) in zip(lines, ends) {
      let own = margins[size(line)].flatMap { $0.count >= 5 ? $0 : nil }
      if let last, let margin = own ?? margins[0],
        goesOn(last.line, last.end, in: line, (margin.left, margin.right), isText)
      {
        let before = texts.removeLast()
        let needsSpace = [before.text.utf8.last!, line.text.utf8.first!].allSatisfy(isLetter)
        texts.append(
          LayoutLine(text: before.text + (needsSpace ? " " : "") + line.text, page: before.page, line: before.line))
      } else {
        texts.append(LayoutLine(text: line.text, page: line.page, line: line.number))
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

  private static func size(_ line: PageLine) -> Int { (line.em + 500) / 1000 }

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
