import Accounts

/// A number of a text that counts something: an amount, a count or a percentage, with its unit.
struct SentenceNumber {
  /// From its first digit or sign to behind its unit.
  let range: Range<Int>
  /// The digits as printed, without the unit.
  let digits: String
  /// The unit behind it; nil when there is none that is known.
  let unit: String?
  /// Whether it bounds something (50万元以上, 3至5个) and so states no figure.
  let isBound: Bool

  /// The number as it is listed.
  var text: String { digits + (unit ?? "") }
}

extension ProseWords {
  /// The numbers of a paragraph. Linear in the text.
  ///
  /// Years, dates, articles, the numbers of lists, codes, numbers of documents and telephones, and digits within a name
  /// (GB/T 9704, 12315热线) count nothing and are left out.
  func numbers(in text: [Unicode.Scalar]) -> [SentenceNumber] {
    var numbers: [SentenceNumber] = []
    var index = 0
    while index < text.count {
      guard text[index].isASCIIDigit else {
        index += 1
        continue
      }
      let run = DigitRun(in: text, at: index)
      index = run.endOfPlainDate(in: text) ?? run.end
      if index != run.end { continue }
      if isName(run, text) { continue }
      let unit = unitWords.first { text.hasWords($0.scalars, at: run.end) }
      if unit == nil, run.isCode(in: text) { continue }
      let end = run.end + (unit?.scalars.count ?? 0)
      index = end
      numbers.append(
        SentenceNumber(
          range: run.start..<end, digits: Self.string(text[run.start..<run.end]), unit: unit?.text,
          isBound: run.isRange(in: text) || bounds.contains { text.hasWords($0, at: end) }))
    }
    return numbers
  }

  /// Whether digits date, order or name something and count nothing.
  private func isName(_ run: DigitRun, _ text: [Unicode.Scalar]) -> Bool {
    if run.isWithinLetters(in: text) || run.isListNumber(in: text) || run.isPartOfTelephone(in: text)
      || run.isTime(in: text)
    {
      return true
    }
    if skippedLeads.contains(where: { run.start >= $0.count && text.hasWords($0, at: run.start - $0.count) }) {
      return true
    }
    let end = run.endOfJoined(in: text)
    return skippedUnits.contains { text.hasWords($0, at: end) }
  }

  /// The text of a few characters; much faster than by way of a view of scalars.
  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count + 2)
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Digits that stand together, with the marks within them: 5,029.36.
private struct DigitRun {
  let start: Int
  let end: Int
  /// Whether they are digits alone.
  private let isPlain: Bool

  /// The run that begins with the digit at a place.
  init(in text: [Unicode.Scalar], at first: Int) {
    let digits = text.endOfDigits(from: first)
    var end = digits
    while end < text.count, text[end] == ",", text.endOfDigits(from: end + 1) == end + 4 { end += 4 }
    if end < text.count, text[end] == "." {
      let decimals = text.endOfDigits(from: end + 1)
      if decimals > end + 1 { end = decimals }
    }
    isPlain = end == digits
    let hasSign = first > 0 && (text[first - 1] == "-" || text[first - 1] == "\u{2212}")
    start = hasSign && (first < 2 || !text[first - 2].isASCIIDigit) ? first - 1 : first
    self.end = end
  }

  /// Whether a Latin letter stands beside it.
  func isWithinLetters(in text: [Unicode.Scalar]) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      text.indices.contains(index) && text[index].isASCII && text[index].properties.isAlphabetic
    }
    return isLetter(start - 1) || isLetter(end)
  }

  /// Whether it is part of a time of day or of a ratio: 10:24.
  func isTime(in text: [Unicode.Scalar]) -> Bool {
    if end < text.count, text[end] == ":", text.endOfDigits(from: end + 1) > end + 1 { return true }
    return start > 1 && text[start - 1] == ":" && text[start - 2].isASCIIDigit
  }

  /// Whether it numbers what follows: 1、 or 2. where a sentence begins, (3).
  func isListNumber(in text: [Unicode.Scalar]) -> Bool {
    guard isPlain, end < text.count, end - start <= 2 else { return false }
    let before = start > 0 ? text[start - 1] : nil
    if before == "(" { return text[end] == ")" }
    if start == 1, before == "表" { return true }
    let begins = before.map { ["。", ";", ":", "!", "?"].contains($0) } ?? true
    return begins && ["、", ".", ")"].contains(text[end])
  }

  /// Whether it is one half of digits joined by a hyphen that count nothing: 0352-2083811.
  func isPartOfTelephone(in text: [Unicode.Scalar]) -> Bool {
    guard isPlain else { return false }
    if end < text.count, text[end] == "-" { return text.endOfDigits(from: end + 1) - end > 6 }
    return start > 1 && text[start - 1] == "-" && text[start - 2].isASCIIDigit && end - start > 5
  }

  /// Where a date in digits alone ends that begins here (2024.12.31); nil for anything else.
  func endOfPlainDate(in text: [Unicode.Scalar]) -> Int? {
    var position = text.endOfDigits(from: start)
    guard position - start == 4, position < text.count, [".", "-", "/"].contains(text[position]) else { return nil }
    let mark = text[position]
    for _ in 0..<2 {
      guard position < text.count, text[position] == mark else { return nil }
      let next = text.endOfDigits(from: position + 1)
      // The time of day stands right behind where blanks are gone: 2025-09-1010:24.
      let hasTime = next < text.count && text[next] == ":" && next - position == 5
      guard (2...3).contains(next - position) || hasTime else { return nil }
      position = next
    }
    return position
  }

  /// Where the last of several digits ends that are joined to these: 2023-2024年, 1至12月.
  func endOfJoined(in text: [Unicode.Scalar]) -> Int {
    var position = end
    while position < text.count, ["-", "—", "~", "至", "到", "/"].contains(text[position]) {
      let next = text.endOfDigits(from: position + 1)
      guard next > position + 1 else { break }
      position = next
    }
    return position
  }

  /// Whether it is one end of a range (3至5个, 10%-20%).
  func isRange(in text: [Unicode.Scalar]) -> Bool {
    let marks: [Unicode.Scalar] = ["-", "—", "~", "至", "到"]
    func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && text[index].isASCIIDigit }
    var next = end
    while next < text.count, ["%", "万", "元"].contains(text[next]) { next += 1 }
    if next < text.count, marks.contains(text[next]), isDigit(next + 1) { return true }
    guard start > 1, marks.contains(text[start - 1]) else { return false }
    return isDigit(start - 2) || ["%", "元"].contains(text[start - 2])
  }

  /// Whether it is a code or a name where no unit follows: 2080505机关事业单位…, (30101), 12315热线.
  func isCode(in text: [Unicode.Scalar]) -> Bool {
    guard isPlain, text[start].isASCIIDigit else { return false }
    let count = end - start
    let isBracketed = start > 0 && text[start - 1] == "(" && end < text.count && text[end] == ")"
    if isBracketed { return count >= 3 }
    guard end < text.count, "\u{4E00}"..."\u{9FFF}" ~= text[end] else { return false }
    return count >= 5 || count == 3 && ["2", "3"].contains(text[start])
  }
}

extension Unicode.Scalar {
  /// Whether it is a digit of ASCII.
  var isASCIIDigit: Bool { "0"..."9" ~= self }
}

extension [Unicode.Scalar] {
  /// Where the digits end that stand from a place on; the place itself where none stands there.
  func endOfDigits(from index: Int) -> Int {
    var end = index
    while end < count, self[end].isASCIIDigit { end += 1 }
    return end
  }

  /// Whether words stand at a place.
  func hasWords(_ words: [Unicode.Scalar], at index: Int) -> Bool {
    index >= 0 && index + words.count <= count && self[index] == words[0]
      && self[index..<index + words.count].elementsEqual(words)
  }
}
