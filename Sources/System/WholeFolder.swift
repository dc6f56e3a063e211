/// A folder that is written whole or not at all: beside its place first, then put there in one step.
package struct WholeFolder: Sendable {
  /// Where it is, links followed.
  package let path: String

  /// The folder at a path; a link is followed, so that what it points to is replaced.
  package init(_ path: String) {
    var trimmed = path
    while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = realPath(of: trimmed)
  }

  /// Writes files, by their paths inside the folder, in place of all that stands in it. An interrupted run leaves the
  /// folder as it was, and what such runs left beside it is removed.
  package func write(_ files: [(path: String, bytes: [UInt8])]) throws(WriteError) {
    let staging = Staging(of: path)
    staging.removeLeftovers()
    Unfinished.began(staging.path)
    defer { Unfinished.ended(staging.path) }
    do {
      for (file, bytes) in files {
        try Unfinished.part { () throws(WriteError) in try Self.write(bytes, to: staging.path + "/" + file) }
      }
      try Unfinished.part { () throws(WriteError) in try putInPlace(staging) }
    } catch {
      Folder.remove(staging.path)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], to file: String) throws(WriteError) {
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    guard Folder.make(folder) else { throw WriteError("\(folder): 错误: 不能建立目录，应是可以写入的位置。") }
    try WholeFile.write(bytes, to: file)
  }

  private func putInPlace(_ staging: Staging) throws(WriteError) {
    if Self.move(staging.path, to: path) { return }
    // A folder with files in it cannot be renamed over: the two are exchanged in one step, then the old one goes.
    if Self.exchange(staging.path, path) {
      Folder.remove(staging.path)
      return
    }
    guard Self.move(path, to: staging.old) else { throw WriteError.system("不能替换", path) }
    guard Self.move(staging.path, to: path) else {
      let failure = WriteError.system("不能替换", path)
      _ = Self.move(staging.old, to: path)
      throw failure
    }
    Folder.remove(staging.old)
  }

  private static func move(_ from: String, to: String) -> Bool {
    from.withPath { from in to.withPath { rename(from, $0) } } == 0
  }

  /// Lets two paths change places in one step; false where the system or the file system cannot.
  private static func exchange(_ first: String, _ second: String) -> Bool {
    #if canImport(Darwin)
      return first.withPath { first in second.withPath { renamex_np(first, $0, UInt32(RENAME_SWAP)) } } == 0
    #else
      // glibc declares renameat2 only for GNU sources, which the module map does not ask for.
      typealias Rename = @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
      let exchangeFlag: CUnsignedInt = 2
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      let rename = unsafeBitCast(symbol, to: Rename.self)
      return first.withPath { first in second.withPath { rename(AT_FDCWD, first, AT_FDCWD, $0, exchangeFlag) } } == 0
    #endif
  }
}
