package import Accounts
import Formats
import System

/// Reading whole input files, within a bound on their size.
package enum InputFile {
  /// The largest file read, in bytes: far more than a country's largest department needs.
  package static let largestSize = 512 << 20

  /// What a path leads to.
  package enum Kind: Sendable {
    case file, folder, missing
    /// A pipe, as a shell gives one for the output of a program: read where the user named it.
    case pipe
    /// A device or a socket, which is never read.
    case device
  }

  /// What a path leads to; nothing is opened.
  package static func kind(of path: String) -> Kind {
    switch FileNode(path)?.kind {
    case nil: .missing
    case .file: .file
    case .folder: .folder
    case .pipe: .pipe
    case .socket, .device: .device
    }
  }

  /// Throws where a name in a folder leads to a pipe, a device or a socket: what comes out of it may never end, and nobody
  /// named it.
  package static func requireFile(_ path: String) throws(UnusableInput) {
    guard [.pipe, .device].contains(kind(of: path)) else { return }
    throw UnusableInput([
      Problem(
        at: SourceLocation(file: displayName(of: path)), found: "是管道、设备或套接字，没有打开", expected: "应是一个文件",
        advice: "请换成文件，或移出这个目录")
    ])
  }

  /// The paths that tell by their changes whether inputs changed: themselves, and the files in those that are folders.
  package static func watched(_ paths: [String]) -> [String] {
    paths.flatMap { path in [path] + names(in: path).map { path + "/" + $0 } }
  }

  /// The names of the files of an input that is a folder, but for hidden ones and `excluded`; none where it is none. A
  /// ledger is the files of its folder, a publication those below too.
  static func names(in folder: String, besides excluded: String? = nil, among files: InputFiles = InputFiles())
    -> [String]
  {
    let names =
      PublishedReader.looksLikeLedger(folder, among: files)
      ? Folder.names(in: folder) : Folder.pathsBelow(folder)
    let left = excluded.map(realPath)
    return (names ?? []).filter { name in
      // A program's lock and swap files come and go beside what is being edited.
      !name.split(separator: "/").contains { $0.begins(with: ".") || $0.begins(with: "~$") }
        && kind(of: folder + "/" + name) == .file && realPath(of: folder + "/" + name) != left
    }
  }

  /// The bytes of a file, or of the standard input for `-`; throws a ``Problem`` in ``UnusableInput`` when they cannot
  /// be had or are more than the limit.
  package static func bytes(of path: String, atMost limit: Int = largestSize) throws(UnusableInput) -> [UInt8] {
    let name = displayName(of: path)
    func unusable(_ found: String, _ expected: String) -> UnusableInput {
      UnusableInput([Problem(at: SourceLocation(file: name), found: found, expected: expected)])
    }
    if path != "-" {
      switch kind(of: path) {
      case .missing: throw unusable("没有这个文件", "应是已有的文件")
      case .folder: throw unusable("是一个目录", "这里应是一个文件")
      // A terminal is a device too, and is read where it is the standard input.
      case .device where FileNode(path) != FileNode(descriptor: STDIN_FILENO):
        throw unusable("是设备或套接字，没有打开", "这里应是一个文件")
      case .file, .pipe, .device: break
      }
    }
    do {
      return try readBytes(of: path == "-" ? nil : path, atMost: limit)
    } catch {
      switch error {
      case .notOpened(let reason): throw unusable("不能打开（\(reason)）", "应是可以读取的文件")
      case .notRead(let reason): throw unusable("读取失败（\(reason)）", "应是可以读取的文件")
      case .tooLong: throw unusable("超过 \(limit >> 20) MB", "文件应小于这个大小")
      }
    }
  }

  /// What a path is called in messages and reports.
  package static func displayName(of path: String) -> String { path == "-" ? "标准输入" : PathBytes.legible(path) }

  /// What several paths that make up one input are called.
  package static func displayName(of paths: [String]) -> String {
    paths.map { displayName(of: $0) }.joined(separator: "、")
  }

  /// The text of a file as UTF-8, decoded from UTF-8 or GB18030; throws a located problem when it is neither.
  package static func text(of path: String, atMost limit: Int = largestSize) throws(UnusableInput) -> [UInt8] {
    try text(try bytes(of: path, atMost: limit), of: path)
  }

  /// The text that the bytes of a file spell, as UTF-8; throws a located problem when they spell none.
  package static func text(_ raw: [UInt8], of path: String) throws(UnusableInput) -> [UInt8] {
    let kinds = try FileKinds.standard()
    if let kind = kinds.kind(of: raw) { throw kinds.problem(kind, of: displayName(of: path), as: .text) }
    return try decoded(raw, of: path)
  }

  /// The text that bytes spell of which ``isWorkbook(_:of:as:)`` knows that they are those of a text.
  static func decoded(_ raw: [UInt8], of path: String) throws(UnusableInput) -> [UInt8] {
    do {
      return try DecodedText.decode(raw).utf8
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: displayName(of: path), line: error.line), error.message)])
    }
  }

  /// Whether bytes are those of an archive, as every .xlsx workbook is one.
  package static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Whether the bytes of a file given for a use are those of a workbook that can be read; throws where they are those of
  /// another file that is no text.
  static func isWorkbook(_ bytes: [UInt8], of path: String, as use: FileKind.Use) throws(UnusableInput) -> Bool {
    let kinds = try FileKinds.standard()
    guard let kind = kinds.kind(of: bytes) else { return false }
    guard kind.isWorkbook else { throw kinds.problem(kind, of: displayName(of: path), as: use) }
    return true
  }
}
