import Accounts

/// A line of a page (页面的一行): the pieces whose middles are at one height, from left to right.
struct PageLine: Sendable, Equatable {
  let pieces: [PagePiece]
  let middle: Int
  /// The height of its letters.
  let em: Int
  /// Whether ideographs tell it; digits tell it roughly.
  let isSure: Bool
  /// The page it stands on and its number there, counted from 1.
  let page: Int
  let number: Int

  var left: Int { pieces[0].left }
  var right: Int { pieces[pieces.count - 1].right }

  /// Where it is seen on the page.
  var seen: PageBox { pieces.dropFirst().reduce(pieces[0].seen) { $0.joined(with: $1.seen) } }

  /// It with other pieces.
  func with(_ pieces: [PagePiece]) -> PageLine {
    PageLine(pieces: pieces, middle: middle, em: em, isSure: isSure, page: page, number: number)
  }

  /// Its text, with a space where there is a gap as wide as a letter, and between numbers that are two.
  var text: String {
    var text = pieces[0].text
    for (before, piece) in zip(pieces, pieces.dropFirst()) {
      if (piece.left - before.right) * 10 > em * 7 || before.isNumber && piece.isNumber { text += " " }
      text += piece.text
    }
    return text
  }

  /// The pieces in groups that wide gaps stand between, as between the columns of a table.
  var segments: Int {
    1 + zip(pieces, pieces.dropFirst()).count { $1.left - $0.right >= em }
  }

  /// How much room the first word of a text needs at the end of the line before, with letters of a height: a number is
  /// never broken, no line begins with a mark, and none ends with an opening bracket.
  static func room(for text: String, em: Int) -> Int {
    var room = 0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars.prefix(24) {
      if let last {
        let isMark = "，。、；：）》”’！？)%.,％".unicodeScalars.contains(scalar)
        let isOpen = "（《“‘(".unicodeScalars.contains(last)
        let isWord = !LetterSurvey.isWide(last.value) && !LetterSurvey.isWide(scalar.value) && scalar != " "
        guard isMark || isOpen || isWord else { break }
      }
      room += LetterSurvey.isWide(scalar.value) ? em : em * 11 / 20
      last = scalar
    }
    return room + em / 3
  }

  /// The lines of a page, from top to bottom; takes O(n log n) for n words.
  static func lines(of page: WordPage) -> [PageLine] {
    let pieces = PageTurn(of: page.words).applied(to: page.words).map(PagePiece.init).filter {
      $0.weight > 0 && $0.width > 0
    }
    .sorted { ($0.middle, $0.left, $0.right) < ($1.middle, $1.left, $1.right) }
    var lines: [PageLine] = []
    var from = 0
    while from < pieces.count {
      let first = pieces[from]
      var to = from + 1
      // Letters of one line may come from fonts with boxes of their own, so that their middles differ a little.
      while to < pieces.count, (pieces[to].middle - first.middle) * 10 <= min(first.em, pieces[to].em) * 3 { to += 1 }
      let joined = joined(pieces[from..<to].sorted { ($0.left, $0.right) < ($1.left, $1.right) })
      let sure = joined.filter(\.isSure)
      let best = (sure.isEmpty ? joined : sure).max { $0.weight < $1.weight } ?? first
      lines.append(
        PageLine(
          pieces: joined, middle: (first.middle + pieces[to - 1].middle) / 2, em: max(1, best.em),
          isSure: !sure.isEmpty,
          page: page.number,
          number: lines.count + 1))
      from = to
    }
    return lines
  }

  /// Pieces of one line, those without a gap between them joined.
  private static func joined(_ pieces: [PagePiece]) -> [PagePiece] {
    var joined: [PagePiece] = []
    for (index, piece) in pieces.enumerated() {
      guard let last = joined.last else {
        joined.append(piece)
        continue
      }
      let gap = piece.left - last.right
      // What is printed twice at one place to look bold is one text.
      if last.text == piece.text, last.overlap(piece.left, piece.right) * 10 > piece.width * 8 { continue }
      if last.overlap(piece.left, piece.right) * 2 > min(last.width, piece.width) {
        var other = piece
        other.isOverlaid = true
        joined[joined.count - 1].isOverlaid = true
        joined.append(other)
        continue
      }
      let em = max(1, last.weight >= piece.weight ? last.em : piece.em)
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      if isOne(last, piece, before: next, gap, em) {
        let isOneNumber = last.isNumber && piece.isNumber
        let needsSpace = gap * 10 > em && last.text.utf8.last! < 0x80 && piece.text.utf8.first! < 0x80 && !isOneNumber
        joined[joined.count - 1].append(piece, spaced: needsSpace)
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  /// Whether two pieces side by side are one: there is hardly a gap between them, or one needs the other.
  private static func isOne(_ last: PagePiece, _ piece: PagePiece, before next: PagePiece?, _ gap: Int, _ em: Int)
    -> Bool
  {
    if last.isNumber, piece.isNumber { return gap * 4 < em && !last.isWhole }
    if last.isSpread(before: piece) || gap * 10 < em && last.isNumber == piece.isNumber { return true }
    if last.isNumber == piece.isNumber { return gap * 5 < em || last.isItemNumber && gap < em }
    if last.isYear(before: piece) { return gap * 3 < em }
    // A number in the middle of a text.
    if last.form == .text, piece.form == .integer, let next, next.form == .text {
      return gap * 3 < em && (next.left - piece.right) * 3 < em
    }
    return gap * 8 < em || last.isInText && gap * 3 < em
  }
}
