import Rendering
import System

/// The folder that a package is written to (输出目录), judged before anything is computed and again when it is written.
struct OutputFolder {
  /// The path as typed.
  let path: String
  private let folder: PackageFolder
  private let record: WrittenFiles
  private let command: String

  /// The folder at a path; throws where an input of the run lies in it, or something that is not a package the tool wrote.
  ///
  /// With `holdsLedger` it is a ledger of CSV files that is written, and no package.
  init(
    _ path: String, of command: String, inputs: RunInputs, record: WrittenFiles, isForced: Bool,
    holdsLedger: Bool = false
  ) throws {
    self.path = path
    self.command = command
    self.record = record
    folder = PackageFolder(
      path, digests: record.entry(of: path)?.digests ?? [:], isForced: isForced,
      names: holdsLedger ? try LedgerFolder.names() : nil)
    try folder.refuseOthers()
    if let input = inputs.input(in: path) {
      throw OutputError(message: "\(path): 错误: 里面有要读的文件（\(input)），整个目录会被替换，所以没有写。请换一个输出目录。")
    }
  }

  /// Writes a package, whole or not at all. Only one that does not bring its own digests has to be remembered.
  func write(_ contents: PackageContents) throws {
    try folder.write(contents)
    guard !contents.files.contains(where: { $0.path == DisclosureJSON.fileName }) else { return }
    record.note(WrittenFiles.Entry(command: command, digests: contents.digests), at: path)
  }
}
