/// Text outside tables (正文): the lines of a paragraph joined, over pages too.
enum Paragraphs {
  /// The paragraphs, headings and single lines of a run of lines.
  static func joined(_ lines: [PageLine]) -> [LayoutLine] {
    // Where the text ends on either side, by the size of its letters where they are the text's and not a heading's.
    var margins: [Int: (left: Int, right: Int, count: Int)] = [:]
    for line in lines {
      for size in [size(line), 0] {
        let known = margins[size] ?? (line.left, line.right, 0)
        margins[size] = (min(known.left, line.left), max(known.right, line.right), known.count + 1)
      }
    }
    var texts: [LayoutLine] = []
    var last: PageLine?
    for line in lines {
      let own = margins[size(line)].flatMap { $0.count >= 5 ? $0 : nil }
      if let last, let margin = own ?? margins[0], goesOn(last, in: line, (margin.left, margin.right)) {
        let before = texts.removeLast()
        let needsSpace = [before.text.utf8.last!, line.text.utf8.first!].allSatisfy(isLetter)
        texts.append(
          LayoutLine(text: before.text + (needsSpace ? " " : "") + line.text, page: before.page, line: before.line))
      } else {
        texts.append(LayoutLine(text: line.text, page: line.page, line: line.number))
      }
      last = line
    }
    return texts
  }

  private static func size(_ line: PageLine) -> Int { (line.em + 500) / 1000 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte < 0x80 && byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Whether a paragraph goes on in the next line: its line is full, and the next begins on the left.
  private static func goesOn(_ line: PageLine, in next: PageLine, _ margin: (left: Int, right: Int)) -> Bool {
    let em = line.em
    guard abs(next.em - em) * 10 <= em * 2, next.left <= margin.left + em, line.left <= margin.left + em * 4,
      line.page != next.page || next.middle - line.middle <= em * 3
    else { return false }
    if TableRegion.isItem(next.pieces[0].text, ofDigits: false) { return false }
    if TableRegion.isContentsLine(line) || TableRegion.isCaption(line) || TableRegion.isCaption(next) { return false }
    return line.right + PageLine.room(for: next.text, em: next.em) > margin.right
  }
}
