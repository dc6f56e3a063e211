import Formats

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
    let head = part.headRows(sharedWith: whole.parts[0], areSame: areHeads)
    return head < part.rows.count - 1 ? part.droppingRows(head) : nil
  }

  /// Whether the cells of heads are the same, of so many letters one another.
  private static func areHeads(_ cells: [(String, String)], _ room: Int) -> Bool {
    var (letters, distance) = (0, 0)
    for (one, other) in cells {
      let texts = [one, other].map { $0.unicodeScalars.map(\.value) }
      let most = max(texts[0].count, texts[1].count)
      letters += most
      distance += NearWords.distance(texts[0], texts[1], atMost: most * 2)
    }
    return distance * room <= letters * 2
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
          case let known = zip(three, ["类", "款", "项"]).count(where: { cells[$0].text == $1 }),
          known == 2 || known == 1 && hasHeadOfCodes(above: three),
          three.allSatisfy({ cells[$0].text.unicodeScalars.count <= 3 })
        else { continue }
        for (cell, head) in zip(three, ["类", "款", "项"]) { correct(cell, to: head) }
      }
    }
  }

  /// Whether a cell that speaks of codes stands over some cells and no others.
  private func hasHeadOfCodes(above three: ArraySlice<Int>) -> Bool {
    guard let first = three.first, let last = three.last else { return false }
    let columns = cells[first].columns.lowerBound..<cells[last].columns.upperBound
    return cells.contains { cell in
      cell.rows.upperBound == cells[first].rows.lowerBound && cell.columns == columns
        && ["编码", "代码", "科目"].contains(where: cell.text.contains)
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
      restoreHead(ofCodes: body)
      guard codes.count > 2, let first = codes.first,
        let head = body.last(where: { $0 < first && cells[$0].rows.upperBound <= bodyBegins }),
        !["码", "类", "款", "项", "科目", "次"].contains(where: { cells[head].text.contains($0) })
      else { continue }
      correct(head, to: "科目编码")
    }
  }

  /// The head of the first column beside that of names, of a table that has no codes, or few.
  private mutating func restoreHead(ofCodes column: [Int]) {
    guard
      let head = column.first(where: { index in
        cells[index].columns.lowerBound == 0 && cells[index].rows.upperBound <= Self.mostHeadRows
          && cells.contains { cell in
            cell.rows == cells[index].rows && cell.columns == 1..<2 && cell.text.hasSuffix("名称")
          }
      }),
      !cells[head].text.isEmpty, !["码", "类", "款", "项", "科目"].contains(where: { cells[head].text.contains($0) }),
      column.allSatisfy({ index in
        cells[index].rows.lowerBound < cells[head].rows.upperBound || cells[index].text.isEmpty
          || cells[index].text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return }
    correct(head, to: "科目编码")
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
      let named = filled.filter { cells[$0].text.hasSuffix("次") && cells[$0].text.unicodeScalars.count <= 3 }
      // What stands before all numbers, and one of the others, may be a label that was taken for a number.
      let first = filled.filter { cells[$0].columns.lowerBound == 0 && !named.contains($0) }
      let others = filled.filter { Int(cells[$0].text) == nil && !named.contains($0) && !first.contains($0) }
      let ways = [named, named + first] + others.map { named + first + [$0] }
      func known(_ labels: [Int]) -> (all: Int, known: Int) {
        let numbers = filled.filter { !labels.contains($0) }
        return (numbers.count, numbers.enumerated().count { cells[$0.element].text == String($0.offset + 1) })
      }
      // Behind its one name there stand nothing but numbers.
      let isNamed = named.count == 1 && cells[named[0]].text == "栏次"
      let letters = filled.map { cells[$0].text.unicodeScalars.prefix { $0 != RecognisedPage.doubt }.count }
      guard letters.allSatisfy({ $0 <= (isNamed ? Self.longestColumnNumber : 4) }),
        let labels = ways.first(where: { labels in
          let (all, known) = known(labels)
          return all > 1 && known * 2 >= all && (!named.isEmpty || known > 2)
        }) ?? (isNamed && known(named).known > 0 ? named : nil)
      else { continue }
      let numbers = filled.filter { !labels.contains($0) }
      for label in labels where !named.contains(label) { correct(label, to: "栏次") }
      for (place, cell) in numbers.enumerated() { correct(cell, to: String(place + 1)) }
      return
    }
  }

  /// A number of one or two digits may be taken for so many.
  private static let longestColumnNumber = 6
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
      while begin > 0, first + begin > 1, !texts[begin - 1].isEmpty, Int(texts[begin - 1]) == nil,
        texts[begin - 1].unicodeScalars.count <= Self.longestNumber, !isHead(places[begin - 1])
      {
        begin -= 1
      }
      let end = min(last + 1, texts.count - 1)
      // Digits are never made others.
      for place in begin...end
      where Int(texts[place]) == nil && texts[place].unicodeScalars.count <= Self.longestNumber
        && (place <= last || !texts[place].isEmpty) && !isHead(places[place])
      {
        parts[places[place].part].correct(places[place].cell, to: String(first + place))
      }
      restoreHead(ofLines: places[..<begin])
    }
  }

  /// A cell by its part and its place there.
  private typealias Place = (part: Int, cell: Int)

  /// Whether a cell stands among heads, as where they are printed once more.
  private func isHead(_ place: Place) -> Bool {
    let row = parts[place.part].cells[place.cell].rows.lowerBound
    return parts[place.part].cells.contains { cell in
      cell.rows.contains(row) && Self.heads.contains(cell.text)
    }
  }

  /// What heads columns of labels and of amounts.
  private static let heads =
    (try? TableVocabulary.standard()).map { $0.labelHeads.union($0.amountHeads) } ?? []

  /// The head of a column of line numbers, which engines take for a number: the nearest of the cells above that has a text.
  private mutating func restoreHead(ofLines above: ArraySlice<Place>) {
    for place in above.reversed() {
      let cell = parts[place.part].cells[place.cell]
      guard !cell.text.isEmpty else { continue }
      let isNumber = cell.text.unicodeScalars.allSatisfy {
        ("0"..."9").contains($0) || "-.⯑".unicodeScalars.contains($0)
      }
      // The number of the column stands below the head.
      guard isHead(place) || !isNumber else { continue }
      if isNumber { parts[place.part].correct(place.cell, to: "行次") }
      return
    }
  }

  /// Fewer numbers tell nothing of the others.
  private static let fewestLines = 5
  /// A number of two digits may be taken for so many letters, three times side by side.
  private static let longestNumber = 6
}
