/// The spellings of automatic numbers (ST_NumberFormat); those not known here are spelled as decimal.
package enum WordNumberFormat: String, Sendable {
  case decimal
  case decimalZero
  case decimalFullWidth
  case decimalEnclosedCircle
  case decimalEnclosedCircleChinese
  case decimalEnclosedParen
  case decimalEnclosedFullstop
  case upperRoman
  case lowerRoman
  case upperLetter
  case lowerLetter
  case chineseCounting
  case chineseCountingThousand
  case chineseLegalSimplified
  case taiwaneseCounting
  case taiwaneseCountingThousand
  case japaneseCounting
  case ideographDigital
  case taiwaneseDigital
  case japaneseDigitalTenThousand
  case ideographLegalTraditional
  case ideographTraditional
  case ideographZodiac
  case ideographEnclosedCircle
  case bullet
  case none

  init(_ name: String) {
    self = name == "decimalFullWidth2" ? .decimalFullWidth : WordNumberFormat(rawValue: name) ?? .decimal
  }

  /// A number, which is not negative, as it is printed.
  package func spelling(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .decimalZero: (number < 10 ? "0" : "") + String(number)
    case .decimalFullWidth: Self.digits(number, "０１２３４５６７８９")
    case .decimalEnclosedCircle, .decimalEnclosedCircleChinese: Self.member(number, from: 0x2460, count: 20)
    case .decimalEnclosedParen: Self.member(number, from: 0x2474, count: 20)
    case .decimalEnclosedFullstop: Self.member(number, from: 0x2488, count: 20)
    // The standard says otherwise, but programs print them in brackets.
    case .ideographEnclosedCircle: Self.member(number, from: 0x3220, count: 10)
    case .upperRoman: Self.roman(number)
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperLetter: Self.letters(number, from: 0x41)
    case .lowerLetter: Self.letters(number, from: 0x61)
    // Up to 99 as they are counted, from 100 digit by digit.
    case .chineseCounting, .taiwaneseCounting:
      number < 100
        ? Self.counted(number, "○一二三四五六七八九", units: ["", "十"])
        : Self.digits(number, "○一二三四五六七八九")
    case .chineseCountingThousand: Self.counted(number, "零一二三四五六七八九", units: ["", "十", "百", "千"])
    case .taiwaneseCountingThousand:
      Self.counted(number, "零一二三四五六七八九", units: ["", "十", "百", "千"], myriad: "萬")
    case .japaneseCounting: Self.countedPlainly(number)
    case .chineseLegalSimplified: Self.counted(number, "零壹贰叁肆伍陆柒捌玖", units: ["", "拾", "佰", "仟"], isFormal: true)
    case .ideographLegalTraditional:
      Self.counted(number, "零壹貳參肆伍陸柒捌玖", units: ["", "拾", "佰", "仟"], myriad: "萬", isFormal: true)
    case .ideographDigital, .japaneseDigitalTenThousand: Self.digits(number, "〇一二三四五六七八九")
    case .taiwaneseDigital: Self.digits(number, "○一二三四五六七八九")
    case .ideographTraditional: Self.member(number, of: "甲乙丙丁戊己庚辛壬癸")
    case .ideographZodiac: Self.member(number, of: "子丑寅卯辰巳午未申酉戌亥")
    case .bullet, .none: ""
    }
  }

  /// The number digit by digit.
  private static func digits(_ number: Int, _ digits: String) -> String {
    let digits = Array(digits.unicodeScalars)
    return String(number).utf8.map { String(digits[Int($0 - ASCII.zero)]) }.joined()
  }

  /// The character of a number in a row of characters, decimal beyond it.
  private static func member(_ number: Int, from first: UInt32, count: Int) -> String {
    guard 1...count ~= number, let scalar = Unicode.Scalar(first + UInt32(number) - 1) else { return String(number) }
    return String(scalar)
  }

  private static func member(_ number: Int, of row: String) -> String {
    let row = Array(row.unicodeScalars)
    return 1...row.count ~= number ? String(row[number - 1]) : String(number)
  }

  /// a to z, then aa to zz, aaa and so on.
  private static func letters(_ number: Int, from first: UInt32) -> String {
    guard number >= 1, let letter = Unicode.Scalar(first + UInt32((number - 1) % 26)) else { return String(number) }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    let values = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    guard number >= 1 else { return String(number) }
    var rest = number
    var text = ""
    for (value, letters) in values {
      text += String(repeating: letters, count: rest / value)
      rest %= value
    }
    return text
  }

  /// The number as it is counted: 十二, 一百零五; formally 壹拾贰.
  private static func counted(
    _ number: Int, _ digits: String, units: [String], myriad: String = "万", isFormal: Bool = false
  ) -> String {
    let characters = Array(digits.unicodeScalars)
    guard number > 0 else { return String(characters[0]) }
    if number >= 10_000 {
      let rest = number % 10_000
      let head = counted(number / 10_000, digits, units: units, isFormal: isFormal) + myriad
      if rest == 0 { return head }
      let tail = counted(rest, digits, units: units, isFormal: true)
      return head + (rest < 1000 ? String(characters[0]) : "") + tail
    }
    var text = ""
    var isZeroPending = false
    var unit = 1000
    for power in [3, 2, 1, 0] {
      let digit = number / unit % 10
      unit /= 10
      if digit == 0 {
        isZeroPending = !text.isEmpty
        continue
      }
      if isZeroPending { text.unicodeScalars.append(characters[0]) }
      isZeroPending = false
      // 10 to 19 begin with 十 itself.
      if isFormal || power != 1 || digit != 1 || !text.isEmpty { text.unicodeScalars.append(characters[digit]) }
      text += power < units.count ? units[power] : ""
    }
    return text
  }

  /// The number without zeros, and without a one before 十, 百 and 千.
  private static func countedPlainly(_ number: Int) -> String {
    guard 1..<10_000 ~= number else { return String(number) }
    let characters = Array("零一二三四五六七八九".unicodeScalars)
    var text = ""
    for (value, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / value % 10
      if digit > 1 || digit == 1 && value == 1 { text.unicodeScalars.append(characters[digit]) }
      if digit > 0 { text += unit }
    }
    return text
  }
}
