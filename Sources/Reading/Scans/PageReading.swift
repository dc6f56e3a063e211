import FoundationEssentials
import System

/// Reads pages that are pictures (读扫描页): cleaned here, their letters recognised by an engine, every number twice.
///
/// The engine is called as `tesseract` is: `ENGINE PICTURE - -l LANGUAGE --psm 6 … tsv`, and prints the same table. The picture is
/// a TIFF with a page for each piece of the page, so that heads over several columns and rows of wrapped names stay apart;
/// numbers are read once more, with nothing but digits to choose from, and in other ways where no two readings agree.
struct PageReading: Sendable {
  let engine: ExternalProgram

  static let program = RequiredProgram(
    names: ["tesseract"],
    installing: "Debian：apt install tesseract-ocr tesseract-ocr-chi-sim；macOS：brew install tesseract tesseract-lang")

  /// For how long the engine may read one picture.
  private static let seconds = 180
  /// Nothing stands further from the edge of a picture.
  private static let mostDots = 40_000
  /// Most bytes of what it writes.
  private static let outputLimit = 64 << 20

  /// A segment to be read once more: a number, or a line with numbers in it.
  struct Piece: Sendable, Equatable {
    let segment: Int
    let isLine: Bool
  }

  /// The most letters of what may be a head or a label, which is read once more where it is no known word.
  private static let longestWord = 24

  /// A page with fewer figures has no table.
  private static let fewestFigures = 4

  /// Why a page could not be read.
  enum Failure: Error, Sendable, Equatable {
    /// The languages chi_sim or eng are not there.
    case language
    case overTime
    case failed
  }

  /// What is read in a picture of pieces: all letters, and those of lines with numbers once more in another size; or digits
  /// and their marks alone, in two more ways in another size.
  enum Pass: Sendable {
    case letters, lettersAgain, digits, digitsAgain, digitsAtLast

    /// How large pieces are made whose letters are so many dots high: letters of some eighteen are read best, and what is read
    /// once more is read of other dots.
    func sixths(_ letter: Int) -> Int {
      let letter = max(1, letter)
      let best = max(2, min(6, (108 + letter / 2) / letter))
      return switch self {
      case .letters: best
      case .lettersAgain: max(best + 1, min(9, (132 + letter / 2) / letter))
      case .digits: 6
      case .digitsAgain, .digitsAtLast: letter > 26 ? 4 : 9
      }
    }

    var hasWords: Bool { self == .letters || self == .lettersAgain }

    /// What the engine is told: Chinese print; or Latin digits, just as they stand there and then as a line of print.
    var arguments: [String] {
      switch self {
      case .letters, .lettersAgain: ["--psm", "6", "-l", "chi_sim"]
      case .digits, .digitsAtLast: ["--psm", "13"] + Self.digitsOnly
      case .digitsAgain: ["--psm", "7"] + Self.digitsOnly
      }
    }

    private static let digitsOnly = ["-l", "eng", "-c", "tessedit_char_whitelist=0123456789.,-%"]
  }

  /// A page read twice; `scratch` is a folder for files that only this page uses names of.
  func page(_ picture: GreyPage, in scratch: String, called name: String) throws(Failure) -> RecognisedPage {
    try Self.page(picture) { pieces, pass throws(Failure) in try lines(of: pieces, pass, scratch + "/\(name)-\(pass)") }
  }

  /// A page read twice by whatever reads pictures of its pieces. What that says is never relied on.
  static func page(
    _ picture: GreyPage, read: (Cutouts, Pass) throws(Failure) -> [RecognisedLine]
  ) throws(Failure) -> RecognisedPage {
    let level = picture.straightened()
    let (ruled, marks, rules) = level.withoutRules()
    let tables = RuledTable.tables(rules, page: 1)
    let (page, parts) = ruled.without(tables, marks)
    let (found, letter) = page.segments(between: parts)
    let segments = page.withoutRemnants(found, in: tables, letter: letter)
    func words(_ pieces: [InkSegment], _ pass: Pass) throws(Failure) -> [[RecognisedLine.Word]] {
      var words: [[RecognisedLine.Word]] = []
      var left = pieces[...]
      while !left.isEmpty {
        let cutouts = Cutouts(
          Array(left.prefix(Cutouts.most)), of: page, letter: letter, hasWords: pass.hasWords,
          sixths: pass.sixths(letter)
        )
        words += cutouts.words(try read(cutouts, pass))
        left = left.dropFirst(Cutouts.most)
      }
      return words
    }
    // A stroke that lies is a dash, whatever it would be taken for.
    let texts = segments.indices.filter { !segments[$0].isDash(letter: letter) }
    var letters = [[RecognisedLine.Word]](repeating: [], count: segments.count)
    for (index, found) in zip(texts, try words(texts.map { segments[$0] }, .letters)) { letters[index] = found }
    // Figures tell a table without rules.
    let isTable =
      !tables.isEmpty
      || letters.count { RecognisedFigure($0.map(\.text).joined())?.hasDecimals == true } >= Self.fewestFigures
    if isTable {
      let silent = Set(texts.filter { letters[$0].isEmpty && segments[$0].width > letter })
      let unknown = segments.indices.filter { silent.contains($0) || isUnknownWord(letters[$0].map(\.text).joined()) }
      for (index, again) in zip(unknown, try words(unknown.map { segments[$0] }, .lettersAgain)) {
        letters[index] = better(letters[index], again)
      }
    }
    let (all, first) = parted(segments, letters)
    let dark = page.threshold
    let shapes = all.map { page.figureShape(of: $0, dark: dark) }
    let pieces = pieces(all, first, shapes, letter: letter)
    func readAgain(_ indices: [Int], _ pass: Pass) throws(Failure) -> [String] {
      try words(indices.map { all[pieces[$0].segment] }, pass).map { $0.map(\.text).joined() }
    }
    var second = [[String]](repeating: [], count: pieces.count)
    let lines = pieces.indices.filter { pieces[$0].isLine }
    for (index, text) in zip(lines, try readAgain(lines, .lettersAgain)) { second[index] = [text] }
    let numbers = pieces.indices.filter { !pieces[$0].isLine }
    for (index, text) in zip(numbers, try readAgain(numbers, .digits)) { second[index] = [text] }
    for pass in [Pass.digitsAgain, .digitsAtLast] {
      let open = numbers.filter { !agree([first[pieces[$0].segment].map(\.text).joined()] + second[$0]) }
      for (index, text) in zip(open, try readAgain(open, pass)) { second[index].append(text) }
    }
    var recognised = self.page(
      all, first: first, pieces: pieces, second: second, shapes: shapes,
      glyphs: Dictionary(
        uniqueKeysWithValues: numbers.map {
          (pieces[$0].segment, page.glyphs(of: all[pieces[$0].segment], dark: dark))
        }), letter: letter, resolution: page.resolution)
    recognised.rules = rules
    recognised.words = recognised.words.map { word in
      PageWord(
        text: word.text, left: word.left, top: word.top, right: word.right, bottom: word.bottom, em: word.em,
        seen: level.placeBeforeTurning(of: word.seen))
    }
    return recognised
  }

  /// Whether a text is one of words that tables do not have.
  private static func isUnknownWord(_ text: String) -> Bool {
    let letters = text.unicodeScalars
    return (1...longestWord).contains(letters.count) && letters.contains { $0.properties.isIdeographic }
      && !letters.contains { ("0"..."9").contains($0) } && !NearWords.standard.holds(text)
  }

  /// The second reading of words where it is one that tables have, or near to one and the first is not; else the first.
  private static func better(
    _ first: [RecognisedLine.Word], _ second: [RecognisedLine.Word]
  ) -> [RecognisedLine.Word] {
    let (one, other) = (first.map(\.text).joined(), second.map(\.text).joined())
    let words = NearWords.standard
    guard !other.isEmpty, !other.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) else { return first }
    if words.holds(other) { return second }
    return words.nearest(to: one) == one && words.nearest(to: other) != other ? second : first
  }

  /// Whether two of some texts are one number.
  private static func agree(_ texts: [String]) -> Bool {
    let figures = texts.compactMap { RecognisedFigure($0)?.text }
    return Set(figures).count < figures.count
  }

  /// Segments in which two amounts stand close together, or an amount before the name of the next column, parted between them.
  static func parted(
    _ segments: [InkSegment], _ words: [[RecognisedLine.Word]]
  ) -> ([InkSegment], [[RecognisedLine.Word]]) {
    var parts: [InkSegment] = []
    var texts: [[RecognisedLine.Word]] = []
    for (segment, words) in zip(segments, words) {
      let isRow = words.count > 1 && words.allSatisfy { RecognisedFigure($0.text)?.hasDecimals == true }
      let groups = isRow ? words.map { [$0] } : nameBehindAmount(words) ?? [words]
      for (index, group) in groups.enumerated() {
        var part = segment
        if index > 0, let last = groups[index - 1].last { part.left = (last.right + group[0].left) / 2 }
        if index + 1 < groups.count, let last = group.last {
          part.right = (last.right + groups[index + 1][0].left) / 2
        }
        guard part.width > 0 else { continue }
        part.ink = segment.ink / groups.count
        parts.append(part)
        texts.append(group)
      }
    }
    return (parts, texts)
  }

  /// An amount, or the strokes that stand for none, and the name behind it, as 7,363.86 and 一、一般公共服务支出; nil where words
  /// are no such two.
  private static func nameBehindAmount(_ words: [RecognisedLine.Word]) -> [[RecognisedLine.Word]]? {
    let letters = words.flatMap(letters(of:))
    let text = String(String.UnicodeScalarView(letters.flatMap { $0.text.unicodeScalars }))
    guard letters.count > 4, let first = text.unicodeScalars.first, startsAmount.contains(first) else { return nil }
    for count in letters.indices.dropFirst() {
      let name = String(text.unicodeScalars.dropFirst(count))
      // Two letters are those of 万元.
      guard name.unicodeScalars.count > 2, let first = name.unicodeScalars.first, first.properties.isIdeographic
      else { continue }
      let before = String(text.unicodeScalars.prefix(count))
      let number = name.unicodeScalars.prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
      let isNumbered = !number.isEmpty && name.unicodeScalars.dropFirst(number.count).first == "、"
      if RecognisedFigure(before)?.hasDecimals == true, isNumbered || NearWords.standard.holds(name) {
        return [Array(letters[..<count]), Array(letters[count...])]
      }
      // Two strokes that lie are taken for the number one twice; what is one stroke else is no letter.
      if before == "一一" || count == 1 && before != "一" && before.unicodeScalars.allSatisfy(strokes.contains),
        isNumbered || count == 2, NearWords.standard.holds(name)
      {
        var dash = letters[0]
        (dash.text, dash.right) = ("-", letters[count - 1].right)
        return [[dash], Array(letters[count...])]
      }
    }
    return nil
  }

  private static let strokes = "一—-－―".unicodeScalars
  private static let startsAmount = "0123456789一—-－―".unicodeScalars

  /// The letters of a word, each with the place where it stands by the widths that letters have.
  private static func letters(of word: RecognisedLine.Word) -> [RecognisedLine.Word] {
    let widths = word.text.unicodeScalars.map { $0.isASCII ? "0"..."9" ~= $0 ? 5 : 3 : 9 }
    let whole = widths.reduce(0, +)
    var passed = 0
    return zip(word.text.unicodeScalars, widths).map { letter, width in
      var part = word
      part.text = String(Character(letter))
      part.left = word.left + word.width * passed / whole
      passed += width
      part.right = word.left + word.width * passed / whole
      return part
    }
  }

  /// What the engine reads in a picture.
  private func lines(of pieces: Cutouts, _ pass: Pass, _ file: String) throws(Failure) -> [RecognisedLine] {
    let (input, output) = (file + ".tiff", file + ".tsv")
    guard FileManager.default.createFile(atPath: input, contents: Data(pieces.tiff)) else { throw .failed }
    defer { for path in [input, output] { try? FileManager.default.removeItem(atPath: path) } }
    let arguments = [input, "-"] + pass.arguments + ["tsv"]
    // Pages are read side by side, so that each engine has one core.
    let outcome = engine.run(
      arguments, seconds: Self.seconds, writing: output, settings: ["OMP_THREAD_LIMIT": "1"])
    guard let outcome else { throw .failed }
    if outcome.isOverTime { throw .overTime }
    if outcome.output.contains("Failed loading language") { throw .language }
    guard outcome.status == 0, let bytes = try? readBytes(of: output, atMost: Self.outputLimit) else { throw .failed }
    return RecognisedLine.lines(ofTSV: bytes, within: Self.mostDots)
  }

  /// What is to be read once more: numbers, what is nearly one or has the ink of one, and what was not recognised though
  /// something stands there; and lines with a number in them.
  static func pieces(
    _ segments: [InkSegment], _ first: [[RecognisedLine.Word]], _ shapes: [FigureShape?], letter: Int
  ) -> [Piece] {
    var pieces: [Piece] = []
    for (index, (segment, words)) in zip(segments, first).enumerated() {
      if segment.isDash(letter: letter) { continue }
      let text = words.map(\.text).joined()
      let digits = text.unicodeScalars.count { ("0"..."9").contains($0) || ".,，。".unicodeScalars.contains($0) }
      let letters = text.unicodeScalars.count
      if RecognisedFigure(text) != nil || digits * 4 >= letters * 3 && letters > 0
        || letters <= 1 && segment.height * 2 > letter && segment.height * 10 < letter * 13
          && (letters == 0 || segment.width * 20 < letter * 13)
        || shapes[index].map({ $0.groups.count > 1 || $0.groups[0].lowerBound > 2 }) ?? false
      {
        pieces.append(Piece(segment: index, isLine: false))
      } else if !NumbersInText(text).isEmpty {
        pieces.append(Piece(segment: index, isLine: true))
      }
    }
    return pieces
  }
}
