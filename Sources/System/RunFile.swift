/// A file that is there while a run is (运行时才有的文件), and that only this user can read: by it other runs find this one.
package struct RunFile: Sendable {
  /// Where it is.
  package let path: String
  private let bytes: [UInt8]

  /// Writes it in place of what is there; nil where it cannot be written. A run that is told to stop removes it by itself.
  package init?(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    Unfinished.began(path)
    let beside = "\(path)-\(getpid())"
    Folder.remove(beside)
    guard let descriptor = newPrivateFile(beside) else { return nil }
    let isWritten = writeBytes(bytes, to: descriptor)
    close(descriptor)
    guard isWritten, beside.withPath({ from in path.withPath { rename(from, $0) } }) == 0 else {
      Folder.remove(beside)
      return nil
    }
  }

  /// Removes it, unless another run has written its own there since.
  package func remove() {
    Unfinished.ended(path)
    if let now = try? readBytes(of: path, atMost: 1 << 16), now == bytes { Folder.remove(path) }
  }

  /// Whether a process of a number runs.
  package static func isRunning(_ process: Int32) -> Bool { process > 0 && !Staging.isGone(process) }
}
