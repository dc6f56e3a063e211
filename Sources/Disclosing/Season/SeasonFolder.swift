import Formats
package import System

/// The folder of a season (公开季目录), which runs add to one after the other: known by a file of the tool's in it. What somebody
/// changed in it is put aside and never lost.
package struct SeasonFolder: Sendable {
  /// The largest file in it that is looked at, in bytes.
  private static let largestSize = 512 << 20
  static let remarksName = "说明.txt"
  static let unitsName = "单位"
  static let roundsName = "轮次"

  /// By its first line the folder is known.
  private static let mark = "决算公开季：这个目录由 juesuan season 写出。"
  private static let remarks = """
    \(mark)

    index.html　各单位一览，用浏览器打开，不连网。
    汇总.xlsx　名单、汇总、发现、指标、公开义务。
    通知　给各单位的通知，一个单位一份。
    单位　各单位的核对结果、预览和数据，一份一个目录。
    season.json　这一轮的全部结果，下一轮由它比较。
    轮次　以前各轮的 season.json、汇总和通知。

    再运行一次，没有变的单位不重做；手工改过的文件另存为“名称.改过-……”，不会丢失。

    """

  /// The path as typed.
  package let path: String

  /// The folder at a path; throws where it is a file, or a folder with something in it that no season wrote.
  package init(_ path: String) throws(WriteError) {
    var trimmed = path
    while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed
    guard let node = FileNode(trimmed) else { return }
    guard node.kind == .folder else { throw WriteError("\(path): 错误: 是一个文件，应是目录或还不存在的路径。请换一个输出目录。") }
    guard let names = Folder.names(in: trimmed) else { throw WriteError("\(path): 错误: 不能打开，应是可以读写的目录。") }
    guard !names.isEmpty, !isMarked else { return }
    let some = names.prefix(3).joined(separator: "、") + (names.count > 3 ? " 等 \(names.count) 个" : "")
    throw WriteError("\(path): 错误: 目录里有不是公开季的文件（\(some)），所以没有写。请换一个输出目录，应是空的、还不存在的，或上次 juesuan season 写的。")
  }

  private var isMarked: Bool {
    guard let bytes = bytes(of: Self.remarksName) else { return false }
    return bytes.starts(with: Self.mark.utf8)
  }

  /// Makes it, and says in it what it is.
  func begin() throws(WriteError) {
    guard Folder.make(path) else { throw WriteError("\(path): 错误: 不能建立目录，应是可以写入的位置。") }
    if !isMarked { try WholeFile(path + "/" + Self.remarksName).write(Array(Self.remarks.utf8)) }
  }

  /// A file in it; nil where there is none that can be read.
  func bytes(of name: String) -> [UInt8]? { try? readBytes(of: path + "/" + name, atMost: Self.largestSize) }

  /// Whether there is a file of a name in it.
  func has(_ name: String) -> Bool { FileNode(path + "/" + name)?.kind == .file }

  /// Writes a file; `known` is the digest of what was last written there. What is there and is neither that nor the same is put
  /// aside first: gives what it is then called, nil where there was no need.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String, known: String?) throws(WriteError) -> String? {
    let file = path + "/" + name
    var aside: String?
    if let old = self.bytes(of: name) {
      if old == bytes { return nil }
      let digest = SHA256(of: old).hexadecimal
      if digest != known {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let other = "\(name[..<dot]).改过-\(digest.prefix(8))\(name[dot...])"
        if !has(other) { try WholeFile(path + "/" + other).write(old) }
        aside = other
      }
    } else if let slash = name.lastIndex(of: "/") {
      let folder = path + "/" + name[..<slash]
      guard Folder.make(folder) else { throw WriteError("\(folder): 错误: 不能建立目录，应是可以写入的位置。") }
    }
    try WholeFile(file).write(bytes)
    return aside
  }

  /// Keeps a file of an earlier round under another name, where it is still what was written then and is not kept already.
  func keep(_ name: String, of digest: String, as other: String) throws(WriteError) {
    guard !has(other), let bytes = bytes(of: name), SHA256(of: bytes).hexadecimal == digest else { return }
    try write(bytes, to: other, known: nil)
  }

  /// Removes a file that is still what was written.
  func remove(_ name: String, of digest: String) {
    guard let bytes = bytes(of: name), SHA256(of: bytes).hexadecimal == digest else { return }
    Folder.remove(path + "/" + name)
  }
}
