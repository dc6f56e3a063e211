internal import CZlib

/// The packing of streams in PDFs and of pictures: DEFLATE between a header of two bytes and a checksum of four (RFC 1950).
package enum ZlibStream {
  /// The packed bytes, the same for the same bytes wherever it runs.
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    // Of nothing it is 1, which is where it begins.
    let checksum = bytes.withUnsafeBufferPointer { adler32(1, $0.baseAddress, UInt32($0.count)) }
    return [0x78, 0x9C] + Deflater.deflate(bytes) + UInt32(checksum).bigEndianBytes
  }

  /// The unpacked bytes; nil when they are damaged, or more than the limit.
  package static func unpacked(_ packed: [UInt8], limit: Int) -> [UInt8]? {
    guard packed.count > 6, packed[0] & 0x0F == 8, let inflater = Inflater() else { return nil }
    var unpacked = [UInt8](repeating: 0, count: limit)
    let step = packed[2...].withUnsafeBufferPointer { input in
      unpacked.withUnsafeMutableBufferPointer { output in inflater.step(from: input, into: output) }
    }
    guard step.state == .ended else { return nil }
    unpacked.removeLast(limit - step.given)
    return unpacked
  }
}
