import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that holds a disclosure package, written whole or not at all.
package struct PackageFolder: Sendable {
  private let path: String

  /// The folder a package is to be written to; a link is followed, so that what it points to is replaced.
  package init(_ path: String) {
    var trimmed = path
    while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    if let resolved = realpath(trimmed, nil) {
      self.path = String(cString: resolved)
      free(resolved)
    } else {
      self.path = trimmed
    }
  }

  /// Writes the files beside the folder and then puts them in its place in one step.
  ///
  /// An interrupted run leaves the old package as it was. A folder with files that are no part of a package is never
  /// replaced. Throws ``PackageFolderError``.
  package func write(_ contents: PackageContents) throws(PackageFolderError) {
    try refuseForeignFiles()
    let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    let staging = (parent == "/" ? "/" : parent + "/") + ".\(name).juesuan-\(getpid())"
    removeLeftovers(of: name, in: parent)
    do {
      for (file, bytes) in contents.files { try Self.write(bytes, to: staging + "/" + file) }
      try putInPlace(staging)
    } catch {
      try? FileManager.default.removeItem(atPath: staging)
      throw error
    }
  }

  /// Whether a path inside the folder is one that a package has.
  private static func isOurs(_ entry: String) -> Bool {
    let own = ["index.html", "index.md", "data.json", "tables", "evaluations"]
    if own.contains(entry) || [DisclosureWorkbook.fileName, PDFPrinter.fileName].contains(entry) { return true }
    // File managers leave these behind wherever somebody looked.
    if let name = entry.split(separator: "/").last, [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name) {
      return true
    }
    guard let folder = ["tables/", "evaluations/"].first(where: entry.hasPrefix), entry.hasSuffix(".csv") else {
      return false
    }
    let number = entry.dropFirst(folder.count).prefix { $0 != "-" }
    return (2...4).contains(number.count) && number.utf8.allSatisfy { (48...57).contains($0) }
      && entry.count > folder.count + number.count + 5
  }

  private func refuseForeignFiles() throws(PackageFolderError) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder else { throw PackageFolderError("\(path): 错误: 是一个文件，应是目录或还不存在的路径。请换一个输出目录。") }
    guard let entries = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      throw PackageFolderError("\(path): 错误: 不能打开，应是可以读写的目录。")
    }
    let foreign = entries.filter { !Self.isOurs($0) }.sorted()
    guard foreign.isEmpty else {
      let some = foreign.prefix(3).joined(separator: "、") + (foreign.count > 3 ? " 等 \(foreign.count) 个" : "")
      throw PackageFolderError("\(path): 错误: 目录里有不是本软件写的文件（\(some)），整个目录会被替换，所以没有写。请换一个输出目录，或先移走这些文件。")
    }
  }

  private static func write(_ bytes: [UInt8], to file: String) throws(PackageFolderError) {
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw PackageFolderError("\(folder): 错误: 不能建立目录，应是可以写入的位置。")
    }
    try WholeFile.write(bytes, to: file)
  }

  private func putInPlace(_ staging: String) throws(PackageFolderError) {
    if rename(staging, path) == 0 { return }
    // A folder with files in it cannot be renamed over: the two are exchanged in one step, then the old one goes.
    if Self.exchange(staging, path) {
      try? FileManager.default.removeItem(atPath: staging)
      return
    }
    let old = staging + "-old"
    guard rename(path, old) == 0 else { throw PackageFolderError.system("不能替换", path) }
    guard rename(staging, path) == 0 else {
      let failure = PackageFolderError.system("不能替换", path)
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

/// A package that could not be written.
package struct PackageFolderError: Error, Sendable {
  /// What went wrong, in Chinese.
  package let message: String

  init(_ message: String) { self.message = message }

  static func system(_ what: String, _ path: String) -> PackageFolderError {
    PackageFolderError("\(path): 错误: \(what)（\(String(cString: strerror(errno)))），应是可以写入的位置。")
  }
}
