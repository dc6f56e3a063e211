import Accounts
import Formats
import System
import Tables

/// A publication laid out on pages: a PDF, or text laid out with spaces.
enum PagedText {
  /// The lines and rows of a PDF; throws as ``PDFWords`` does. `file` is what it is called,
  /// `engine` the program to recognise letters with.
  static func parts(ofPDF bytes: [UInt8], file: String, engine: Recogniser?) throws(UnusableInput) -> [PublicationPart]
  {
    parts(of: try PDFWords(bytes, of: file, searchPath: ExternalProgram.searchPath, engine: engine))
  }

  /// The lines and rows of words on pages.
  static func parts(of words: PDFWords) -> [PublicationPart] {
    let garbled = Set(words.garbled)
    let scans = words.scans
    var sound = words.pages
    for index in sound.indices where garbled.contains(sound[index].number) || scans.pages[sound[index].number] != nil {
      sound[index].words = []
    }
    let (parts, pages) = parts(of: sound, rules: words.rules, scans: scans)
    let passedOver =
      pictures(of: words)
      + garbled.sorted().filter { scans.pages[$0] == nil }.map { page in
        unread(page, "整页", "这一页的字体没有说明各字是什么，取出来的不是原来的字，没有读" + scans.whyNot(page))
      }
      + overlaid(pages).map { page in
        PublicationPart.passedOver(
          "整页", at: 1, in: .page(page), reason: "这一页有文字重叠在一处，纸上只看得见一层，请核对", reach: .words)
      }
    return parts + passedOver
  }

  /// The lines and rows of pages some of which were recognised, and the lines of each page; `rules` are the ruling lines of the
  /// others.
  static func parts(
    of pages: [WordPage], rules: [Int: PageRules], scans: ScannedPages
  ) -> (parts: [PublicationPart], lines: [[PageLine]]) {
    var pages = pages
    let evaluations = RuledEvaluations.taken(from: &pages, rules: rules)
    for index in pages.indices { pages[index] = scans.recognised(pages[index]) }
    let tables = RecognisedTables.taken(from: &pages, rules: scans.pages.mapValues(\.rules))
    let ruled = evaluations.merging(tables) { one, other in one + other }
    let lines = pages.map(PageLine.lines)
    let recognised = Set(scans.pages.keys)
    let blocks = PageLayout.blocks(ofLines: lines, ruled: ruled, recognised: recognised)
    return (parts(of: blocks, recognised: recognised), lines)
  }

  /// The pages on which two different texts stand at one place, one of which nobody sees on paper.
  private static func overlaid(_ pages: [[PageLine]]) -> [Int] {
    pages.compactMap { lines in
      lines.first { $0.pieces.contains { $0.isOverlaid && $0.isNumber } }?.page
    }
  }

  /// What the pages show that is no words; blank pages are not spoken of.
  private static func pictures(of words: PDFWords) -> [PublicationPart] {
    let empty = Set(words.withoutText)
    return words.pages.map(\.number).filter { words.scans.pages[$0] == nil }.compactMap { page in
      let whyNot = words.scans.whyNot(page)
      let share = words.pictures.share[page] ?? 0
      if empty.contains(page) {
        if share > 0 { return unread(page, "整页", "这一页是图片，没有文字，图片里的内容没有读" + whyNot) }
        if words.pictures.drawn.contains(page) { return unread(page, "整页", "这一页有图形而没有文字，可能是转成曲线的字，没有读" + whyNot) }
        return words.pictures.blank.contains(page) ? nil : unread(page, "整页", "这一页没有文字，可能是图片，没有读")
      }
      if share >= PDFPictures.wholePage {
        return .passedOver(
          "整页", at: 1, in: .page(page), reason: "这一页是整页的图片，读到的是附在图片上看不见的文字，多半由文字识别得来，可能与图片上印的不同，请核对" + whyNot,
          reach: .words)
      }
      if share >= PDFPictures.largePicture {
        return .passedOver("图片", at: 1, in: .page(page), reason: "这一页有大幅图片，图片里的内容没有读", reach: .words)
      }
      return nil
    }
  }

  /// The lines and rows of text laid out with spaces.
  static func parts(ofSpacedText utf8: [UInt8]) -> [PublicationPart] {
    parts(of: PageLayout.blocks(ofText: utf8), isPrint: false)
  }

  /// Whether lines of a text have figures in columns that only spaces part.
  static func isSpacedText(_ utf8: [UInt8]) -> Bool {
    var count = 0
    for line in utf8.split(separator: 0x0A) where !line.contains(0x09) && gaps(in: line) >= 2 {
      count += 1
      if count == fewestLines { return true }
    }
    return false
  }

  /// How many such lines make a text laid out so: a table has more.
  private static let fewestLines = 5

  /// How often two or more spaces stand between words.
  private static func gaps(in line: ArraySlice<UInt8>) -> Int {
    var gaps = 0
    var spaces = 0
    var hasWord = false
    for byte in line {
      if byte == 0x20 {
        spaces += 1
      } else {
        if spaces >= 2, hasWord { gaps += 1 }
        (spaces, hasWord) = (0, true)
      }
    }
    return gaps
  }

  private static func unread(_ page: Int, _ text: String, _ reason: String) -> PublicationPart {
    .passedOver(text, at: 1, in: .page(page), reason: reason, reach: .table)
  }

  /// The lines and rows of words on pages, numbered from 1 on; `rules` are the ruling lines of each, `recognised` are the pages
  /// that are pictures.
  static func parts(
    of pages: [WordPage], rules: [Int: PageRules] = [:], recognised: Set<Int> = []
  ) -> [PublicationPart] {
    var pages = pages
    let ruled = RuledEvaluations.taken(from: &pages, rules: rules)
    return parts(of: PageLayout.blocks(ofLines: pages.map(PageLine.lines), ruled: ruled), recognised: recognised)
  }

  /// `isPrint` says whether the blocks are those of pages that can be seen; text laid out with spaces has none.
  private static func parts(
    of blocks: [LayoutBlock], recognised: Set<Int> = [], isPrint: Bool = true
  ) -> [PublicationPart] {
    func frame(_ page: Int) -> Frame { recognised.contains(page) ? .scan(page) : .page(page) }
    func printed(_ text: String, on page: Int) -> String {
      recognised.contains(page) ? NearWords.standard.nearest(to: text) : text
    }
    var parts: [PublicationPart] = []
    for block in blocks {
      switch block {
      case .line(let line):
        // A heading too long for its line goes on in the next.
        if case .line(let last, let number, let frame, let seen) = parts.last, isHeadingBegun(last),
          endsHeading(line.text)
        {
          parts[parts.count - 1] = .line(last + line.text, at: number, in: frame, seen: seen)
        } else {
          parts.append(
            .line(
              printed(line.text, on: line.page), at: line.line, in: frame(line.page), seen: isPrint ? line.seen : nil))
        }
      case .grid(let rows):
        if let part = unnamed(rows, frame) {
          parts.append(part)
          continue
        }
        let isRecognised = rows.contains { recognised.contains($0.page) }
        var grid = rows.map { row in
          var cells = GridRow(line: row.line)
          cells.isPartedByGaps = !row.isRuled
          var texts = row.cells.map { printed($0.text, on: row.page) }
          if recognised.contains(row.page) {
            texts = CodesOfNames.standard.doubted(texts.map(MisreadWords.withSureNumber))
          }
          for (cell, text) in zip(row.cells, texts) {
            cells.append(
              text, at: cell.column, columns: cell.columns, line: row.line, isDoubtful: cell.isDoubtful,
              seen: isPrint ? cell.seen : nil)
          }
          return cells
        }
        if isRecognised {
          grid = UnfinishedFigures.doubted(grid)
          mend(&grid, below: &parts)
        }
        for (row, cells) in zip(rows, grid) { parts.append(.row(cells, in: frame(row.page))) }
      }
    }
    return parts
  }

  /// Makes the head of a table that was recognised, and the title above it, what they are as wholes.
  private static func mend(_ grid: inout [GridRow], below parts: inout [PublicationPart]) {
    let above = parts.indices.suffix(linesAbove).reversed().prefix {
      if case .line = parts[$0] { true } else { false }
    }.reversed().map { $0 }
    let lines = above.map { index in if case .line(let text, _, _, _) = parts[index] { text } else { "" } }
    guard let (rows, title) = RecognisedHeads.standard?.mended(grid, below: lines) else { return }
    grid = rows
    if let title, case .line(_, let number, let frame, let seen) = parts[above[title.line]] {
      parts[above[title.line]] = .line(title.text, at: number, in: frame, seen: seen)
    }
  }

  /// How many lines stand between a title and its table at most, with the title.
  private static let linesAbove = 8

  /// What is said of a table none of whose rows says what it is of: the right part of one that was cut, whose left part was
  /// not found. nil for all others; a table of one row with several figures needs no name for it.
  private static func unnamed(_ rows: [LayoutRow], _ frame: (Int) -> Frame) -> PublicationPart? {
    let figures = rows.filter { row in row.cells.contains { LetterSurvey($0.text).form == .decimal } }
    guard let first = figures.first, figures.count > 1 || first.cells.count < 3,
      figures.allSatisfy({ $0.cells.allSatisfy { [.decimal, .dash].contains(LetterSurvey($0.text).form) } })
    else { return nil }
    return .passedOver(
      first.cells.map(\.text).joined(separator: " "), at: first.line, in: frame(first.page),
      reason: "这里有 \(figures.count) 行数，行首没有项目，可能是分开印的宽表的右边，没有找到它的左边，没有读", reach: .rows)
  }

  /// Whether a line begins a heading of the explanation and does not end it.
  private static func isHeadingBegun(_ line: String) -> Bool {
    line.headingLevel != nil && !line.ends(with: "说明")
      && !line.unicodeScalars.contains { "。；：:;".unicodeScalars.contains($0) }
  }

  /// Whether a line is no more than the end of such a heading.
  private static func endsHeading(_ line: String) -> Bool {
    line.ends(with: "说明") && line.unicodeScalars.count <= longestEnd && line.headingLevel == nil
  }

  /// The most letters of the end of a heading that goes on.
  private static let longestEnd = 14
}
