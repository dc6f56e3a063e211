import Accounts
import Tables

extension StructureCheck {
  /// D13: a title, heading or sentence that gives the accounts another year than the tables.
  ///
  /// Last year is named for comparison and older years for what was carried over; so only a year directly before
  /// 部门决算, 收入总计 and the like counts, in a sentence that begins with it and in a line that never names this
  /// year, and last year only where the amount behind it is one of this year's.
  static let wrongYear = StructureCheck(.wrongYear) { rule, input in
    guard let lines = input.text?.lines, let year = input.tables.year else { return [] }
    let unit = input.tables.unitName.map { $0.foldedScalars } ?? []
    lazy var amounts = PrintedAmounts(input.tables)
    let titles = input.evaluationTitles
    return titles.compactMap { title in
      title.year.flatMap { other in
        other == year
          ? nil
          : rule.finding(
            "绩效自评的标题写的是 \(other) 年度，本次公开的是 \(year) 年度", place: title.place, expected: "\(year)年度")
      }
    }
      + lines.compactMap { line -> Finding? in
        if let range = line.brokenYear {
          return rule.finding("\(line.quoted(range))不是年度", place: line.place, expected: "\(year)年度")
        }
        if let mention = line.yearOfAssets(input.words, not: year) {
          return rule.finding(
            "\(line.quoted(mention.range, around: 12))写的是 \(mention.year) 年底，本次公开的是 \(year) 年度决算",
            place: line.place, expected: "\(year)年")
        }
        let isTitle = line.headingLevel != nil || line.isContents || (line.part == 0 && line.folded.count <= 40)
        guard isTitle || (line.section != nil && line.kind == .paragraph) else { return nil }
        let years = line.years
        guard !years.isEmpty, !years.contains(where: { $0.year == year }) else { return nil }
        let wrong = years.first { mention in
          var subject = mention.range.upperBound
          if !unit.isEmpty, line.folded[subject...].starts(with: unit) { subject += unit.count }
          guard input.words.yearSubjects.length(in: line.folded, at: subject) != nil || line.isAgedHeading(input.words)
          else {
            // 2023年度 on a line of its own, below the title.
            return line.part == 0 && line.headingLevel == nil && !line.isContents
              && mention.range == line.folded.indices
          }
          // No clause is longer; a text without marks is not read again for every year in it.
          let clause = line.folded[subject...].prefix(60).prefix { $0 != "," && $0 != "。" && $0 != ";" }
          guard !input.words.yearsBrought.occur(in: Array(clause)) else { return false }
          if isTitle {
            return mention.range.lowerBound == line.endOfNumbering
              || !input.words.yearComparisons.end(line.folded[..<mention.range.lowerBound])
          }
          let begins =
            line.beginsSentence(at: mention.range.lowerBound)
            || line.folded[..<mention.range.lowerBound].elementsEqual(unit)
          guard begins else { return false }
          return mention.year != year - 1 || amounts.firstIn(line, after: subject)
        }
        return wrong.map { mention in
          rule.finding(
            "\(line.quoted(mention.range, around: 12))写的是 \(mention.year) 年，本次公开的是 \(year) 年度决算", place: line.place,
            expected: "\(year)年")
        }
      }
  }
}

extension ReadableLine {
  /// Where the words of a heading begin behind its number: 二、 or （二）.
  fileprivate var endOfNumbering: Int {
    let numerals = folded.prefix { "一二三四五六七八九十()0123456789".unicodeScalars.contains($0) }.count
    return numerals < folded.count && ["、", "."].contains(folded[numerals]) ? numerals + 1 : 0
  }

  /// A year with a digit too few or too many: 202年度.
  fileprivate var brokenYear: Range<Int>? {
    guard kind != .row else { return nil }
    return folded.indices.lazy.compactMap { end -> Range<Int>? in
      guard self.folded[end] == "年", end + 1 < self.folded.count, self.folded[end + 1] == "度" else { return nil }
      var start = end
      while start > 0, self.folded[start - 1].isDigit { start -= 1 }
      guard [3, 5].contains(end - start), self.folded[start] == "2", self.folded[start + 1] == "0" else { return nil }
      return start..<end + 2
    }.first
  }

  /// The year at whose end the explanation says there were vehicles and other assets: 截至2024年12月31日，…车辆….
  ///
  /// Nil where it is the year given, be it beside another.
  fileprivate func yearOfAssets(_ words: ReadinessWords, not year: Int) -> YearMention? {
    guard isExplanation, words.assets.occur(in: folded) else { return nil }
    let ends = years.filter { mention in
      let start = mention.range.lowerBound
      guard holds("截至", at: start - 2) || holds("截止", at: start - 2) || holds("截止到", at: start - 3),
        let length = words.untilDays.length(in: folded, at: mention.range.upperBound)
      else { return false }
      let rest = folded[(mention.range.upperBound + length)...].prefix(40).prefix { $0 != "。" && $0 != ";" }
      return words.assets.occur(in: Array(rest))
    }
    return ends.contains { $0.year == year } ? nil : ends.first
  }

  /// Whether it heads a section that tells of the year of the accounts, whatever it calls it.
  fileprivate func isAgedHeading(_ words: ReadinessWords) -> Bool {
    headingLevel != nil && words.agedHeadings.end(folded) && !words.agedOnPurpose.occur(in: folded)
  }
}

/// The amounts that the tables print, to tell a sentence on this year from one on last year.
private struct PrintedAmounts {
  private let texts: Set<[Unicode.Scalar]>

  init(_ tables: TableSet) {
    texts = Set(
      tables.tables.flatMap(\.figures).compactMap { figure in
        guard case .number(let count, _) = figure.figure.content, count != 0 else { return nil }
        return Self.plain(figure.figure.text.unicodeScalars)
      })
  }

  /// Whether the first number of a sentence is one of the amounts.
  func firstIn(_ line: ReadableLine, after start: Int) -> Bool {
    let sentence = line.folded[start...].prefix(60).prefix { $0 != "。" && $0 != ";" }
    guard let first = sentence.firstIndex(where: \.isDigit) else { return false }
    let number = sentence[first...].prefix { $0.isDigit || $0 == "." || $0 == "," }
    return texts.contains(Self.plain(number))
  }

  /// The digits without thousands separators and without zeros at the end of the decimals.
  private static func plain(_ text: some Collection<Unicode.Scalar>) -> [Unicode.Scalar] {
    var digits = text.filter { $0.isDigit || $0 == "." }
    if digits.contains(".") {
      while digits.last == "0" { digits.removeLast() }
      if digits.last == "." { digits.removeLast() }
    }
    return Array(digits)
  }
}
