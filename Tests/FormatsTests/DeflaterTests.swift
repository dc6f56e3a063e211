import CZlib
import TestSupport
import Testing

@testable import Formats

@Suite struct DeflaterTests {
  /// What the system's zlib makes of packed bytes, and how many of them it read; nil when it finds fault with them.
  private func inflate(_ packed: [UInt8], size: Int) -> (bytes: [UInt8], taken: Int)? {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var packed = packed
    var bytes = [UInt8](repeating: 0, count: size + 1)
    let result = packed.withUnsafeMutableBufferPointer { input in
      bytes.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return CZlib.inflate(&stream, Z_FINISH)
      }
    }
    guard result == Z_STREAM_END else { return nil }
    return (Array(bytes.prefix(Int(stream.total_out))), Int(stream.total_in))
  }

  private func comesBack(_ bytes: [UInt8]) -> Bool {
    let packed = Deflater.deflate(bytes)
    guard let (unpacked, taken) = inflate(packed, size: bytes.count) else { return false }
    return unpacked == bytes && taken == packed.count
  }

  @Test func everyShortInputOfTwoBytesComesBack() {
    for count in 0...6 {
      for pattern in 0..<(1 << count) {
        #expect(comesBack((0..<count).map { pattern >> $0 & 1 == 0 ? 0x61 : 0x62 }))
      }
    }
  }

  /// Runs, and pieces repeated from just within and just beyond what a copy may reach.
  @Test(arguments: [1, 2, 3, 4, 257, 258, 259, 32_767, 32_768, 32_769, 70_000])
  func repetitionsComeBack(period: Int) {
    var generator = SeededGenerator(seed: UInt64(period))
    let piece = (0..<period).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(comesBack(Array(repeatElement(piece, count: 1 + 90_000 / period).joined().prefix(90_001))))
  }

  /// Letters whose frequencies are the numbers of Fibonacci, for which Huffman's codes are longer than allowed.
  @Test func codesKeepToTheirLimit() {
    var numbers = [1, 1]
    while numbers.count < 22 { numbers.append(numbers[numbers.count - 1] + numbers[numbers.count - 2]) }
    var bytes = zip(UInt8(0)..., numbers).flatMap { Array(repeating: $0, count: $1) }
    var generator = SeededGenerator(seed: 5)
    bytes.shuffle(using: &generator)
    #expect(comesBack(bytes))
    let frequencies = numbers + Array(repeating: 0, count: 8)
    let lengths = PrefixCode(frequencies: frequencies, longest: 15).lengths
    #expect((lengths.max() ?? 0) <= 15)
    // Kraft: the codes fill what there is, no more and no less.
    #expect(lengths.reduce(0) { $0 + ($1 == 0 ? 0 : 1 << (15 - Int($1))) } == 1 << 15)
  }

  @Test(arguments: 0..<12)
  func randomInputsComeBack(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    let alphabet = UInt8.random(in: 1...255, using: &generator)
    while bytes.count < 20_000 {
      if bytes.isEmpty || Bool.random(using: &generator) {
        for _ in 0..<Int.random(in: 1...100, using: &generator) {
          bytes.append(UInt8.random(in: 0...alphabet, using: &generator))
        }
      } else {
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let piece = bytes[start..<min(bytes.count, start + Int.random(in: 1...400, using: &generator))]
        bytes += piece
      }
    }
    #expect(comesBack(bytes))
  }

  @Test func whatCannotBePackedGrowsLittle() {
    var generator = SeededGenerator(seed: 3)
    let bytes = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(comesBack(bytes))
    #expect(Deflater.deflate(bytes).count < bytes.count + 200)
  }

  /// Sheets are packed about as well as zlib packs them by itself.
  @Test func sheetsArePackedAsZlibPacksThem() throws {
    var text = ""
    var generator = SeededGenerator(seed: 9)
    for row in 1...4000 {
      text += "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"s\"><v>\(row / 3)</v></c>"
      text += "<c r=\"B\(row)\" s=\"4\"><v>\(Int.random(in: 1...99_999_999, using: &generator)).25</v></c></row>"
    }
    let bytes = Array(text.utf8)
    var packedCount = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(packedCount))
    #expect(compress2(&packed, &packedCount, bytes, UInt(bytes.count), 6) == Z_OK)
    #expect(comesBack(bytes))
    #expect(Deflater.deflate(bytes).count * 100 < Int(packedCount) * 105)
  }
}
