import FoundationEssentials

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
    let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    let staging = (parent == "/" ? "/" : parent + "/") + ".\(name).juesuan-\(getpid())"
    removeLeftovers(of: name, in: parent)
    do {
      for (file, bytes) in files { try Self.write(bytes, to: staging + "/" + file) }
      try putInPlace(staging)
    } catch {
      try? FileManager.default.removeItem(atPath: staging)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], to file: String) throws(WriteError) {
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw WriteError("\(folder): 错误: 不能建立目录，应是可以写入的位置。")
    }
    try WholeFile.write(bytes, to: file)
  }

  private func putInPlace(_ staging: String) throws(WriteError) {
    if rename(staging, path) == 0 { return }
    // A folder with files in it cannot be renamed over: the two are exchanged in one step, then the old one goes.
    if Self.exchange(staging, path) {
      try? FileManager.default.removeItem(atPath: staging)
      return
    }
    let old = staging + "-old"
    guard rename(path, old) == 0 else { throw WriteError.system("不能替换", path) }
    guard rename(staging, path) == 0 else {
      let failure = WriteError.system("不能替换", path)
      _ = rename(old, path)
      throw failure
    }
    try? FileManager.default.removeItem(atPath: old)
  }

  /// Lets two paths change places in one step; false where the system or the file system cannot.
  private static func exchange(_ first: String, _ second: String) -> Bool {
    #if canImport(Darwin)
      return renamex_np(first, second, UInt32(RENAME_SWAP)) == 0
    #else
      // glibc declares renameat2 only for GNU sources, which the module map does not ask for.
      typealias Rename = @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
      let exchangeFlag: CUnsignedInt = 2
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      return unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, first, AT_FDCWD, second, exchangeFlag) == 0
    #endif
  }

  /// Removes what interrupted runs of processes that are gone left beside the folder.
  private func removeLeftovers(of name: String, in parent: String) {
    let prefix = ".\(name).juesuan-"
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where entry.hasPrefix(prefix) {
      // A process of another user's cannot be signalled and is there all the same.
      guard let process = Int32(entry.dropFirst(prefix.count)), process > 0, kill(process, 0) != 0, errno == ESRCH
      else {
        continue
      }
      try? FileManager.default.removeItem(atPath: parent + "/" + entry)
    }
  }
}
