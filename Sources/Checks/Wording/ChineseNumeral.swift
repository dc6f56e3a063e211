extension Unicode.Scalar {
  /// What a Chinese numeral says by itself, 十 aside; nil for any other character.
  var chineseDigit: Int? {
    switch self {
    case "〇", "零", "○", "O": 0
    case "两": 2
    default: Array("一二三四五六七八九".unicodeScalars).firstIndex(of: self).map { $0 + 1 }
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// The number below 100 that Chinese numerals say: 八, 十二, 三十; nil where they say none.
  var chineseNumber: Int? {
    guard let ten = firstIndex(of: "十") else { return count == 1 ? first?.chineseDigit : nil }
    let (tens, ones) = (self[..<ten], self[(ten + 1)...])
    guard tens.count < 2, ones.count < 2, !ones.contains("十") else { return nil }
    return (tens.first?.chineseDigit ?? 1) * 10 + (ones.first?.chineseDigit ?? 0)
  }
}
