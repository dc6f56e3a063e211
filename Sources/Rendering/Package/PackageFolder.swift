import FoundationEssentials
package import System

/// A folder that holds a disclosure package, written whole or not at all.
package struct PackageFolder: Sendable {
  private let folder: WholeFolder

  /// The folder a package is to be written to; a link is followed, so that what it points to is replaced.
  package init(_ path: String) { folder = WholeFolder(path) }

  /// Writes the files beside the folder and then puts them in its place in one step.
  ///
  /// An interrupted run leaves the old package as it was. A folder with files that are no part of a package is never
  /// replaced. Throws ``WriteError``.
  package func write(_ contents: PackageContents) throws(WriteError) {
    try refuseForeignFiles()
    try folder.write(contents.files)
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

  private func refuseForeignFiles() throws(WriteError) {
    let path = folder.path
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder else { throw WriteError("\(path): 错误: 是一个文件，应是目录或还不存在的路径。请换一个输出目录。") }
    guard let entries = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      throw WriteError("\(path): 错误: 不能打开，应是可以读写的目录。")
    }
    let foreign = entries.filter { !Self.isOurs($0) }.sorted()
    guard foreign.isEmpty else {
      let some = foreign.prefix(3).joined(separator: "、") + (foreign.count > 3 ? " 等 \(foreign.count) 个" : "")
      throw WriteError("\(path): 错误: 目录里有不是本软件写的文件（\(some)），整个目录会被替换，所以没有写。请换一个输出目录，或先移走这些文件。")
    }
  }
}
