internal import CZlib

/// A raw DEFLATE stream being unpacked.
final class Inflater {
  /// How far a step came.
  enum State {
    case goesOn
    case ended
    case damaged
  }

  // zlib keeps the address of the stream, so that it may not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil when there is no memory for it.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Negative window bits mean DEFLATE without a header, as it stands in a ZIP archive.
    let result = inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks as much as there is input and room for; tells how many bytes of each it used up.
  func step(
    from input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> (taken: Int, given: Int, state: State) {
    let inputCount = min(input.count, Int(Int32.max))
    let outputCount = min(output.count, Int(Int32.max))
    // zlib asks for a mutable pointer but only ever reads through it.
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(inputCount)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(outputCount)
    let result = inflate(stream, Z_NO_FLUSH)
    let taken = inputCount - Int(stream.pointee.avail_in)
    let given = outputCount - Int(stream.pointee.avail_out)
    switch result {
    case Z_STREAM_END: return (taken, given, .ended)
    case Z_OK: return (taken, given, .goesOn)
    // No progress: the input is used up, and the stream wants more.
    default: return (taken, given, .damaged)
    }
  }
}
