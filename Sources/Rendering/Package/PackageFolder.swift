import Formats
package import System

/// A folder that holds a disclosure package, written whole or not at all, and never over what is no package of the tool's.
package struct PackageFolder: Sendable {
  /// The largest file of a package that is looked at, in bytes.
  private static let largestSize = 512 << 20

  private let folder: WholeFolder
  private let digests: [String: String]
  private let isForced: Bool
  /// The names of the files it may hold; nil for those of a disclosure package.
  private let names: Set<String>?

  /// The folder a package is to be written to; a link is followed, so that what it points to is replaced.
  ///
  /// A package is known by its `data.json`; `digests` are those of the files last written here, for one that was written
  /// without. With `isForced` files that have the names of a package's are replaced whatever they are. `names` are those of
  /// the files of a folder that is no disclosure package.
  package init(_ path: String, digests: [String: String] = [:], isForced: Bool = false, names: Set<String>? = nil) {
    folder = WholeFolder(path)
    self.names = names
    self.digests = digests
    self.isForced = isForced
  }

  /// Writes the files beside the folder and then puts them in its place in one step.
  ///
  /// An interrupted run leaves the old package as it was. Throws ``WriteError``, also as ``refuseOthers()`` does.
  package func write(_ contents: PackageContents) throws(WriteError) {
    try refuseOthers()
    try folder.write(contents.files)
  }

  /// Throws where something would be lost that the tool did not write: files of other names, always; and unless forced,
  /// files of a package's names that are none of its, or that somebody changed since.
  package func refuseOthers() throws(WriteError) {
    let path = folder.path
    guard let node = FileNode(path) else { return }
    guard node.kind == .folder else { throw WriteError("\(path): 错误: 是一个文件，应是目录或还不存在的路径。请换一个输出目录。") }
    guard let names = Folder.names(in: path) else { throw WriteError("\(path): 错误: 不能打开，应是可以读写的目录。") }
    // What stands at the top tells most, and a home folder is not walked through.
    try refuseForeign(names)
    let entries = Folder.pathsBelow(path) ?? []
    try refuseForeign(entries)
    if !isForced {
      try refuseChanged(entries.filter { FileNode("\(path)/\($0)")?.kind == .file && !Self.isLitter($0) })
    }
  }

  /// Whether a path inside the folder is one that a package has.
  private func isOurs(_ entry: String) -> Bool {
    if let names { return names.contains(entry) || Self.isLitter(entry) }
    let own = [
      "index.html", "index.md", DisclosureJSON.fileName, "tables", "evaluations", ReadingFolder.unreadName,
    ]
    let named = [DisclosureWorkbook.fileName, DisclosureDocument.fileName, PDFPrinter.fileName]
    if own.contains(entry) || named.contains(entry) || Self.isLitter(entry) {
      return true
    }
    guard let folder = ["tables/", "evaluations/"].first(where: entry.hasPrefix), entry.hasSuffix(".csv") else {
      return false
    }
    let number = entry.dropFirst(folder.count).prefix { $0 != "-" }
    return (2...4).contains(number.count) && number.utf8.allSatisfy { (48...57).contains($0) }
      && entry.count > folder.count + number.count + 5
  }

  /// Whether it is one of those files that file managers leave behind wherever somebody looked.
  private static func isLitter(_ entry: String) -> Bool {
    entry.split(separator: "/").last.map { [".DS_Store", "Thumbs.db", "desktop.ini"].contains($0) } ?? false
  }

  private func refuseForeign(_ entries: [String]) throws(WriteError) {
    let path = folder.path
    let foreign = entries.filter { entry in
      guard isOurs(entry), let kind = FileNode("\(path)/\(entry)")?.kind else { return true }
      return kind != .file && kind != .folder
    }
    guard foreign.isEmpty else {
      throw WriteError(
        "\(path): 错误: 目录里有不是本软件写的文件（\(Self.some(of: foreign))），整个目录会被替换，所以没有写。请换一个输出目录，或先移走这些文件。")
    }
  }

  private func refuseChanged(_ files: [String]) throws(WriteError) {
    let path = folder.path
    func bytes(_ file: String) -> [UInt8]? { try? readBytes(of: "\(path)/\(file)", atMost: Self.largestSize) }
    var known = digests
    var changed: [String] = []
    var unknown: [String] = []
    if files.contains(DisclosureJSON.fileName) {
      guard let package = bytes(DisclosureJSON.fileName).flatMap({ PackageDigests(dataFile: $0) }) else {
        throw refusal("\(DisclosureJSON.fileName) 不是本软件写的，或没有记着各文件的摘要")
      }
      known = package.files
      if !package.isIntact { changed.append(DisclosureJSON.fileName) }
    }
    for file in files where file != DisclosureJSON.fileName {
      guard let digest = known[file] else {
        unknown.append(file)
        continue
      }
      if bytes(file).map({ SHA256(of: $0).hexadecimal }) != digest { changed.append(file) }
    }
    if !unknown.isEmpty { throw refusal("\(Self.some(of: unknown)) 不是本软件写在这里的，或没有写它的记录") }
    if !changed.isEmpty { throw refusal("\(Self.some(of: changed)) 写出以后改过，重写会丢掉改动") }
  }

  private func refusal(_ found: String) -> WriteError {
    WriteError("\(folder.path): 错误: 目录里的 \(found)，所以没有写。请换一个输出目录；确认可以替换的，加 --force。")
  }

  private static func some(of files: [String]) -> String {
    files.sorted().prefix(3).joined(separator: "、") + (files.count > 3 ? " 等 \(files.count) 个" : "")
  }
}
