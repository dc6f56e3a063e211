/// The tables of pages that are pictures, by their ruling lines (扫描页上有表线的表): each text is of the cell it stands in, whatever
/// gaps and heights say.
enum RecognisedTables {
  /// Takes the words of such tables out of the pages, and gives the tables by the number of the page on which each begins.
  ///
  /// What stands on every page of a table, above it and as its head, stands there once.
  static func taken(from pages: inout [WordPage], rules: [Int: PageRules]) -> [Int: [RuledTable.Whole]] {
    RuledTable.taken(
      from: &pages, rules: rules,
      RuledTable.Search(
        isWanted: { table, _ in table.isParted },
        part: { table, captions, whole in part(table, captions.map(\.text), of: whole) }, isRecognised: true)
    ).mapValues { wholes in
      wholes.map { whole in
        var whole = whole
        whole.parts[0].restoreCodeHeads()
        whole.parts[0].restoreHeadOfCodes()
        whole.parts[0].restoreTotal()
        whole.parts[0].restoreColumnNumbers()
        whole.restoreLineNumbers()
        return whole
      }
    }
  }

  /// How far the paper may have lain elsewhere, in thousandths of a point.
  private static let mostShift = 40_000

  /// A table as a part of another one that began on a page before; nil where it is none.
  private static func part(_ table: RuledTable, _ captions: [String], of whole: RuledTable.Whole) -> RuledTable? {
    guard table.isParted, let last = whole.parts.last,
      captions.allSatisfy({ caption in whole.captions.contains { isSame($0, caption) } })
    else { return nil }
    let shift = last.columns[0] - table.columns[0]
    guard abs(shift) <= mostShift else { return nil }
    let part = table.moved(by: shift)
    guard last.mayGoOn(in: part) else { return nil }
    let head = part.headRows(sharedWith: whole.parts[0], isSame: isSame)
    return head < part.rows.count - 1 ? part.droppingRows(head) : nil
  }

  /// Whether two texts that were recognised are one: of eight letters one may be another.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let letters = [one, other].map { $0.unicodeScalars.map(\.value) }
    let most = letters[0].count / 8 * 2
    return NearWords.distance(letters[0], letters[1], atMost: most) <= most
  }
}

extension RuledTable {
  /// The heads 类, 款 and 项 of columns of codes, one of which two tell: engines know one letter by itself badly.
  fileprivate mutating func restoreCodeHeads() {
    for row in 0..<min(rows.count - 1, Self.mostHeadRows) {
      let heads = cells.indices.filter { cells[$0].rows.upperBound == row + 1 && cells[$0].columns.count == 1 }
      for first in heads.indices.dropLast(2) {
        let three = heads[first..<first + 3]
        guard
          zip(three, three.dropFirst()).allSatisfy({ cells[$0].columns.upperBound == cells[$1].columns.lowerBound }),
          zip(three, ["类", "款", "项"]).count(where: { cells[$0].text == $1 }) == 2,
          three.allSatisfy({ cells[$0].text.unicodeScalars.count <= 3 })
        else { continue }
        for (cell, head) in zip(three, ["类", "款", "项"]) { correct(cell, to: head) }
      }
    }
  }

  /// The head of a column of codes, which a print often cuts off: the codes tell what it is.
  fileprivate mutating func restoreHeadOfCodes() {
    let figure = cells.first { LetterSurvey($0.text).form == .decimal }
    let bodyBegins = min(figure?.rows.lowerBound ?? rows.count, Self.mostHeadRows)
    for column in 0..<columns.count - 1 {
      let body = cells.indices.filter { cells[$0].columns == column..<column + 1 }
      let codes = body.filter { index in
        let text = cells[index].text
        return [3, 5, 7].contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
      guard codes.count > 2, let first = codes.first,
        let head = body.last(where: { $0 < first && cells[$0].rows.upperBound <= bodyBegins }),
        !["码", "类", "款", "项", "科目", "次"].contains(where: { cells[head].text.contains($0) })
      else { continue }
      correct(head, to: "科目编码")
    }
  }

  /// The name of the row of totals: the first row with figures, whose name stands over the columns of codes and names.
  fileprivate mutating func restoreTotal() {
    func isCode(_ cell: Cell) -> Bool {
      !cell.text.isEmpty && cell.text.utf8.allSatisfy { (0x30...0x39).contains($0) } && cell.columns.lowerBound == 0
    }
    guard let figure = cells.first(where: { LetterSurvey($0.text).form == .decimal }),
      let name = cells.firstIndex(where: { $0.rows == figure.rows && $0.columns.lowerBound == 0 }),
      cells[name].columns.count > 1, !isCode(cells[name]), cells[name].text.unicodeScalars.count <= Self.longestTotal,
      case let codes = cells.filter({ isCode($0) && $0.rows.lowerBound >= figure.rows.upperBound }),
      codes.count > 2, codes.allSatisfy({ $0.columns.count < cells[name].columns.count })
    else { return }
    correct(name, to: "合计")
  }

  /// Its name has two letters, which may have been taken for a few more.
  private static let longestTotal = 4

  /// The row of column numbers (栏次) as it is printed: it counts from 1 on, so that a few numbers tell the others.
  fileprivate mutating func restoreColumnNumbers() {
    for row in 0..<min(rows.count - 1, Self.mostHeadRows) {
      let filled = cells.indices.filter { cells[$0].rows.lowerBound == row && !cells[$0].text.isEmpty }
      if filled.contains(where: { LetterSurvey(cells[$0].text).form == .decimal }) { return }
      let labels = filled.filter { cells[$0].text.hasSuffix("次") && cells[$0].text.unicodeScalars.count <= 3 }
      let numbers = filled.filter { !labels.contains($0) }
      guard numbers.count > 1, numbers.allSatisfy({ cells[$0].text.unicodeScalars.count <= 4 }) else { continue }
      let known = numbers.enumerated().count { cells[$0.element].text == String($0.offset + 1) }
      guard known * 2 >= numbers.count, !labels.isEmpty || known > 2 else { continue }
      for (place, cell) in numbers.enumerated() { correct(cell, to: String(place + 1)) }
      return
    }
  }

  /// In how many rows a head stands at most.
  private static let mostHeadRows = 8
}

extension RuledTable.Whole {
  /// The line numbers (行次) as they are printed: where nearly all of a column count one by one, so do the others.
  ///
  /// What a line is its label tells too, so that no figure comes to another line by them.
  fileprivate mutating func restoreLineNumbers() {
    for column in Set(parts.flatMap { $0.cells.map(\.columns.lowerBound) }).sorted() {
      let places = parts.indices.flatMap { part in
        parts[part].cells.indices.filter { index in
          let cell = parts[part].cells[index]
          return cell.columns == column..<column + 1 && cell.rows.count == 1
        }.map { (part: part, cell: $0) }
      }
      let texts = places.map { parts[$0.part].cells[$0.cell].text }
      // Parts of codes are written with noughts.
      guard !texts.contains(where: { $0.hasPrefix("0") && $0.utf8.count > 1 }) else { continue }
      // The number that the first of them would have, by each of the others.
      let firsts = texts.enumerated().map { place, text in
        text.utf8.count <= 3 ? Int(text).map { $0 - place } : nil
      }
      let counts = Dictionary(firsts.compactMap(\.self).map { ($0, 1) }, uniquingKeysWith: +)
      guard let (first, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        var begin = firsts.firstIndex(of: first), let last = firsts.lastIndex(of: first),
        count >= Self.fewestLines, count * 10 >= (last + 1 - begin) * 7
      else { continue }
      // Neither the first nor the last may be one of those that tell.
      while begin > 0, first + begin > 1, texts[begin - 1].unicodeScalars.last == RecognisedPage.doubt { begin -= 1 }
      let end = min(last + 1, texts.count - 1)
      // Digits are never made others.
      for place in begin...end
      where Int(texts[place]) == nil && texts[place].unicodeScalars.count <= 4
        && (place <= last || !texts[place].isEmpty)
      {
        parts[places[place].part].correct(places[place].cell, to: String(first + place))
      }
    }
  }

  /// Fewer numbers tell nothing of the others.
  private static let fewestLines = 5
}
