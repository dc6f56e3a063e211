import Formats
import Testing

@Suite struct CSVDocumentTests {
  private func parse(
    _ text: String, limits: CSVLimits = CSVLimits()
  ) -> (records: [CSVRecord], problems: [CSVProblem]) {
    CSVDocument.parse(Array(text.utf8), limits: limits)
  }

  /// Expected values were taken from Python's csv module.
  @Test(
    arguments: [
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("\"a\"\"b\",\"c,d\",\"e\r\nf\"\r\nx,y,z", [["a\"b", "c,d", "e\r\nf"], ["x", "y", "z"]]),
      ("a\rb\n\"1\n2\r3\",z\n", [["a"], ["b"], ["1\n2\r3", "z"]]),
      ("\"\",x\n", [["", "x"]]),
      ("a,b,", [["a", "b", ""]]),
      ("\"a\"\n\"b\"", [["a"], ["b"]]),
      ("\"\"\"\",\"\"\"\"\"\"\n", [["\"", "\"\""]]),
      ("一,\"二\n三\",四\n", [["一", "二\n三", "四"]]),
      (" a , b \n", [[" a ", " b "]]),
    ] as [(String, [[String]])])
  func soundText(text: String, expected: [[String]]) {
    let (records, problems) = parse(text)
    #expect(records.map(\.fields) == expected)
    #expect(problems.isEmpty)
  }

  @Test func emptyRecordsAreLeftOutButTheirLinesCount() {
    let (records, problems) = parse("\r\n\n,,,\r\"\",\"\"\r\na,\r\n\r\n,b")
    #expect(records == [CSVRecord(line: 5, fields: ["a", ""]), CSVRecord(line: 7, fields: ["", "b"])])
    #expect(problems.isEmpty)
    #expect(parse("").records.isEmpty)
  }

  @Test func byteOrderMarkIsPassedOver() {
    #expect(parse("\u{FEFF}\"a\",b").records == [CSVRecord(line: 1, fields: ["a", "b"])])
    #expect(parse("\u{FEFF}").records.isEmpty)
  }

  @Test func linesAreCountedThroughEmbeddedLineEnds() {
    let (records, _) = parse("a\r\n\"1\r\n2\r3\n4\",x\r\nb\rc\nd")
    #expect(records.map(\.line) == [1, 2, 6, 7, 8])
  }

  @Test func unclosedQuoteEndsTheReadingWhereItOpened() {
    let (records, problems) = parse("a,b\n\"c\nd\",\"e\nf,g\nh")
    #expect(records == [CSVRecord(line: 1, fields: ["a", "b"])])
    #expect(problems == [CSVProblem(line: 3, kind: .unclosedQuote(field: 2))])
    #expect(parse("\"").problems == [CSVProblem(line: 1, kind: .unclosedQuote(field: 1))])
    #expect(parse("x\n\"a\"\"").problems == [CSVProblem(line: 2, kind: .unclosedQuote(field: 1))])
  }

  @Test func textAfterClosingQuoteIsKeptAndReported() {
    // Python's csv module gives the same values.
    let (records, problems) = parse("x\n\"a\nb\"c\"d,e\n\"f\" ,g\n")
    #expect(records.map(\.fields) == [["x"], ["a\nbc\"d", "e"], ["f ", "g"]])
    #expect(
      problems == [
        CSVProblem(line: 3, kind: .textAfterClosingQuote(field: 1)),
        CSVProblem(line: 4, kind: .textAfterClosingQuote(field: 1)),
      ])
  }

  @Test func bareQuoteIsKeptAndReportedOncePerField() {
    let (records, problems) = parse("a,b\"\"c\"\n \"d\",e")
    #expect(records.map(\.fields) == [["a", "b\"\"c\""], [" \"d\"", "e"]])
    #expect(
      problems == [
        CSVProblem(line: 1, kind: .bareQuote(field: 2)), CSVProblem(line: 2, kind: .bareQuote(field: 1)),
      ])
  }

  @Test func fieldTooLongIsReportedAndNotKept() {
    let (records, problems) = parse(
      "abcd,x\nabcde,y\n\"a\"\"bc\",z\n\"\n\"\"abc\"\n中a,\"中文\"", limits: CSVLimits(fieldBytes: 4))
    #expect(records.map(\.fields) == [["abcd", "x"], ["", "y"], ["a\"bc", "z"], [""], ["中a", ""]])
    #expect(
      problems == [
        CSVProblem(line: 2, kind: .fieldTooLong(field: 1, bytes: 5, limit: 4)),
        CSVProblem(line: 4, kind: .fieldTooLong(field: 1, bytes: 5, limit: 4)),
        CSVProblem(line: 6, kind: .fieldTooLong(field: 2, bytes: 6, limit: 4)),
      ])
  }

  @Test func fieldsBeyondTheLimitAreDroppedAndReportedOnce() {
    let (records, problems) = parse("a,b,c\nd,\"e\ne\",\"f\",g,h\n,,i\n", limits: CSVLimits(fields: 2))
    #expect(records.map(\.fields) == [["a", "b"], ["d", "e\ne"], ["", ""]])
    #expect(problems.map(\.line) == [1, 3, 4])
    #expect(problems.allSatisfy { $0.kind == .tooManyFields(limit: 2) })
  }

  @Test func recordsBeyondTheLimitAreNotRead() {
    let (records, problems) = parse("a\n\nb\n\nc\nd", limits: CSVLimits(records: 2))
    #expect(records.map(\.line) == [1, 3])
    #expect(problems == [CSVProblem(line: 5, kind: .tooManyRecords(limit: 2))])
    #expect(parse("a\nb\n\n", limits: CSVLimits(records: 2)).problems.isEmpty)
  }

  @Test func problemsBeyondTheLimitAreSummedUp() {
    let (records, problems) = parse("a\"\nb\"\nc\"\nd\"\n", limits: CSVLimits(problems: 2))
    #expect(records.count == 4)
    #expect(
      problems == [
        CSVProblem(line: 1, kind: .bareQuote(field: 1)), CSVProblem(line: 2, kind: .bareQuote(field: 1)),
        CSVProblem(line: 3, kind: .furtherProblemsOmitted(limit: 2)),
      ])
  }

  @Test func allProblemsAreCollected() {
    let (_, problems) = parse("a\"\n\"b\"c\nd,e,f\nggggg\n\"h", limits: CSVLimits(fieldBytes: 4, fields: 2))
    #expect(
      problems == [
        CSVProblem(line: 1, kind: .bareQuote(field: 1)),
        CSVProblem(line: 2, kind: .textAfterClosingQuote(field: 1)),
        CSVProblem(line: 3, kind: .tooManyFields(limit: 2)),
        CSVProblem(line: 4, kind: .fieldTooLong(field: 1, bytes: 5, limit: 4)),
        CSVProblem(line: 5, kind: .unclosedQuote(field: 1)),
      ])
    #expect(problems.map(\.message).allSatisfy { $0.contains("请") && $0.contains("应") })
    #expect(problems[4].message.hasPrefix("第 5 行第 1 列：英文双引号在此开始"))
  }

  @Test func extremeLimitsAreHeld() {
    let none = parse("a,b", limits: CSVLimits(fieldBytes: -1, fields: -1, records: -1, problems: -1))
    #expect(none.records.isEmpty)
    #expect(none.problems == [CSVProblem(line: 1, kind: .furtherProblemsOmitted(limit: 0))])
    let all = parse("a,b", limits: CSVLimits(fieldBytes: .max, fields: .max, records: .max, problems: .max))
    #expect(all.records.map(\.fields) == [["a", "b"]])
  }
}
