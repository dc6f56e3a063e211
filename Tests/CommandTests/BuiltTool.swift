import Foundation
import Testing

/// The built tool, run as a user runs it.
enum BuiltTool {
  /// How a run ended, and what it wrote.
  struct Run {
    let status: Int32
    let output: Data
    let messages: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The tool stands beside the test bundle.
  private static let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "juesuan")

  /// Runs the tool in the root of the package.
  static func run(_ arguments: String...) throws -> Run {
    let folder = try TemporaryFolder()
    let (output, messages) = (folder.url.appending(path: "out"), folder.url.appending(path: "err"))
    for file in [output, messages] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try Data(contentsOf: output),
      messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
  }
}

/// A folder that is gone when nobody holds it any more.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "juesuan-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file into the folder and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Copies an example's ledger with a text replaced in one of its files, and gives its path.
  func copy(ofExample example: String, replacing old: String, with new: String, in file: String) throws -> String {
    let copy = url.appending(path: example)
    try FileManager.default.copyItem(at: BuiltTool.root.appending(path: "Examples/\(example)"), to: copy)
    let place = copy.appending(path: file)
    let text = try String(contentsOf: place, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: place)
    return copy.path
  }
}
