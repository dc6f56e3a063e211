/// The reason a text is not JSON, and where.
package struct JSONTextError: Error, Sendable, Equatable {
  /// What should have stood at a place.
  package enum Expectation: Sendable, Equatable {
    /// Any value.
    case value
    /// The key of a member, in quotes.
    case key
    /// The colon behind a key.
    case colon
    /// A comma, or the bracket that ends the array.
    case commaOrBracket
    /// A comma, or the brace that ends the object.
    case commaOrBrace
    /// The quote that ends a string.
    case closingQuote
    /// The rest of an escape that began with a backslash.
    case escape
    /// A further digit of a number.
    case digit
    /// The rest of true, false or null.
    case literal

    /// The name of what was expected, in plain Chinese.
    package var name: String {
      switch self {
      case .value: "一个值"
      case .key: "用英文双引号括起来的键"
      case .colon: "键后面的英文冒号"
      case .commaOrBracket: "英文逗号或结束数组的 ]"
      case .commaOrBrace: "英文逗号或结束对象的 }"
      case .closingQuote: "结束字符串的英文双引号"
      case .escape: "反斜杠后面完整的转义"
      case .digit: "数字的下一位"
      case .literal: "完整的 true、false 或 null"
      }
    }
  }

  /// What an error is about.
  package enum Kind: Sendable, Equatable {
    /// The text ends where something more was needed.
    case endsTooEarly(expected: Expectation)
    /// Another character stands where something was needed.
    case unexpected(found: String, expected: Expectation)
    /// A comma with nothing behind it but the end of the array or object; the place is that of the end.
    case trailingComma
    /// Something more stands behind the value that makes up the text.
    case trailingText(found: String)
    /// A bare word other than true, false and null.
    case unknownWord(String)
    /// Something that begins like a number but is not spelled as JSON spells one.
    case malformedNumber(String)
    /// A backslash with something behind it that JSON does not know.
    case unknownEscape(String)
    /// Half of a surrogate pair without the other half.
    case loneSurrogate(String)
    /// A control character that stands in a string as it is.
    case controlCharacter(UInt8)
    /// A key that the same object already had, and the line it had it on.
    case duplicateKey(String, firstLine: Int)
    /// A string, key or number of too many bytes.
    case tooLong(limit: Int)
    /// Too many arrays and objects one inside another.
    case tooDeep(limit: Int)
    /// Too many values.
    case tooManyValues(limit: Int)
    /// A byte that is not UTF-8.
    case undecodableByte(UInt8)
  }

  /// The line, counted from 1, on which the error stands.
  package let line: Int
  /// The column, counted in characters (Unicode scalars) from 1, at which the error stands.
  package let column: Int
  /// What the error is.
  package let kind: Kind

  /// An error of a kind at a place.
  package init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// What was found, what was expected and what to do, in plain Chinese.
  package var message: String {
    "第 \(line) 行第 \(column) 个字符：" + explanation
  }

  private var explanation: String {
    switch kind {
    case .endsTooEarly(let expected):
      "文本到此就结束了，应有\(expected.name)。文件可能没有写完，请找回完整的文件，或补上缺少的部分。"
    case .unexpected(let found, let expected):
      "此处是\(Self.visible(found))，应是\(expected.name)。请改正此处。"
    case .trailingComma:
      "最后一项后面多了一个逗号，逗号后面应还有一项。请删去这个逗号。"
    case .trailingText(let found):
      "整个值已经结束，后面还有\(Self.visible(found))，应到此为止。请删去后面的内容。"
    case .unknownWord(let word):
      "此处是“\(Self.shortened(word))”，应是 true、false、null 或其他值。如是文字，请用英文双引号括起来；"
        + "JSON 没有 NaN 和 Infinity。"
    case .malformedNumber(let spelling):
      "此处是“\(Self.shortened(spelling))”，不是 JSON 的数字，应如 0、-12、3.50、1e6，前面不带 0 或加号。请改正。"
    case .unknownEscape(let escape):
      "此处的转义\(Self.visible(escape)) 不合 JSON，反斜杠后应是 \" \\ / b f n r t，或 u 加四位十六进制数。"
        + "请改正；要写反斜杠本身，请写两个。"
    case .loneSurrogate(let escape):
      "此处的“\(escape)”只是半个字符，应与另一半成对出现。请补全，或直接写出这个字符。"
    case .controlCharacter(let byte):
      "字符串中有控制字符 0x\(ASCII.hexadecimal(byte))，应写成转义，例如换行写成 \\n。"
        + "请改写，并检查前面是否漏了结束的双引号。"
    case .duplicateKey(let key, let firstLine):
      "键“\(Self.shortened(key))”在同一对象中已于第 \(firstLine) 行出现过，每个键应只出现一次。请删去或改名。"
    case .tooLong(let limit):
      "此处的字符串或数字超过 \(limit) 字节，应不超过此数。请检查是否漏了结束的双引号，或把内容缩短。"
    case .tooDeep(let limit):
      "数组和对象在此嵌套超过 \(limit) 层，应不超过此数。请检查括号，或减少嵌套。"
    case .tooManyValues(let limit):
      "到此处已超过 \(limit) 个值，应不超过此数。请把文件分成几个。"
    case .undecodableByte(let byte):
      "此处的字节 0x\(ASCII.hexadecimal(byte)) 不合 UTF-8，应是 UTF-8 文本。请另存为 UTF-8 编码后再试。"
    }
  }

  /// A few characters in quotation marks; a control character among them is given by its number.
  private static func visible(_ characters: String) -> String {
    let shown = characters.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F
        ? "控制字符 0x\(ASCII.hexadecimal(UInt8(truncatingIfNeeded: scalar.value)))" : String(scalar)
    }
    return "“\(shown.joined())”"
  }

  /// A beginning of the text that fits into a message.
  private static func shortened(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(40)
    return start.endIndex == text.endIndex ? text : String(start) + "…"
  }
}
