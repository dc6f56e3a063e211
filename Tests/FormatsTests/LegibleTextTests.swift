import Formats
import System
import Testing

/// Names that are no UTF-8, as people read them.
@Suite struct LegibleTextTests {
  /// The bytes are those of the GB18030 table: 收 CAD5, 入 C8EB, 丂 8140 with an ASCII letter's byte, 㐀 8139EE39.
  @Test(
    arguments: [
      ([0xCA, 0xD5, 0xC8, 0xEB], "收入"), ([0x81, 0x40, 0x2E], "丂."), ([0x81, 0x39, 0xEE, 0x39, 0x61], "㐀a"),
      ([0x6E, 0x6F, 0xE9], "no\\xE9"), ([0xFF, 0x2F, 0xCA, 0xD5], "\\xFF/收"), ([0xE9, 0x2E, 0x63], "\\xE9.c"),
    ] as [([UInt8], String)])
  func bytesAreReadAsGB18030(bytes: [UInt8], legible: String) {
    #expect(PathBytes.legible(PathBytes.text(of: bytes)) == legible)
    #expect(PathBytes.legible("已写出 \(PathBytes.text(of: bytes))。") == "已写出 \(legible)。")
  }

  @Test func otherTextStaysAsItIs() {
    for text in ["账/收入.csv", "😀", ""] { #expect(PathBytes.legible(text) == text) }
  }
}
