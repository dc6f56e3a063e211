import Formats
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  private func written(_ records: [[CSVField]], byteOrderMark: Bool = false) -> String {
    String(decoding: CSVWriter.utf8(of: records, byteOrderMark: byteOrderMark), as: UTF8.self)
  }

  @Test func quotesStandOnlyWhereNeeded() {
    #expect(
      written([
        [.text("科目"), .text("a,b"), .text("说\"明\""), .text(" x ")],
        [.text("1\n2"), .text("3\r\n4"), .text(""), .number("1.50")],
      ]) == "科目,\"a,b\",\"说\"\"明\"\"\", x \r\n\"1\n2\",\"3\r\n4\",,1.50\r\n")
  }

  @Test func byteOrderMarkIsWrittenOnRequest() {
    #expect(CSVWriter.utf8(of: [[.text("中")]], byteOrderMark: true) == [0xEF, 0xBB, 0xBF, 0xE4, 0xB8, 0xAD, 13, 10])
    #expect(CSVWriter.utf8(of: [[.text("中")]]) == [0xE4, 0xB8, 0xAD, 13, 10])
    #expect(CSVWriter().utf8.isEmpty)
  }

  @Test func numbersAreWrittenAsTheyAre() {
    #expect(written([[.number("-12.00"), .number("+1"), .number("1,234")]]) == "-12.00,+1,\"1,234\"\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-", "'-"), ("@a", "'@a"), ("\tx", "'\tx"), ("\rx", "'\rx"),
    ("\r\nx", "'\r\nx"), ("=\u{301}", "'=\u{301}"), ("'=x", "''=x"), ("''-x", "'''-x"),
    ("a=b", "a=b"), ("'a", "'a"), ("'", "'"), ("", ""), ("\nx", "\nx"), (" =x", " =x"),
  ])
  func textIsNeverAFormula(original: String, neutralised: String) {
    #expect(Array(CSVWriter.neutralisedText(of: original).utf8) == Array(neutralised.utf8))
    #expect(Array(CSVWriter.originalText(of: neutralised).utf8) == Array(original.utf8))
  }

  @Test func textOfOthersIsLeftAlone() {
    #expect(CSVWriter.originalText(of: "=1+1") == "=1+1")
    #expect(CSVWriter.originalText(of: "-5") == "-5")
  }

  @Test(arguments: [false, true])
  func randomTablesComeBackAsTheyWere(byteOrderMark: Bool) throws {
    let pieces = [
      "a", "中", "𠀀", ",", "\"", "\r", "\n", "\r\n", "=", "+", "-", "@", "\t", "'", " ", "\u{FEFF}", "e\u{301}",
    ]
    var generator = SeededGenerator(seed: 20_240_601)
    for _ in 0..<300 {
      var table: [[String]] = []
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        let width = Int.random(in: 1...5, using: &generator)
        table.append(
          (0..<width).map { _ in
            let length = Int.random(in: 0...4, using: &generator)
            return (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
          })
      }
      // Each record takes one line and as many more as it has line ends within.
      var line = 1
      var expected: [(line: Int, fields: [[UInt8]])] = []
      for fields in table {
        if !fields.allSatisfy(\.isEmpty) { expected.append((line, fields.map { Array($0.utf8) })) }
        line += 1 + fields.reduce(0) { $0 + lineEnds(in: $1) }
      }

      let bytes = CSVWriter.utf8(of: table.map { $0.map(CSVField.text) }, byteOrderMark: byteOrderMark)
      let (records, problems) = CSVDocument.parse(try DecodedText.decode(bytes).utf8)
      #expect(problems.isEmpty)
      #expect(records.map(\.line) == expected.map(\.line))
      #expect(
        records.map { $0.fields.map { Array(CSVWriter.originalText(of: $0).utf8) } } == expected.map(\.fields))
    }
  }

  private func lineEnds(in text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.count { index in
      scalars[index] == "\r" || (scalars[index] == "\n" && (index == 0 || scalars[index - 1] != "\r"))
    }
  }
}
