import Formats
import Testing

@Suite struct JSONTextTests {
  private func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws -> JSONNode {
    try JSONText.parse(Array(text.utf8), limits: limits)
  }

  private func error(_ text: String, limits: JSONLimits = JSONLimits()) -> JSONTextError? {
    do throws(JSONTextError) {
      _ = try JSONText.parse(Array(text.utf8), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func valuesOfAllKinds() throws {
    let node = try parse(#" {"空":null,"真":true,"假":false,"数":-1.50,"文":"a","列":[1,[]],"对":{}} "#)
    #expect(node.members?.map(\.key) == ["空", "真", "假", "数", "文", "列", "对"])
    guard case .null? = node[key: "空"]?.kind else {
      Issue.record("null")
      return
    }
    guard case .bool(true)? = node[key: "真"]?.kind else {
      Issue.record("true")
      return
    }
    guard case .bool(false)? = node[key: "假"]?.kind else {
      Issue.record("false")
      return
    }
    #expect(node[key: "数"]?.spelling == "-1.50")
    #expect(node[key: "文"]?.text == "a")
    #expect(node[key: "列"]?.elements?.count == 2)
    #expect(node[key: "列"]?.elements?.last?.elements?.isEmpty == true)
    #expect(node[key: "对"]?.members?.isEmpty == true)
    #expect(node[key: "无"] == nil)
    #expect(node.text == nil && node.elements == nil && node.spelling == nil)
    #expect(node[key: "文"]?[key: "x"] == nil)
  }

  @Test func valuesKnowTheirPlaces() throws {
    let node = try parse("\u{FEFF}{\r\n  \"中文\": \"值\", \"b\": [1,\r  2,\n\t{}]\n}")
    #expect([node.line, node.column] == [1, 1])
    #expect([node.members?[0].line, node.members?[0].column] == [2, 3])
    // Columns count characters: 中 and 文 are one column each.
    #expect([node[key: "中文"]?.line, node[key: "中文"]?.column] == [2, 9])
    #expect([node.members?[1].line, node.members?[1].column] == [2, 14])
    let elements = try #require(node[key: "b"]?.elements)
    #expect(elements.map(\.line) == [2, 3, 4])
    #expect(elements.map(\.column) == [20, 3, 2])
    #expect([node[key: "b"]?.line, node[key: "b"]?.column] == [2, 19])
  }

  @Test(arguments: ["0.10", "1e400", "-0", "0", "1E+05", "1e-7", "123456789012345678901234567890.00", "-0.0e0"])
  func numbersKeepTheirSpelling(spelling: String) throws {
    #expect(try parse(spelling).spelling == spelling)
    #expect(try parse("[\(spelling) ]").elements?.first?.spelling == spelling)
  }

  @Test(arguments: [
    "01", "-01", "+1", ".5", "1.e5", "1.5.2", "0x10", "1_000", "-a", "1e+x", "--1", "1a", "-Infinity", "1.-2",
  ])
  func otherSpellingsAreNoNumbers(spelling: String) {
    #expect(error("[\(spelling)]") == JSONTextError(line: 1, column: 2, kind: .malformedNumber(spelling)))
    #expect(error("\n\(spelling) ") == JSONTextError(line: 2, column: 1, kind: .malformedNumber(spelling)))
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u4e2d\u6587""#, "中文"), (#""x\uD840\uDC00y""#, "x𠀀y"),
    (#""\u0000""#, "\u{0}"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"), (#""""#, ""), (#""\ud83d\uDE00""#, "😀"),
  ])
  func stringsAreUnescaped(json: String, expected: String) throws {
    #expect(try parse(json).text == expected)
  }

  @Test(arguments: [
    (#"["\uD800"]"#, #"\uD800"#), (#"["\uDC00\uD800"]"#, #"\uDC00"#), (#"["\uD800\u0041"]"#, #"\uD800"#),
    (#"["\uD800x"]"#, #"\uD800"#), (#"["\uD800\n"]"#, #"\uD800"#), (#"["\uD800\uD800"]"#, #"\uD800"#),
  ])
  func loneSurrogatesAreRefused(json: String, escape: String) {
    #expect(error(json) == JSONTextError(line: 1, column: 3, kind: .loneSurrogate(escape)))
  }

  @Test func unknownEscapesAreRefused() {
    #expect(error(#""中\x""#) == JSONTextError(line: 1, column: 3, kind: .unknownEscape(#"\x"#)))
    #expect(error(#""\中""#) == JSONTextError(line: 1, column: 2, kind: .unknownEscape(#"\中"#)))
    #expect(error(#""\u12g4""#) == JSONTextError(line: 1, column: 2, kind: .unknownEscape(#"\u12g"#)))
    #expect(error("\"\\\n\"")?.message.contains("控制字符 0x0A") == true)
  }

  @Test func controlCharactersInStringsAreRefused() {
    #expect(error("[\n\"a\tb\"]") == JSONTextError(line: 2, column: 3, kind: .controlCharacter(0x09)))
    #expect(error("\"a\nb\"") == JSONTextError(line: 1, column: 3, kind: .controlCharacter(0x0A)))
    #expect(error("\"\u{0}\"") == JSONTextError(line: 1, column: 2, kind: .controlCharacter(0)))
  }

  @Test func duplicateKeysAreRefused() {
    #expect(
      error("{\"a\":1,\n\"b\":{\"a\":2},\n\"\\u0061\":3}")
        == JSONTextError(line: 3, column: 1, kind: .duplicateKey("a", firstLine: 1)))
    // Beyond a few members keys are found by hash rather than in turn.
    for repeated in [0, 6, 7, 8, 9, 98] {
      let members = (0..<100).map { "\"k\($0 == 99 ? repeated : $0)\":0" }
      #expect(
        error("{" + members.joined(separator: ",\n") + "}")
          == JSONTextError(line: 100, column: 1, kind: .duplicateKey("k\(repeated)", firstLine: repeated + 1)))
    }
  }

  @Test(
    arguments: [
      ("", 1, 1, .value), (" \n ", 2, 2, .value), ("[", 1, 2, .value), ("[1", 1, 3, .commaOrBracket),
      ("[1,", 1, 4, .value), ("{", 1, 2, .key), ("{\"a", 1, 4, .closingQuote), ("{\"a\"", 1, 5, .colon),
      ("{\"a\":", 1, 6, .value), ("{\"a\":1", 1, 7, .commaOrBrace), ("{\"a\":1,\n", 2, 1, .key),
      ("\"", 1, 2, .closingQuote),
      ("\"\\", 1, 3, .escape), ("\"\\u00", 1, 6, .escape), ("\"\\uD800", 1, 8, .escape), ("\"\\uD800\\", 1, 9, .escape),
      ("\"\\uD800\\uDC", 1, 12, .escape), ("-", 1, 2, .digit), ("1.", 1, 3, .digit), ("1e", 1, 3, .digit),
      ("1e-", 1, 4, .digit), ("tru", 1, 4, .literal), ("[[n", 1, 4, .literal), ("\u{FEFF}", 1, 1, .value),
    ] as [(String, Int, Int, JSONTextError.Expectation)])
  func truncatedTextEndsTooEarly(text: String, line: Int, column: Int, expected: JSONTextError.Expectation) {
    let error = error(text)
    #expect(error == JSONTextError(line: line, column: column, kind: .endsTooEarly(expected: expected)))
    #expect(error?.message.hasPrefix("第 \(line) 行第 \(column) 个字符：文本到此就结束了") == true)
  }

  @Test func everyTruncationOfASoundTextIsAnError() throws {
    let text = Array(#"{"a":[1.5e3,"x\n\uD840\uDC00中",true,null],"b":{"c":false}}"#.utf8)
    _ = try JSONText.parse(text)
    for length in 0..<text.count {
      #expect(throws: JSONTextError.self) { try JSONText.parse(Array(text[..<length])) }
    }
  }

  @Test(
    arguments: [
      ("[1,]", 4, .trailingComma), ("{\"a\":1, }", 9, .trailingComma), ("[1] 2", 5, .trailingText(found: "2")),
      ("[,1]", 2, .unexpected(found: ",", expected: .value)),
      ("[1 2]", 4, .unexpected(found: "2", expected: .commaOrBracket)),
      ("[1}", 3, .unexpected(found: "}", expected: .commaOrBracket)),
      ("{\"a\":1]", 7, .unexpected(found: "]", expected: .commaOrBrace)),
      ("{\"a\" 1}", 6, .unexpected(found: "1", expected: .colon)),
      ("{a:1}", 2, .unexpected(found: "a", expected: .key)),
      ("{\"a\":}", 6, .unexpected(found: "}", expected: .value)), ("]", 1, .unexpected(found: "]", expected: .value)),
      ("[//x\n1]", 2, .unexpected(found: "/", expected: .value)),
      ("['a']", 2, .unexpected(found: "'", expected: .value)),
      ("[“a”]", 2, .unexpected(found: "“", expected: .value)),
      ("{\"a\"：1}", 5, .unexpected(found: "：", expected: .colon)),
      ("[NaN]", 2, .unknownWord("NaN")), ("[True]", 2, .unknownWord("True")), ("nulls", 1, .unknownWord("nulls")),
      ("[\u{A0}1]", 2, .unexpected(found: "\u{A0}", expected: .value)),
      ("{,}", 2, .unexpected(found: ",", expected: .key)),
    ] as [(String, Int, JSONTextError.Kind)])
  func whatIsNotJSONIsRefused(text: String, column: Int, kind: JSONTextError.Kind) {
    #expect(error(text) == JSONTextError(line: 1, column: column, kind: kind))
  }

  @Test func limitsAreHeld() {
    #expect(error("[[[]]]", limits: JSONLimits(depth: 3)) == nil)
    #expect(
      error("[[{\"a\":[]}]]", limits: JSONLimits(depth: 3))
        == JSONTextError(line: 1, column: 8, kind: .tooDeep(limit: 3)))
    #expect(error("[\"中a\",1234]", limits: JSONLimits(stringBytes: 4)) == nil)
    #expect(
      error("[\n\"中文\"]", limits: JSONLimits(stringBytes: 4))
        == JSONTextError(line: 2, column: 1, kind: .tooLong(limit: 4)))
    #expect(
      error("[\"a\\n\\n\\n\\n\"]", limits: JSONLimits(stringBytes: 4))
        == JSONTextError(line: 1, column: 2, kind: .tooLong(limit: 4)))
    #expect(
      error("{\"abcde\":1}", limits: JSONLimits(stringBytes: 4))
        == JSONTextError(line: 1, column: 2, kind: .tooLong(limit: 4)))
    #expect(
      error("12345", limits: JSONLimits(stringBytes: 4))
        == JSONTextError(line: 1, column: 1, kind: .tooLong(limit: 4)))
    #expect(error("[1,2]", limits: JSONLimits(values: 3)) == nil)
    #expect(
      error("[1,2,3]", limits: JSONLimits(values: 3))
        == JSONTextError(line: 1, column: 6, kind: .tooManyValues(limit: 3)))
    #expect(JSONLimits(depth: .max).depth == 512)
  }

  @Test func bytesThatAreNotUTF8AreLocated() {
    #expect(throws: JSONTextError(line: 2, column: 3, kind: .undecodableByte(0xFF))) {
      try JSONText.parse([0x5B, 0x0A, 0x22, 0x61, 0xFF, 0x22, 0x5D])
    }
  }

  @Test func messagesShowOnlyTheBeginningOfLongText() {
    let key = String(repeating: "长", count: 1000)
    let message = error("{\"\(key)\":1,\"\(key)\":2}")?.message ?? ""
    #expect(message.contains("长长长…"))
    #expect(message.count < 120)
  }
}
