/// A number as it was recognised (识别出的数), in the one way in which two readings of it can be compared: a sign, digits, and
/// a point before the last two.
///
/// Points and commas are the smallest letters, and are taken for each other: the last mark before two final digits is the
/// point, and all others only group.
struct RecognisedFigure: Sendable, Equatable {
  /// `-1234.56`, `2010301`.
  let text: String

  /// Whether it has decimals.
  var hasDecimals: Bool { text.utf8.contains(UInt8(ascii: ".")) }

  /// What stands behind it where it is a share.
  let isPercentage: Bool

  /// The number that letters spell; nil where they spell none.
  init?(_ letters: String) {
    var scalars = letters.unicodeScalars.map(Self.folded)[...]
    isPercentage = scalars.last == "%"
    if isPercentage { scalars.removeLast() }
    let isNegative = scalars.first == "-"
    if isNegative { scalars.removeFirst() }
    // What stands before or behind all digits is dirt or belongs to the sentence.
    while scalars.last == "," || scalars.last == "-" { scalars.removeLast() }
    guard let first = scalars.first, ("0"..."9").contains(first), scalars.count <= 24 else { return nil }
    let groups = scalars.split(separator: ",", omittingEmptySubsequences: true)
    guard groups.joined().allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    var digits = String.UnicodeScalarView()
    for scalar in groups.joined() { digits.append(scalar) }
    let whole = String(digits)
    if groups.count > 1, groups[groups.count - 1].count == 2 {
      text = (isNegative ? "-" : "") + whole.dropLast(2) + "." + whole.suffix(2)
    } else {
      // Without a point the marks must be those of thousands.
      guard groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
      text = (isNegative ? "-" : "") + whole
    }
  }

  /// Letters that look alike as one: all marks as a comma.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case ".", ",", "，", "。", "、", "·", "．", "'", "’", "‘", "`", ":", ";", "：", "；", "﹒", "•": ","
    case "-", "−", "－", "–", "—", "‐", "‑": "-"
    case "%", "％": "%"
    case "０"..."９": Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? scalar
    default: scalar
    }
  }
}
