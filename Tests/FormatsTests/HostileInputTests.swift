import Formats
import TestSupport
import Testing

/// Texts made to exhaust time, memory or the stack; each must end soon, in a value or an error.
@Suite struct HostileInputTests {
  private func bytes(_ text: String, count: Int) -> [UInt8] {
    let unit = Array(text.utf8)
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += unit }
    return bytes
  }

  private func jsonError(_ utf8: [UInt8], limits: JSONLimits = JSONLimits()) -> JSONTextError? {
    do throws(JSONTextError) {
      _ = try JSONText.parse(utf8, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func millionOpeningBrackets() {
    #expect(jsonError(bytes("[", count: 1_000_000)) == JSONTextError(line: 1, column: 65, kind: .tooDeep(limit: 64)))
    #expect(
      jsonError(bytes("{\"a\":", count: 200_000), limits: JSONLimits(depth: .max))
        == JSONTextError(line: 1, column: 2561, kind: .tooDeep(limit: 512)))
  }

  @Test func deepestNestingAllowedIsReadAndLetGo() throws {
    let text = bytes("[", count: 512) + bytes("]", count: 512)
    #expect(try JSONText.parse(text, limits: JSONLimits(depth: 512)).elements?.count == 1)
  }

  @Test func manyValuesOnOneLine() throws {
    let node = try JSONText.parse([0x5B] + bytes("0,", count: 200_000) + [0x30, 0x5D])
    #expect(node.elements?.last?.column == 400_002)
  }

  @Test func manyKeysInOneObject() throws {
    let members = (0..<20_000).map { "\"\($0)\":0" }.joined(separator: ",")
    #expect(try JSONText.parse(Array("{\(members)}".utf8)).members?.count == 20_000)
  }

  @Test func longJSONStringIsRefusedAtItsLimit() {
    let text = [0x22] + [UInt8](repeating: 0x61, count: 3_000_000)
    #expect(jsonError(text) == JSONTextError(line: 1, column: 1, kind: .tooLong(limit: 1_048_576)))
  }

  @Test func longLineOfOneField() {
    let (records, problems) = CSVDocument.parse([UInt8](repeating: 0x61, count: 5_000_000))
    #expect(records.map(\.fields) == [[""]])
    #expect(
      problems == [CSVProblem(line: 1, kind: .fieldTooLong(field: 1, bytes: 5_000_000, limit: 1_048_576))])
  }

  @Test func longLineOfManyFields() {
    let (records, problems) = CSVDocument.parse(bytes("a,", count: 500_000))
    #expect(records.map(\.fields.count) == [1024])
    #expect(problems == [CSVProblem(line: 1, kind: .tooManyFields(limit: 1024))])
  }

  @Test func longQuotedFieldOfDoubledQuotes() {
    let (records, problems) = CSVDocument.parse([0x22] + bytes("\"\"", count: 1_000_000) + [0x22])
    #expect(problems.isEmpty)
    #expect(records.first?.fields.first?.utf8.count == 1_000_000)
  }

  @Test func quoteUnclosedAtTheStart() {
    let (records, problems) = CSVDocument.parse([0x22] + bytes("a,b\n", count: 500_000))
    #expect(records.isEmpty)
    #expect(problems == [CSVProblem(line: 1, kind: .unclosedQuote(field: 1))])
  }

  @Test func quoteInEveryField() {
    let (records, problems) = CSVDocument.parse(bytes("a\"\n", count: 100_000))
    #expect(records.count == 100_000)
    #expect(problems.count == 1001)
    #expect(problems.last == CSVProblem(line: 1001, kind: .furtherProblemsOmitted(limit: 1000)))
  }

  @Test func nothingButZeroBytes() {
    let zeros = [UInt8](repeating: 0, count: 1_000_000)
    #expect(throws: TextEncodingError.nulByte(line: 1, offset: 1)) { try DecodedText.decode([0x61] + zeros.dropLast()) }
    #expect(CSVDocument.parse([0x61] + zeros.prefix(10)).records.count == 1)
    #expect(jsonError(zeros) == JSONTextError(line: 1, column: 1, kind: .unexpected(found: "\0", expected: .value)))
  }

  @Test func randomBytesNeverTrap() {
    var generator = SeededGenerator(seed: 99)
    let shape = Array("\",\r\n[]{}:\\u0dDeE+-.1tn \u{FEFF}中".utf8) + [0xFF, 0x80, 0x00]
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        shape.randomElement(using: &generator) ?? 0
      }
      _ = CSVDocument.parse(bytes, limits: CSVLimits(fieldBytes: 3, fields: 2, records: 2, problems: 2))
      _ = CSVDocument.parse(bytes)
      _ = try? DecodedText.decode(bytes)
      #expect(jsonError(bytes)?.message.isEmpty != true)
    }
  }
}
