/// A file that is written whole or not at all: beside its place first, then renamed.
package struct WholeFile: Sendable {
  /// Where it is, links followed.
  package let path: String

  /// The file at a path; a link is followed, so that what it points to is replaced.
  package init(_ path: String) {
    self.path = realPath(of: path)
  }

  /// Writes the bytes; an interrupted run leaves what was there before. Throws ``WriteError``.
  ///
  /// A device or a pipe is written to and never replaced.
  package func write(_ bytes: [UInt8]) throws(WriteError) {
    if let node = FileNode(path), ![.file, .folder].contains(node.kind) {
      return try Self.write(bytes, to: path, flags: O_WRONLY, isDurable: false)
    }
    let staging = Staging(of: path)
    staging.removeLeftovers()
    Unfinished.began(staging.path)
    defer { Unfinished.ended(staging.path) }
    do {
      try Unfinished.part { () throws(WriteError) in try Self.write(bytes, to: staging.path) }
    } catch {
      Folder.remove(staging.path)
      throw error
    }
    let failure = Unfinished.part { () -> WriteError? in
      let isInPlace = staging.path.withPath { from in path.withPath { rename(from, $0) } } == 0
      return isInPlace ? nil : WriteError.system("不能替换", path)
    }
    if let failure {
      Folder.remove(staging.path)
      throw failure
    }
  }

  /// Writes the bytes to a path at which there is nothing, unless told otherwise, and sees them to the disk.
  static func write(
    _ bytes: [UInt8], to path: String, flags: Int32 = O_WRONLY | O_CREAT | O_EXCL, isDurable: Bool = true
  ) throws(WriteError) {
    let descriptor = path.withPath { open($0, flags | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else { throw WriteError.system("不能写入", path) }
    defer { close(descriptor) }
    guard writeBytes(bytes, to: descriptor), !isDurable || fsync(descriptor) == 0 else {
      throw WriteError.system("不能写入", path)
    }
  }
}
