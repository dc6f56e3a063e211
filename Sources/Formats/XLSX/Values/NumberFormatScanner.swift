/// One pass over the spelling of a number format.
struct NumberFormatScanner {
  /// What one section, of those between semicolons, says.
  struct Section {
    var kind = NumberFormat.Kind.number
    var shift = 0
    var decimals: Int?
    /// Whether it shows a number at all, rather than fixed text.
    var isNumeric = false
  }

  private enum Token {
    case digit
    case point
    /// A point that is only text, as in 0!.0000.
    case literalPoint
    case comma
    case percent
    case dateLetter
    case eraLetter
    case text
    case general
    case exponent
  }

  private let scalars: [Unicode.Scalar]
  private var offset = 0

  init(_ code: String) {
    scalars = Array(code.unicodeScalars)
  }

  mutating func sections() -> [Section] {
    var sections: [Section] = []
    repeat {
      sections.append(Self.section(of: readTokens()))
    } while offset < scalars.count
    return sections
  }

  /// Reads a section and the semicolon behind it.
  private mutating func readTokens() -> [Token] {
    var tokens: [Token] = []
    while offset < scalars.count {
      let scalar = scalars[offset]
      offset += 1
      switch scalar {
      case ";": return tokens
      case "\"":
        let text = take { $0 != "\"" }
        offset += 1
        if text == "." { tokens.append(.literalPoint) }
      case "\\", "!":
        if offset < scalars.count, scalars[offset] == "." { tokens.append(.literalPoint) }
        offset += 1
      // The width of a character, or a character to fill up with.
      case "_", "*": offset += 1
      case "[":
        let content = take { $0 != "]" }
        offset += 1
        // Hours, minutes or seconds that go on beyond a day, an hour or a minute.
        if ["h", "hh", "m", "mm", "s", "ss"].contains(content.lowercased()) { tokens.append(.dateLetter) }
      case "0", "#", "?": tokens.append(.digit)
      case ".": tokens.append(.point)
      case ",": tokens.append(.comma)
      case "%": tokens.append(.percent)
      case "@": tokens.append(.text)
      case "G", "g", "A", "a", "E", "e", "B", "b": tokens.append(readWord(scalar))
      case "Y", "y", "M", "m", "D", "d", "H", "h", "S", "s": tokens.append(.dateLetter)
      default: continue
      }
    }
    return tokens
  }

  /// A letter that means a year or a weekday in some formats, and begins a word or an exponent in others.
  private mutating func readWord(_ letter: Unicode.Scalar) -> Token {
    if skip("eneral") || skip("/通用格式") { return .general }
    if skip("M/PM") || skip("/P") { return .dateLetter }
    if letter == "E" || letter == "e", skip("+") || skip("-") { return .exponent }
    return .eraLetter
  }

  private mutating func skip(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[offset...].prefix(wanted.count).elementsEqual(wanted) else { return false }
    offset += wanted.count
    return true
  }

  private mutating func take(while isWanted: (Unicode.Scalar) -> Bool) -> String {
    let taken = scalars[offset...].prefix(while: isWanted)
    offset += taken.count
    return taken.map(String.init).joined()
  }

  private static func section(of tokens: [Token]) -> Section {
    var section = Section()
    let digits = tokens.filter { $0 == .digit }.count
    section.isNumeric = digits > 0 || tokens.contains(.general)
    // A lone e or a is a year or a weekday only where no digits are shown.
    if tokens.contains(.dateLetter) || tokens.contains(.eraLetter) && digits == 0 {
      return Section(kind: .date, isNumeric: true)
    }
    if tokens.contains(.text), !section.isNumeric { return Section(kind: .text) }
    if tokens.contains(.general) { return section }

    let point = tokens.firstIndex(of: .point) ?? tokens.firstIndex(of: .literalPoint)
    let isLiteral = !tokens.contains(.point)
    let mantissa = tokens.prefix { $0 != .exponent }
    let decimals = point.map { point in mantissa.dropFirst(point + 1).filter { $0 == .digit }.count } ?? 0
    let percents = tokens.filter { $0 == .percent }.count
    section.decimals = decimals
    section.kind = percents > 0 ? .percent : .number
    section.shift = 3 * scalingCommas(in: tokens) + (isLiteral ? decimals : 0)
    return section
  }

  /// Commas right behind the last digit before the point, or behind the last of all: each leaves out three digits.
  private static func scalingCommas(in tokens: [Token]) -> Int {
    var count = 0
    for (index, token) in tokens.enumerated() where token == .comma {
      let before = tokens[..<index].last { $0 != .comma }
      let after = tokens[(index + 1)...].first { $0 != .comma }
      if before == .digit, after != .digit { count += 1 }
    }
    return count
  }
}
