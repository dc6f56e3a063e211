/// Why the bytes of a file cannot be had.
package enum ReadError: Error, Sendable {
  /// What the system says, in Chinese.
  case notOpened(String)
  /// What the system says, in Chinese.
  case notRead(String)
  /// It has more bytes than were asked for.
  case tooLong
}

/// The bytes of a file, or of the standard input where there is no path; throws where they cannot be had or are more than
/// the limit, of which no more is kept.
package func readBytes(of path: String?, atMost limit: Int) throws(ReadError) -> [UInt8] {
  let descriptor = path?.withPath { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
  guard descriptor >= 0 else { throw .notOpened(systemReason) }
  defer { if path != nil { close(descriptor) } }
  var bytes: [UInt8] = []
  let size = FileNode(descriptor: descriptor)?.size ?? 0
  if size > 0 { bytes.reserveCapacity(min(size, limit)) }
  // One byte more than the file has, to see that it ends there; no more, since most files are small and memory that is
  // touched costs.
  var buffer = [UInt8](repeating: 0, count: min(max(size + 1, 1 << 16), 1 << 20))
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw .notRead(systemReason) }
    if count == 0 { return bytes }
    guard bytes.count + count <= limit else { throw .tooLong }
    bytes.append(contentsOf: buffer[..<count])
  }
}
