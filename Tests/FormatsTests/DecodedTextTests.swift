import Formats
import TestSupport
import Testing

/// Expected bytes and offsets were taken from Python's codecs.
@Suite struct DecodedTextTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    String(decoding: try DecodedText.decode(bytes).utf8, as: UTF8.self)
  }

  private func error(_ bytes: [UInt8]) -> TextEncodingError? {
    do throws(TextEncodingError) {
      _ = try DecodedText.decode(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func emptyFileIsEmptyText() throws {
    #expect(try DecodedText.decode([]) == DecodedText.decode(Array("".utf8)))
    #expect(try DecodedText.decode([]).encoding == .utf8)
  }

  @Test func validUTF8IsTakenAsItIs() throws {
    let bytes: [UInt8] = [0xE4, 0xB8, 0xAD, 0x2C, 0xF0, 0xA0, 0x80, 0x80, 0x0A]
    let decoded = try DecodedText.decode(bytes)
    #expect(decoded.utf8 == bytes)
    #expect(decoded.encoding == .utf8)
  }

  @Test func byteOrderMarkIsRemoved() throws {
    let decoded = try DecodedText.decode([0xEF, 0xBB, 0xBF, 0xE4, 0xB8, 0xAD])
    #expect(decoded.utf8 == [0xE4, 0xB8, 0xAD])
    #expect(decoded.encoding == .utf8BOM)
    #expect(try DecodedText.decode([0xEF, 0xBB, 0xBF]).utf8 == [])
  }

  @Test func tableInGB18030() throws {
    let bytes: [UInt8] = [
      0xBE, 0xF6, 0xCB, 0xE3, 0x2C, 0xD6, 0xA7, 0xB3, 0xF6, 0x0D, 0x0A,
      0xB9, 0xAB, 0xB9, 0xB2, 0x2C, 0x31, 0x2E, 0x35, 0x0A,
    ]
    let decoded = try DecodedText.decode(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "决算,支出\r\n公共,1.5\n")
    #expect(decoded.encoding == .gb18030)
  }

  @Test(
    arguments: [
      ([0x81, 0x39, 0xEE, 0x39], "㐀"), ([0x95, 0x32, 0x82, 0x36], "𠀀"), ([0xA2, 0xE3], "€"),
      ([0xE9, 0x46], "镕"), ([0xA9, 0x96], "〇"),
    ] as [([UInt8], String)])
  func characterOfTwoOrFourBytes(bytes: [UInt8], expected: String) throws {
    #expect(try text(bytes) == expected)
    #expect(try text([0xD6, 0xD0] + bytes + [0xCE, 0xC4]) == "中" + expected + "文")
  }

  @Test func markInGB18030IsRemoved() throws {
    #expect(try DecodedText.decode([0x84, 0x31, 0x95, 0x33, 0xD6, 0xD0]).utf8 == [0xE4, 0xB8, 0xAD])
  }

  @Test func longTextCrossesEveryPieceBoundary() throws {
    // An odd start puts two-byte characters across every even boundary.
    let bytes: [UInt8] = [0x61] + Array(repeatElement([0xD6, 0xD0] as [UInt8], count: 200_000).joined())
    #expect(try text(bytes) == "a" + String(repeating: "中", count: 200_000))
    #expect(
      error(bytes + [0x0A, 0xFF, 0x0A])
        == .undecodableByte(0xFF, line: 2, offset: 400_002, encoding: .gb18030))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x2D, 0x4E], .utf16LittleEndian), ([0xFE, 0xFF, 0x4E, 0x2D], .utf16BigEndian),
      ([0xFF, 0xFE, 0x00, 0x00, 0x2D, 0x4E, 0x00, 0x00], .utf32LittleEndian),
      ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x4E, 0x2D], .utf32BigEndian),
    ] as [([UInt8], ByteOrderMark)])
  func otherUnicodeEncodingsAreNamed(bytes: [UInt8], mark: ByteOrderMark) {
    #expect(error(bytes) == .unsupportedEncoding(mark))
    #expect(error(bytes)?.message.contains("UTF-8") == true)
  }

  @Test func zeroByteIsRefusedWithItsLine() {
    #expect(error([0x61, 0x0D, 0x0A, 0x62, 0x0D, 0x63, 0x0A, 0x00]) == .nulByte(line: 4, offset: 7))
    #expect(error([0xD6, 0xD0, 0x0A, 0x00]) == .nulByte(line: 2, offset: 3))
    #expect(error([0x2D, 0x4E, 0x2C, 0x00]) == .nulByte(line: 1, offset: 3))
  }

  @Test(
    arguments: [
      ([0xD6, 0xD0, 0xFF, 0xCE, 0xC4], 0xFF, 1, 2),
      ([0xD6, 0xD0, 0x0A, 0xCE, 0xC4, 0x0A, 0xD6], 0xD6, 3, 6),
      ([0xD6, 0xD0, 0x0A, 0xCE, 0xC4, 0x81, 0x30, 0x81], 0x81, 2, 5),
      ([0x80, 0x61, 0x62, 0x63], 0x80, 1, 0),
      ([0xD6, 0xD0, 0xD6, 0x20, 0x61], 0xD6, 1, 2),
    ] as [([UInt8], UInt8, Int, Int)])
  func byteOutsideGB18030IsLocated(bytes: [UInt8], byte: UInt8, line: Int, offset: Int) {
    #expect(error(bytes) == .undecodableByte(byte, line: line, offset: offset, encoding: .gb18030))
  }

  @Test func damagedUTF8IsNotReadAsGB18030() {
    // One byte of the last character has become another; as GB18030 the whole would decode to other text.
    let sound = Array(String(repeating: "一般公共预算支出\n", count: 20).utf8)
    let damaged = sound + [0xE4, 0xB8, 0xC4, 0xE3]
    #expect(error(damaged) == .undecodableByte(0xE4, line: 21, offset: sound.count, encoding: .utf8))
  }

  @Test func damagedUTF8WithMarkIsNotReadAsGB18030() {
    #expect(
      error([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xD6, 0xD0])
        == .undecodableByte(0xD6, line: 2, offset: 5, encoding: .utf8BOM))
  }

  @Test func shortDamagedUTF8IsLocatedAsUTF8() {
    // 6 of 7 bytes are UTF-8, and FF is not GB18030 either.
    #expect(
      error([0xE4, 0xB8, 0xAD, 0x0A, 0xE6, 0x96, 0x87, 0xFF])
        == .undecodableByte(0xFF, line: 2, offset: 7, encoding: .utf8))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE4, 0xB8], [0xF0, 0xA0, 0x80],
    ] as [[UInt8]])
  func illFormedSequencesAreNotUTF8(sequence: [UInt8]) {
    let start: [UInt8] = [0xEF, 0xBB, 0xBF, 0x0D, 0x0A]
    for end in [[], [0x61], [0x0A, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61]] as [[UInt8]] {
      #expect(
        error(start + sequence + end) == .undecodableByte(sequence[0], line: 2, offset: 5, encoding: .utf8BOM))
    }
  }

  @Test func wellFormedSequencesAreUTF8() throws {
    let bytes: [UInt8] = [
      0xC2, 0x80, 0xDF, 0xBF, 0xE0, 0xA0, 0x80, 0xED, 0x9F, 0xBF, 0xEE, 0x80, 0x80, 0xEF, 0xBF, 0xBF,
      0xF0, 0x90, 0x80, 0x80, 0xF4, 0x8F, 0xBF, 0xBF,
    ]
    #expect(try DecodedText.decode(bytes).encoding == .utf8)
  }

  @Test func anyBytesGiveValidTextOrAnError() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        UInt8.random(in: 1...255, using: &generator)
      }
      guard let decoded = try? DecodedText.decode(bytes) else { continue }
      #expect(Array(String(decoding: decoded.utf8, as: UTF8.self).utf8) == decoded.utf8)
    }
  }

  @Test func messageSaysWhereWhatAndWhatToDo() {
    let message = TextEncodingError.undecodableByte(0x0F, line: 3, offset: 41, encoding: .gb18030).message
    #expect(message.contains("第 3 行（全文第 42 个字节）的字节 0x0F"))
    #expect(message.contains("另存为 UTF-8"))
    #expect(TextEncodingError.conversionUnavailable.message.contains("本系统缺少 GB18030 转换"))
  }
}
