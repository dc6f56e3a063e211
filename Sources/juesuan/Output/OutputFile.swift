import Formats
import Reading
import Synchronization
import System

/// The file that a result is written to (输出文件), judged before anything is computed and again when it is written: it is
/// never an input of the run, and what stands there already is replaced only where it is known to be what the tool wrote.
final class OutputFile: Sendable {
  /// The path as typed.
  let path: String
  private let file: WholeFile
  private let record: WrittenFiles
  private let command: String
  private let isForced: Bool
  /// The folder among the inputs in which it lies.
  let inputFolder: String?
  /// What this run has written there.
  private let written = Mutex<String?>(nil)

  /// The file at a path, to be written by a command; throws ``OutputError`` where it must not be.
  ///
  /// `isForced` lets a stranger's file be replaced, but never an input. With `sparesLedgers` no ledger is replaced in which
  /// somebody has filled something in, unless the command has written just that.
  init(
    _ path: String, of command: String, inputs: RunInputs, record: WrittenFiles, isForced: Bool, sparesLedgers: Bool
  ) throws(OutputError) {
    self.path = path
    self.command = command
    self.record = record
    self.isForced = isForced
    file = WholeFile(path)
    inputFolder = inputs.folder(around: path)
    guard let node = FileNode(path) else { return }
    if node.kind == .folder { throw Self.refusal(path, "是一个目录，应是文件名", "请另给一个文件名") }
    guard node.kind == .file else { return }
    let known = knownFile
    if let input = inputs.file(that: node) { throw Self.isInput(path, input) }
    if !(known == .untouched && Self.isReportNobodyReads(path)), let input = inputs.fileOfFolder(that: node) {
      throw Self.isInput(path, input)
    }
    if sparesLedgers, node.size > 0, !(known == .untouched && record.entry(of: file.path)?.command == command),
      try LedgerInPlace.isFilledIn(path)
    {
      throw Self.refusal(path, "是一本填了数的账，不能被空白的工作簿替换，加 --force 也不行", "请另给一个文件名")
    }
    try refuseStranger(known)
  }

  /// Writes the result, whole or not at all; throws where the file has become another than it was.
  func write(_ bytes: [UInt8]) throws {
    if let node = FileNode(path), node.kind == .file { try refuseStranger(knownFile) }
    try file.write(bytes)
    guard FileNode(path)?.kind == .file else { return }
    let digest = SHA256(of: bytes).hexadecimal
    written.withLock { $0 = digest }
    record.note(WrittenFiles.Entry(command: command, digests: ["": digest]), at: file.path)
  }

  // MARK: What stands there

  private enum Known { case empty, untouched, changed, unknown }

  private var knownFile: Known {
    guard let bytes = try? readBytes(of: file.path, atMost: InputFile.largestSize) else { return .unknown }
    if bytes.isEmpty { return .empty }
    guard let digest = written.withLock(\.self) ?? record.entry(of: file.path)?.digests[""] else { return .unknown }
    return SHA256(of: bytes).hexadecimal == digest ? .untouched : .changed
  }

  private func refuseStranger(_ known: Known) throws(OutputError) {
    guard !isForced else { return }
    switch known {
    case .empty, .untouched: return
    case .changed: throw Self.refusal(path, "写出以后改过，重写会丢掉改动", "请另给一个文件名；确认可以替换的，加 --force")
    case .unknown:
      throw Self.refusal(path, "已有这个文件，不是本软件写的（或没有写它的记录）", "请另给一个文件名；确认可以替换的，加 --force")
    }
  }

  /// Whether a file in a folder is none that is taken for a part of a ledger or a publication: a report lying beside them.
  private static func isReportNobodyReads(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard !name.hasPrefix("index."), let types = FileType.named(by: path)?.types else { return false }
    return types.contains { [.html, .md, .text].contains($0) }
  }

  private static func isInput(_ path: String, _ input: String) -> OutputError {
    let same = path == input ? "" : "（\(InputFile.displayName(of: input))）"
    return refusal(path, "就是要读的文件\(same)，写在这里会毁掉它", "请另给一个文件名")
  }

  private static func refusal(_ path: String, _ found: String, _ advice: String) -> OutputError {
    OutputError(message: "\(path): 错误: \(found)，没有写。\(advice)。")
  }
}

/// The ledger that may stand where a blank one is to be written.
private enum LedgerInPlace {
  /// Whether a file is a ledger in which something is filled in, or a workbook that may be one and cannot be looked into.
  static func isFilledIn(_ path: String) throws(OutputError) -> Bool {
    do {
      return try LedgerReader().isFilledIn(path)
    } catch {
      throw OutputError(message: describe(error))
    }
  }
}
