import Accounts
import Formats

/// What stands together on one line of a page (一行上连着的文字): one or more words without a gap between them.
struct PagePiece: Sendable, Equatable {
  /// What a piece looks like, which decides how columns and rows are found by it.
  enum Form: Sendable {
    /// An amount with decimals.
    case decimal
    /// Digits with or without thousands separators: a code, a line number, a count.
    case integer
    /// A sign that stands where there is no amount.
    case dash
    case text
  }

  private(set) var text: String
  private(set) var left: Int
  private(set) var right: Int
  let middle: Int
  /// The height of its letters: the width of one ideograph, as far as the piece tells it.
  private(set) var em: Int
  private(set) var form: Form
  /// The letters that tell the height: the more, the better it is known.
  private(set) var weight: Int

  /// Whether its letters are ideographs, so that its ``em`` can be relied on.
  private(set) var isSure: Bool
  /// Where it is seen on the page, however that is turned to be read.
  private(set) var seen: PageBox

  init(_ word: PageWord) {
    (text, seen) = (word.text, word.seen)
    (left, right, middle) = (word.left, word.right, word.middle)
    let survey = LetterSurvey(word.text)
    form = survey.form
    weight = survey.wide * 2 + survey.narrow
    isSure = word.em != nil || survey.isIdeographic
    em = word.em ?? (weight == 0 ? 0 : (word.right - word.left) * 2 / weight)
  }

  var width: Int { right - left }
  /// The middle between its edges.
  var center: Int { (left + right) / 2 }
  var isNumber: Bool { form != .text }
  var isFigure: Bool { form == .decimal || form == .dash }
  /// Whether it is an amount with both its decimals, to which no digit can be added.
  var isWhole: Bool { form == .decimal && text.utf8.suffix(3).first == UInt8(ascii: ".") }

  /// Whether it and what follows are a year (年度), whose number and word belong together.
  func isYear(before next: PagePiece) -> Bool {
    form == .integer && text.utf8.count == 4 && next.text.begins(with: "年") && !next.text.begins(with: "年末")
      && !next.text.begins(with: "年初")
  }

  /// Words of two letters that are often printed with space between them, where either could be a word of its own.
  private static let spreadWords: Set<String> = [
    "项目", "合计", "小计", "总计", "收入", "支出", "科目", "名称", "编码", "金额", "行次", "栏次", "备注", "单位", "类别", "目录",
  ]

  /// Whether it is the first half of a word with space in it, and the next piece the second.
  func isSpread(before next: PagePiece) -> Bool {
    weight == 2 && next.weight == 2 && next.left - right < em * 4 && Self.spreadWords.contains(text + next.text)
  }

  /// Whether another text stands at the same place, so that nobody knows which is seen.
  var isOverlaid = false
  /// Whether it is a number in the middle of a text that was joined, so that the text goes on behind it.
  private(set) var isInText = false
  /// Whether it is the number of an item and nothing else: （一） or 1.
  var isItemNumber: Bool {
    form == .text && TableRegion.isItem(text) && text.unicodeScalars.count < 6
      && text.unicodeScalars.allSatisfy { "一二三四五六七八九十0123456789（）().．、".unicodeScalars.contains($0) }
  }

  /// The whole amount of which this is the first line and another piece the second; nil where they are two.
  func amount(goingOnIn next: PagePiece) -> String? {
    guard isNumber, next.isNumber, !isWhole, next.form != .dash, form != .dash,
      text.utf8.last == UInt8(ascii: ",") || form == .decimal || next.text.utf8.first == UInt8(ascii: ".")
    else { return nil }
    let whole = text + next.text
    let halves = whole.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].utf8.count == 2 else { return nil }
    let groups = halves[0].drop { $0 == "-" }.split(separator: ",", omittingEmptySubsequences: false)
    guard
      groups.count == 1
        || (1...3).contains(groups[0].utf8.count) && groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return whole
  }

  /// How far it overlaps a stretch; negative where there is a gap between them.
  func overlap(_ from: Int, _ to: Int) -> Int { min(right, to) - max(left, from) }

  /// It somewhere else across the page.
  func moved(by distance: Int) -> PagePiece {
    var piece = self
    piece.left += distance
    piece.right += distance
    return piece
  }

  /// It with another text, as far as another piece reaches.
  func reaching(_ other: PagePiece, saying text: String) -> PagePiece {
    var piece = self
    piece.text = text
    piece.left = min(left, other.left)
    piece.right = max(right, other.right)
    piece.seen = seen.joined(with: other.seen)
    return piece
  }

  /// Takes in what follows it on the line.
  mutating func append(_ next: PagePiece, spaced: Bool) {
    text += (spaced ? " " : "") + next.text
    right = max(right, next.right)
    seen = seen.joined(with: next.seen)
    if next.isSure && !isSure || next.isSure == isSure && next.weight > weight { (em, isSure) = (next.em, next.isSure) }
    weight += next.weight
    isInText = form == .text && next.form == .integer
    form = LetterSurvey(text).form
  }
}

/// What the letters of a word are (字的种类).
struct LetterSurvey {
  /// Letters as wide as they are high (East Asian Width W and F), and all others.
  private(set) var wide = 0
  private(set) var narrow = 0
  /// Whether all are ideographs or signs of their width; quotation marks are narrow in some fonts.
  private(set) var isIdeographic = true
  let form: PagePiece.Form

  init(_ text: String) {
    var digits = 0
    var points = 0
    var decimals = 0
    var dashes = 0
    var others = 0
    for scalar in text.unicodeScalars {
      // The sign behind a doubtful number makes it no other thing, nor does what else it may be.
      if scalar == RecognisedPage.doubt { break }
      if Self.isWide(scalar.value) { wide += 1 } else { narrow += 1 }
      if scalar.value < 0x2E80 { isIdeographic = false }
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19:
        digits += 1
        if points > 0 { decimals += 1 }
      case 0x2E, 0xFF0E: points += 1
      case 0x2C, 0xFF0C, 0x25, 0xFF05, 0x20, 0x2B, 0xA5, 0xFFE5: break
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x2F, 0xFF0F, 0x2500, 0x2501, 0x30FC: dashes += 1
      default: others += 1
      }
    }
    if others > 0 || points > 1 || digits > 0 && dashes > 1 {
      form = .text
    } else if digits == 0 {
      form = dashes > 0 && points == 0 ? .dash : .text
    } else {
      form = points == 1 && decimals > 0 ? .decimal : points == 0 ? .integer : .text
    }
  }

  /// Whether a letter takes two columns of a terminal.
  static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    // Quotation marks, dashes, dots and circled numbers are as wide in the fonts of Chinese print.
    case 0x2014...0x2015, 0x2018...0x201D, 0x2026, 0x2460...0x24FF, 0x2500...0x257F: true
    default: false
    }
  }
}
