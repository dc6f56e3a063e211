import CZlib
import Formats
import Testing

/// Grey pictures as PNG: what any reader of PNG finds in one, by the standard (ISO/IEC 15948).
@Suite struct GreyPNGTests {
  /// The chunks of a PNG by their names, each checked by its sum.
  private func chunks(_ png: [UInt8]) throws -> [String: [UInt8]] {
    try #require(png.starts(with: [137, 80, 78, 71, 13, 10, 26, 10]))
    func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    var chunks: [String: [UInt8]] = [:]
    var place = 8
    while place + 12 <= png.count {
      let length = number(place)
      let named = Array(png[place + 4..<place + 8 + length])
      #expect(
        named.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) } == UInt(number(place + 8 + length))
      )
      chunks[String(decoding: named.prefix(4), as: UTF8.self)] = Array(named.dropFirst(4))
      place += length + 12
    }
    #expect(place == png.count)
    return chunks
  }

  /// What zlib itself unpacks, which checks the sum of the stream too.
  private func unpacked(_ packed: [UInt8], count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var length = UInt(count)
    let status = uncompress(&bytes, &length, packed, UInt(packed.count))
    try #require(status == Z_OK && length == UInt(count))
    return bytes
  }

  @Test func everyDotIsTheNearestOfSixteenGreys() throws {
    // Three rows of five dots.
    let dots: [UInt8] = [0, 255, 128, 17, 8, 255, 255, 255, 255, 255, 9, 25, 26, 254, 247]
    let chunks = try chunks(GreyPNG.bytes(width: 5, height: 3, dots: dots))
    #expect(chunks["IHDR"] == [0, 0, 0, 5, 0, 0, 0, 3, 4, 0, 0, 0, 0])
    #expect(chunks["IEND"] == [])
    // A row is its filter and two dots a byte; 17 is one sixteenth of the way from black to white.
    let rows = try unpacked(try #require(chunks["IDAT"]), count: 12)
    #expect(rows == [0, 0x0F, 0x81, 0x00, 0, 0xFF, 0xFF, 0xF0, 0, 0x11, 0x2F, 0xF0])
  }

  @Test func largePicturesAreWhole() throws {
    let (width, height) = (701, 990)
    let dots = (0..<width * height).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    let png = GreyPNG.bytes(width: width, height: height, dots: dots)
    let rows = try unpacked(try #require(chunks(png)["IDAT"]), count: (351 + 1) * height)
    for (x, y) in [(0, 0), (700, 989), (350, 500)] {
      let byte = rows[y * 352 + 1 + x / 2]
      let grey = Int(x % 2 == 0 ? byte >> 4 : byte & 15) * 17
      #expect(abs(grey - Int(dots[y * width + x])) <= 9)
    }
    #expect(png == GreyPNG.bytes(width: width, height: height, dots: dots))
  }
}
