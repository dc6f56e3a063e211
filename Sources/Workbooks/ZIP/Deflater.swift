internal import CZlib

/// The packing of bytes as raw DEFLATE.
enum Deflater {
  /// The packed bytes, the same for the same bytes and the same zlib; nil when there is no memory for it.
  static func deflate(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    let initialised = deflateInit2_(
      &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard initialised == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    // Room for the worst case lets it all be done in one step.
    let result = bytes.withUnsafeBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        // zlib asks for a mutable pointer but only ever reads through it.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return CZlib.deflate(&stream, Z_FINISH)
      }
    }
    guard result == Z_STREAM_END else { return nil }
    packed.removeLast(Int(stream.avail_out))
    return packed
  }
}
