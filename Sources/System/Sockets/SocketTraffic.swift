/// What an attempt to read from a socket or to write to it came to.
package enum SocketTraffic: Sendable, Equatable {
  /// So many bytes went through.
  case moved(Int)
  /// Nothing can go through just now.
  case blocked
  /// The other side is gone, or has said all it had to say.
  case ended

  /// Reads what has come, at most as much as the buffer holds.
  package static func receive(from descriptor: Int32, into buffer: inout [UInt8]) -> SocketTraffic {
    outcome(of: recv(descriptor, &buffer, buffer.count, 0))
  }

  /// Writes bytes from a position on, as many as are taken.
  package static func send(_ bytes: [UInt8], from position: Int, to descriptor: Int32) -> SocketTraffic {
    let count = bytes[position...].withUnsafeBytes { systemSend(descriptor, $0.baseAddress, $0.count, quietSending) }
    return outcome(of: count)
  }

  /// Says that nothing more will be written; the other side may go on writing.
  package static func finish(_ descriptor: Int32) { _ = shutdown(descriptor, Int32(endOfWriting)) }

  private static func outcome(of count: Int) -> SocketTraffic {
    if count > 0 { return .moved(count) }
    return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) ? .blocked : .ended
  }
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
  send(descriptor, bytes, count, flags)
}
