package import Accounts
import Formats
import FoundationEssentials
import System

/// Reading whole input files, within a bound on their size.
package enum InputFile {
  /// The largest file read, in bytes: far more than a country's largest department needs.
  package static let largestSize = 512 << 20

  /// What a path leads to.
  package enum Kind: Sendable {
    case file, folder, missing
  }

  /// Whether a path leads to a file, to a folder or to nothing.
  package static func kind(of path: String) -> Kind {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .missing }
    return isFolder ? .folder : .file
  }

  /// The paths that tell by their changes whether inputs changed: themselves, and the files in those that are folders.
  package static func watched(_ paths: [String], besides excluded: String) -> [String] {
    paths.flatMap { path in [path] + names(in: path, besides: excluded).map { path + "/" + $0 } }
  }

  /// The names of the files of an input that is a folder, but for hidden ones and `excluded`; none where it is none. A
  /// ledger is the files of its folder, a publication those below too.
  static func names(in folder: String, besides excluded: String, among files: InputFiles = InputFiles()) -> [String] {
    let names =
      PublishedReader.looksLikeLedger(folder, among: files)
      ? try? FileManager.default.contentsOfDirectory(atPath: folder)
      : try? FileManager.default.subpathsOfDirectory(atPath: folder)
    let left = realPath(of: excluded)
    return (names ?? []).sorted().filter { name in
      // A program's lock and swap files come and go beside what is being edited.
      !name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~$") }
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
      case .file: break
      }
    }
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
    guard descriptor >= 0 else { throw unusable("不能打开（\(String(cString: strerror(errno)))）", "应是可以读取的文件") }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 { bytes.reserveCapacity(min(Int(status.st_size), limit)) }
    // One byte more than the file has, to see that it ends there; no more, since most files are small and memory that
    // is touched costs.
    var buffer = [UInt8](repeating: 0, count: min(max(Int(status.st_size) + 1, 1 << 16), 1 << 20))
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unusable("读取失败（\(String(cString: strerror(errno)))）", "应是可以读取的文件") }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw unusable("超过 \(limit >> 20) MB", "文件应小于这个大小")
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// What a path is called in messages.
  package static func displayName(of path: String) -> String { path == "-" ? "标准输入" : path }

  /// The text of a file as UTF-8, decoded from UTF-8 or GB18030; throws a located problem when it is neither.
  package static func text(of path: String, atMost limit: Int = largestSize) throws(UnusableInput) -> [UInt8] {
    try text(try bytes(of: path, atMost: limit), of: path)
  }

  /// The text that the bytes of a file spell, as UTF-8; throws a located problem when they spell none.
  package static func text(_ raw: [UInt8], of path: String) throws(UnusableInput) -> [UInt8] {
    if let kind = binaryKind(of: raw) {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: displayName(of: path)), found: "这是\(kind)", expected: "应是文本文件",
          advice: "请在原软件中打开，把各表分别另存为“CSV UTF-8”")
      ])
    }
    do {
      return try DecodedText.decode(raw).utf8
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: displayName(of: path), line: error.line), error.message)])
    }
  }

  /// Whether bytes are those of an archive, as every .xlsx workbook is one.
  package static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Whether a path or its bytes are those of a workbook that is not .xlsx, or is locked with a password.
  package static func isOtherWorkbook(_ path: String, _ bytes: [UInt8] = []) -> Bool {
    let name = path.lowercased()
    let isCompound = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    return [".xls", ".et", ".ods"].contains(where: name.hasSuffix) || isCompound && name.hasSuffix(".xlsx")
  }

  /// What a file that is no text is, for those people most often mean to give; nil for any other.
  private static func binaryKind(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "旧版 Office 文件（.xls 或 .doc）" }
    if isArchive(bytes) { return "工作簿（.xlsx）或压缩文件" }
    if bytes.starts(with: Array("%PDF-".utf8)) { return " PDF 文件" }
    return nil
  }
}
