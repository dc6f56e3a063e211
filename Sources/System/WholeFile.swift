/// A file that is written whole or not at all: beside its place first, then renamed.
package struct WholeFile: Sendable {
  private let path: String

  /// The file at a path; a link is followed, so that what it points to is replaced.
  package init(_ path: String) {
    self.path = realPath(of: path)
  }

  /// Writes the bytes; an interrupted run leaves what was there before. Throws ``WriteError``.
  ///
  /// A device or a pipe is written to and never replaced.
  package func write(_ bytes: [UInt8]) throws(WriteError) {
    var status = stat()
    if stat(path, &status) == 0, [S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT) {
      return try Self.write(bytes, to: path, isDurable: false)
    }
    let staging = path + ".juesuan-\(getpid())"
    do {
      try Self.write(bytes, to: staging)
    } catch {
      unlink(staging)
      throw error
    }
    guard rename(staging, path) == 0 else {
      let failure = WriteError.system("不能替换", path)
      unlink(staging)
      throw failure
    }
  }

  /// Writes the bytes straight to a path and sees them to the disk.
  static func write(_ bytes: [UInt8], to path: String, isDurable: Bool = true) throws(WriteError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw WriteError.system("不能写入", path) }
    defer { close(descriptor) }
    guard writeBytes(bytes, to: descriptor), !isDurable || fsync(descriptor) == 0 else {
      throw WriteError.system("不能写入", path)
    }
  }
}
