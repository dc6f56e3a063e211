import Formats
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  @Test func objectsAndArraysAreIndented() {
    let value = JSONOutput.object([
      ("z", .integer(-1)), ("a", .array([.null, .bool(true), .string("中")])), ("空", .array([])), ("e", .object([])),
    ])
    #expect(
      JSONWriter.text(of: value) == """
        {
          "z": -1,
          "a": [
            null,
            true,
            "中"
          ],
          "空": [],
          "e": {}
        }

        """)
  }

  @Test func inlineValuesStayOnTheirLine() {
    let value = JSONOutput.array([
      .inline(.array([.integer(1), .string("a"), .object([("k", .null), ("l", .array([]))])])),
      .inline(.object([])), .inline(.integer(.min)),
    ])
    #expect(
      JSONWriter.text(of: value) == """
        [
          [1, "a", {"k": null, "l": []}],
          {},
          -9223372036854775808
        ]

        """)
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\u{0}\u{1F}\u{8}\u{C}\n\r\t", #""\u0000\u001F\b\f\n\r\t""#), ("\r\n", #""\r\n""#),
    ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("</script>", #""<\/script>""#),
    ("<!--<script>", #""<\u0021--<script>""#),
    ("a/b<c", #""a/b<c""#), ("<</", #""<<\/""#), ("𠀀\u{301}", "\"𠀀\u{301}\""),
  ])
  func stringsAreEscaped(string: String, json: String) {
    #expect(Array(JSONWriter.utf8(of: .string(string))) == Array((json + "\n").utf8))
    #expect(Array(JSONWriter.utf8(of: .inline(.object([(string, .null)])))) == Array("{\(json): null}\n".utf8))
  }

  @Test func randomValuesComeBackAsTheyWere() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let value = randomValue(depth: 4, using: &generator)
      #expect(isSame(try JSONText.parse(JSONWriter.utf8(of: value)), value))
    }
  }

  private func randomValue(depth: Int, using generator: inout SeededGenerator) -> JSONOutput {
    switch Int.random(in: 0...(depth > 0 ? 6 : 3), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &generator))
    case 3: return .string(randomText(using: &generator))
    case 4: return .inline(randomValue(depth: depth - 1, using: &generator))
    case 5:
      let count = Int.random(in: 0...4, using: &generator)
      return .array((0..<count).map { _ in randomValue(depth: depth - 1, using: &generator) })
    default:
      let count = Int.random(in: 0...12, using: &generator)
      return .object(
        (0..<count).map {
          ("\($0)" + randomText(using: &generator), randomValue(depth: depth - 1, using: &generator))
        })
    }
  }

  private func randomText(using generator: inout SeededGenerator) -> String {
    let pieces = ["a", "中", "𠀀", "\"", "\\", "/", "<", "!", "\n", "\u{0}", "\u{2028}", "\u{7F}", "\u{FEFF}"]
    return (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  private func isSame(_ node: JSONNode, _ value: JSONOutput) -> Bool {
    switch (node.kind, value) {
    case (_, .inline(let value)): return isSame(node, value)
    case (.null, .null): return true
    case (.bool(let read), .bool(let written)): return read == written
    case (.number(let read), .integer(let written)): return read == String(written)
    case (.string(let read), .string(let written)): return Array(read.utf8) == Array(written.utf8)
    case (.array(let read), .array(let written)):
      return read.count == written.count && zip(read, written).allSatisfy { isSame($0, $1) }
    case (.object(let read), .object(let written)):
      return read.count == written.count
        && zip(read, written).allSatisfy { Array($0.key.utf8) == Array($1.0.utf8) && isSame($0.value, $1.1) }
    default: return false
    }
  }
}
