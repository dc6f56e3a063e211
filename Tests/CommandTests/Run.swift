import Foundation

/// A run of the built tool, from its arguments to its end.
struct Run {
  let status: Int32
  let output: [UInt8]
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The tool, which is built beside the tests.
  static let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "juesuan")

  /// The folder of the project.
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The example ledger.
  static let datong = project.appending(path: "Examples/datong-2024").path

  /// Runs the tool to its end; what it writes goes to files, so that no pipe can fill up.
  init(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:], outputPath: String? = nil
  ) throws {
    let folder = try TemporaryFolder()
    for name in ["输入", "输出", "消息"] { try folder.write(name == "输入" ? input : [], to: name) }
    let process = try Self.process(arguments, environment)
    process.standardInput = try FileHandle(forReadingFrom: folder.url("输入"))
    process.standardOutput = try FileHandle(forWritingTo: outputPath.map { URL(filePath: $0) } ?? folder.url("输出"))
    process.standardError = try FileHandle(forWritingTo: folder.url("消息"))
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    output = Array(try Data(contentsOf: folder.url("输出")))
    errors = String(decoding: try Data(contentsOf: folder.url("消息")), as: UTF8.self)
  }

  /// A process of the tool, not yet started, that reads and writes nothing.
  static func process(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.environment = ["TERM": "xterm"].merging(environment, uniquingKeysWith: { $1 })
    process.currentDirectoryURL = project
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }
}

/// A folder that is gone with the last use of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url(name))
  }

  /// A copy of the example ledger with other contents for some of its files.
  func ledger(_ name: String, _ changes: [String: String] = [:]) throws -> String {
    try FileManager.default.copyItem(atPath: Run.datong, toPath: path + "/" + name)
    for (file, text) in changes { try write(text.utf8, to: "\(name)/\(file)") }
    return path + "/" + name
  }

  /// Every file below a folder with its bytes; nil for a folder.
  func contents(_ name: String) throws -> [String: [UInt8]?] {
    var found: [String: [UInt8]?] = [:]
    for entry in try FileManager.default.subpathsOfDirectory(atPath: url(name).path) {
      found.updateValue(
        FileManager.default.contents(atPath: url(name).path + "/" + entry).map { Array($0) }, forKey: entry)
    }
    return found
  }

  var entries: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}
