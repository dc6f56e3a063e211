import System

/// The conversion of GB18030 bytes to UTF-8 by the system's iconv.
enum GB18030Conversion {
  /// How a conversion ended.
  enum Outcome {
    case converted([UInt8])
    case undecodable(offset: Int)
    case unavailable
  }

  static func convert(_ bytes: [UInt8]) -> Outcome {
    guard let handle = iconv_open("UTF-8", "GB18030"), handle != iconv_t(bitPattern: -1) else { return .unavailable }
    defer { iconv_close(handle) }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { convert($0, with: handle) }
    }
  }

  private static func convert(_ bytes: UnsafeBufferPointer<CChar>, with handle: iconv_t) -> Outcome {
    // iconv asks for a mutable pointer but only ever reads through it.
    var source = bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
    var left = bytes.count
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    // Converting by the piece makes no guess about the size of the result.
    var piece = [CChar](repeating: 0, count: 65_536)
    while true {
      let (reason, written) = piece.withUnsafeMutableBufferPointer { buffer -> (Int32, Int) in
        var target = buffer.baseAddress
        var room = buffer.count
        // Once the source is used up, a last call without it lets iconv hand over what it held back.
        let result =
          left > 0 ? iconv(handle, &source, &left, &target, &room) : iconv(handle, nil, nil, &target, &room)
        let reason = result == -1 ? errno : 0
        let written = buffer.count - room
        utf8.append(contentsOf: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<written]))
        return (reason, written)
      }
      // Every round either hands something over or is the last, so that this always comes to an end.
      if reason == 0, left == 0, written == 0 { return .converted(utf8) }
      guard written > 0, reason == 0 || reason == E2BIG else { return .undecodable(offset: bytes.count - left) }
    }
  }
}
