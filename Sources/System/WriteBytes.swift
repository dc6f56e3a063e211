/// Writes all bytes to an open file; false when the system does not take them.
package func writeBytes(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    written += count
  }
  return true
}

/// Begins a file that only this user can read, where there is nothing yet; its descriptor, or nil where it cannot be begun.
package func newPrivateFile(_ path: String) -> Int32? {
  let descriptor = path.withPath { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
  return descriptor >= 0 ? descriptor : nil
}

/// Closes an open file.
package func closeFile(_ descriptor: Int32) { _ = close(descriptor) }
