import Testing

@testable import System

/// Paths whose names are in any encoding, or in none.
@Suite struct PathBytesTests {
  @Test(arguments: [
    "账/收入.csv", "a", "", "/", "é", "\u{10FE80}名", "😀", "\u{10FFFF}",
  ])
  func textComesBackAsItsBytes(path: String) {
    #expect(PathBytes.bytes(of: PathBytes.text(of: Array(path.utf8))) == Array(path.utf8))
  }

  /// Whatever the bytes, they come back, and different ones are different texts.
  @Test func everyNameComesBack() {
    var generator = Steps()
    // By their bytes: what Unicode calls the same text may be two names.
    var texts: [[UInt8]: [UInt8]] = [:]
    for first in UInt8.min...UInt8.max where first != 0 {
      for second in [UInt8](0x30...0x31) + [0x40, 0x80, 0xA4, 0xBF, 0xC2, 0xD4, 0xE5, 0xF4, 0xFE, 0xFF] {
        let bytes =
          [first, second] + (0..<Int.random(in: 0...3, using: &generator)).map { _ in UInt8.random(in: 1...255) }
        let text = PathBytes.text(of: bytes)
        #expect(PathBytes.bytes(of: text) == bytes)
        #expect(texts[Array(text.utf8)] == nil || texts[Array(text.utf8)] == bytes)
        texts[Array(text.utf8)] = bytes
      }
    }
  }

  /// 预 is D4 A4 in GBK, which UTF-8 would spell Ԥ: a name is in one encoding.
  @Test func nameIsInOneEncoding() {
    let name: [UInt8] = [0xD4, 0xA4, 0xCB, 0xE3]
    #expect(PathBytes.text(of: name).unicodeScalars.map(\.value) == [0x10FED4, 0x10FEA4, 0x10FECB, 0x10FEE3])
    #expect(PathBytes.text(of: Array("账/".utf8) + name).hasPrefix("账/"))
  }
}

/// The same numbers every time.
private struct Steps: RandomNumberGenerator {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
