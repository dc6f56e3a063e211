/// The packing of bytes as raw DEFLATE (RFC 1951), the same for the same bytes wherever it runs.
///
/// zlib packs well too, but every version and every replacement of it packs otherwise, and what we publish is to be
/// the same to the byte on every machine; so only unpacking, which has one result, is left to zlib.
enum Deflater {
  /// So many repetitions share one pair of codes: fewer would pay for the codes too often.
  private static let blockTokens = 32_768

  /// The packed bytes, at most an eighth longer than the bytes; the time it takes grows with their number only.
  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { buffer in
      var finder = RepetitionFinder(buffer)
      var writer = BitWriter()
      var tokens: [DeflateToken] = []
      tokens.reserveCapacity(min(bytes.count, blockTokens))
      repeat {
        tokens.removeAll(keepingCapacity: true)
        finder.find(blockTokens, into: &tokens)
        DeflateBlock(tokens, isLast: finder.isAtEnd).write(to: &writer)
      } while !finder.isAtEnd
      return writer.finished()
    }
  }
}
