import Accounts
import Formats
import Tables

/// The heads of tables that were recognised, understood as wholes (识别出的表头，整个地认).
///
/// A word of a head with a letter wrong is near to many that tables have. What its columns mean is decided by all of them
/// together: the words that a table of that title may have are put where others stand, in the order in which they are nearest,
/// and the first way counts in which every column means something known, no two the same, and all stand in an order in which
/// such tables are printed. Where another way with another meaning is nearly as near, nothing is decided.
struct RecognisedHeads: Sendable {
  private let vocabulary: TableVocabulary
  /// The tables of the national form, and how their titles and heads may read.
  private let tables: [Known]

  /// A table whose head may be understood.
  private struct Known: Sendable {
    let id: TableID
    let shape: TableShape
    let titles: [Word]
    let words: [Word]
    let known: Set<String>
  }

  /// A word with its letters as they are compared.
  private struct Word: Sendable, Hashable {
    let text: String
    let letters: [UInt32]

    init(_ text: String) {
      self.text = text
      letters = RecognisedHeads.letters(of: text)
    }
  }

  /// A title above a table as it is known, and how far what was read is from it.
  struct Title: Sendable, Equatable {
    /// Which of the lines above it is.
    let line: Int
    let text: String
    let distance: Int
  }

  /// The built-in ones; nil where their data is damaged.
  static let standard: RecognisedHeads? = RecognisedHeads()

  private init?() {
    guard let vocabulary = try? TableVocabulary.standard() else { return nil }
    let forms = Form.builtInNames.flatMap { name in
      Form.builtInYears(of: name).compactMap { try? Form.builtIn(name, year: $0) }
    }
    guard let national = try? Form.builtIn("national", year: .max) else { return nil }
    self.vocabulary = vocabulary
    tables = national.tables.map { table in
      let others = forms.flatMap(\.tables).filter { $0.id == table.id }
      let printed = others.flatMap(\.headerRows).filter { !$0.isColumnNumbers }.flatMap(\.cells).map {
        comparableWords($0.text)
      }
      let words = vocabulary.headWords(of: table.id).union(printed).filter { !$0.isEmpty }
      let titles = Set(vocabulary.titles(of: table.id) + others.map { comparableWords($0.title) })
      return Known(
        id: table.id, shape: TableShape(table, vocabulary), titles: titles.sorted().map(Word.init),
        words: words.sorted().map(Word.init), known: words)
    }
  }

  /// The letters of a text by which it is compared: marks between them are dirt.
  private static func letters(of text: String) -> [UInt32] {
    text.unicodeScalars.filter { scalar in
      scalar.properties.isIdeographic || scalar.isASCII && scalar.properties.isAlphabetic || scalar == "("
        || scalar == ")"
    }.map(\.value)
  }

  /// How far a word may be from what was read, twice the letters: of two to four letters one may be wrong, of eight two.
  private static func room(_ letters: Int) -> Int { letters < 2 ? 0 : letters < 5 ? 2 : letters < 9 ? 4 : 6 }

  /// How much nearer than any other a way must be: a letter and a half.
  private static let margin = 3

  /// Most ways that are looked at, and most rows below a head by which they are judged.
  private static let (mostWays, mostRows) = (512, 60)

  // MARK: Heads

  /// The rows of a table below lines, its head as it was printed as far as that can be told, and the line that is its title
  /// where it was read otherwise. What is known, or is not clear, stays as it is.
  func mended(_ rows: [GridRow], below lines: [String]) -> (rows: [GridRow], title: Title?) {
    var exact: (line: Int, title: TableVocabulary.Title)?
    for (index, line) in lines.enumerated() {
      if let known = knownTitle(line) { exact = (index, known) }
    }
    if let exact {
      guard case .table(let id) = exact.title, let table = tables.first(where: { $0.id == id }),
        let way = ways(of: rows, table).first
      else { return (rows, nil) }
      return (way.rows, nil)
    }
    // The title and the head tell together which table it is.
    var found: [(title: Title, way: Way)] = []
    for table in tables {
      guard let title = nearestTitle(of: table, among: lines), let way = ways(of: rows, table).first else { continue }
      found.append((title, way))
    }
    found.sort { ($0.title.distance + $0.way.distance) < ($1.title.distance + $1.way.distance) }
    guard let best = found.first else { return (rows, nil) }
    let distance = best.title.distance + best.way.distance
    guard found.dropFirst().allSatisfy({ $0.title.distance + $0.way.distance >= distance + Self.margin }) else {
      return (rows, nil)
    }
    return (best.way.rows, best.title)
  }

  /// Which table a line names for certain.
  private func knownTitle(_ line: String) -> TableVocabulary.Title? {
    let words = comparableWords(withoutNumbering(line))
    if let table = tables.first(where: { $0.titles.contains { $0.text == words } }) { return .table(table.id) }
    return vocabulary.title(line)?.title
  }

  /// The title of a table that is nearest to one of some lines; nil where none is near.
  private func nearestTitle(of table: Known, among lines: [String]) -> Title? {
    var best: Title?
    for (index, line) in lines.enumerated() where line.utf8.count <= 200 {
      let letters = Self.letters(of: vocabulary.withoutUnitAndYear(line))
      guard letters.count > 3 else { continue }
      for title in table.titles where abs(title.letters.count - letters.count) <= 3 {
        let room = Self.room(title.letters.count)
        let distance = NearWords.distance(letters, title.letters, atMost: room)
        if distance <= room, distance < best?.distance ?? .max {
          best = Title(line: index, text: title.text, distance: distance)
        }
      }
    }
    return best
  }

  /// A way in which a head can be understood.
  private struct Way {
    let rows: [GridRow]
    let distance: Int
  }

  /// The one way in which the head of some rows can be understood as that of a table; none where there is none, or another.
  private func ways(of rows: [GridRow], _ table: Known) -> [Way] {
    let judged = Array(rows.prefix(Self.mostRows))
    if meaning(of: judged, table) != nil { return [Way(rows: rows, distance: 0)] }
    let header = HeaderPaths(judged, vocabulary) { table.shape.beginsRow($0, vocabulary) }
    // Of each word that is not known the ones that are near.
    var open: [(row: Int, cell: Int, near: [(text: String, distance: Int)])] = []
    for row in judged.indices.prefix(header.rowCount)
    where !HeaderPaths.isColumnNumbers(judged[row].filled, vocabulary) {
      for (index, cell) in judged[row].cells.enumerated() where !cell.text.isEmpty {
        let words = comparableWords(cell.text)
        guard !table.known.contains(words), !cell.text.isNumber else { continue }
        let near = near(to: words, table)
        if !near.isEmpty { open.append((row, index, near)) }
      }
    }
    guard !open.isEmpty, open.reduce(1, { min($0 * $1.near.count, Self.mostWays + 1) }) <= Self.mostWays else {
      return []
    }
    var choices: [(picks: [Int], distance: Int)] = [([], 0)]
    for one in open {
      choices = choices.flatMap { choice in
        one.near.indices.map { (choice.picks + [$0], choice.distance + one.near[$0].distance) }
      }
    }
    choices.sort { ($0.distance, $0.picks.description) < ($1.distance, $1.picks.description) }
    var best: (texts: [Int: [Int: String]], distance: Int, meaning: [String])?
    for choice in choices {
      if let best, choice.distance >= best.distance + Self.margin { break }
      var texts: [Int: [Int: String]] = [:]
      for (one, pick) in zip(open, choice.picks) { texts[one.row, default: [:]][one.cell] = one.near[pick].text }
      guard let meaning = meaning(of: Self.replacing(judged, texts), table) else { continue }
      guard let known = best else {
        best = (texts, choice.distance, meaning)
        continue
      }
      if known.meaning != meaning { return [] }
    }
    guard let best else { return [] }
    return [Way(rows: Self.replacing(rows, best.texts), distance: best.distance)]
  }

  /// The words of a table that are near to what was read, the nearest first.
  private func near(to words: String, _ table: Known) -> [(text: String, distance: Int)] {
    let letters = Self.letters(of: words)
    let telling = MisreadWords.standard.opposites.joined().filter { letters.contains($0) && !NearWords.isAlike($0) }
    return table.words.compactMap { word in
      // A letter that makes another word of one is not left out.
      guard telling.allSatisfy(word.letters.contains) else { return nil }
      let room = Self.room(max(word.letters.count, letters.count))
      let distance = NearWords.distance(letters, word.letters, atMost: room)
      return distance <= room ? (word.text, distance) : nil
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  private static func replacing(_ rows: [GridRow], _ texts: [Int: [Int: String]]) -> [GridRow] {
    var rows = rows
    for (row, cells) in texts { rows[row] = rows[row].replacing(cells) }
    return rows
  }

  // MARK: Meaning

  /// What every column of a table means, where all are known and stand in an order in which they are printed.
  private func meaning(of rows: [GridRow], _ table: Known) -> [String]? {
    guard let plan = TablePlan(rows, table.shape, vocabulary), plan.unknown.isEmpty else { return nil }
    func text(_ block: TablePlan.Block) -> String {
      "\(block.labels) \(block.figures.map { [$0.slot, $0.column] }) \(block.lineNumber ?? -1)"
    }
    switch plan.body {
    case .codes(let block):
      let columns = block.figures.map(\.column)
      return Self.isOrderly(columns) ? [text(block)] : nil
    case .economic(let blocks), .lines(let blocks): return blocks.map(text)
    case .sides(let left, let right): return [text(left), text(right)]
    case .threePublic(let plan):
      guard !plan.columns.contains(where: \.isUnknown) else { return nil }
      return ["\(plan.labels)"] + plan.columns.map { "\($0)" }
    }
  }

  /// Whether columns stand in the order of the form, or with the balance of the years before in front, as some places print
  /// them.
  private static func isOrderly(_ columns: [Int]) -> Bool {
    func isAscending(_ columns: [Int]) -> Bool { zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 } }
    if isAscending(columns) { return true }
    let order = [4, 5, 1, 2, 3, 6]
    return isAscending(columns.map { order.firstIndex(of: $0) ?? .max })
  }
}

extension GridRow {
  /// The row with other texts in some of its cells.
  func replacing(_ texts: [Int: String]) -> GridRow {
    var row = GridRow(line: line)
    (row.frame, row.isPartedByGaps) = (frame, isPartedByGaps)
    for (index, cell) in cells.enumerated() {
      row.append(
        texts[index] ?? cell.text, at: cell.column, columns: cell.columns, line: cell.line, fen: cell.fen,
        isDoubtful: cell.isDoubtful, seen: cell.seen)
    }
    return row
  }
}
