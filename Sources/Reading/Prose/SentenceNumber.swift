import Accounts

/// A number in a sentence, with its unit.
struct SentenceNumber {
  /// From its first digit or sign to behind its unit.
  let range: Range<Int>
  /// The digits as printed, without the unit.
  let digits: String
  /// The unit behind it; nil when there is none that is known.
  let unit: String?

  /// The number as it is listed.
  var text: String { digits + (unit ?? "") }
}

extension ProseWords {
  /// The numbers of a paragraph, dates, ordinals and the numbers of lists left out. Linear in the text.
  func numbers(in text: [Unicode.Scalar]) -> [SentenceNumber] {
    func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && ("0"..."9").contains(text[index]) }
    func begins(_ words: [Unicode.Scalar], at index: Int) -> Bool {
      index + words.count <= text.count && text[index..<index + words.count].elementsEqual(words)
    }
    var numbers: [SentenceNumber] = []
    var index = 0
    while index < text.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      var start = index
      while isDigit(index) { index += 1 }
      while index < text.count, text[index] == ",", isDigit(index + 1),
        isDigit(index + 2), isDigit(index + 3), !isDigit(index + 4)
      { index += 4 }
      if index < text.count, text[index] == ".", isDigit(index + 1) {
        index += 1
        while isDigit(index) { index += 1 }
      }
      if start > 0, text[start - 1] == "-" || text[start - 1] == "\u{2212}", start < 2 || !isDigit(start - 2) {
        start -= 1
      }
      let end = index
      let before = start > 0 ? text[start - 1] : nil
      let isPartOfName = before.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
      let isListNumber =
        end < text.count
        && (start == 0 && ["、", ".", ")"].contains(text[end]) || before == "(" && text[end] == ")" && end - start <= 2)
      let isOrdinal = skippedLeads.contains { lead in start >= lead.count && begins(lead, at: start - lead.count) }
      let isDate = skippedUnits.contains { begins($0, at: end) }
      if isPartOfName || isListNumber || isOrdinal || isDate { continue }
      let unit = unitWords.first { begins($0.scalars, at: end) }
      index = end + (unit?.scalars.count ?? 0)
      numbers.append(
        SentenceNumber(
          range: start..<index, digits: Self.string(text[start..<end]),
          unit: unit?.text))
    }
    return numbers
  }

  /// The text of a few characters; much faster than by way of a view of scalars.
  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count + 2)
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
