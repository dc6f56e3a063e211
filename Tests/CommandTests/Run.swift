import Foundation
import TestSupport

/// A run of the built tool, from its arguments to its end.
struct Run: Sendable {
  let status: Int32
  let output: [UInt8]
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The tool, which is built beside the tests.
  static let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "juesuan")

  /// Where it remembers what it wrote in the tests, which is not where it does for whoever runs them.
  private static let state = tool.deletingLastPathComponent().appending(path: "test-state").path

  /// Runs the tool to its end; what it writes goes to files, so that no pipe can fill up.
  init(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:], outputPath: String? = nil
  ) throws {
    try self.init(list: arguments, input: input, environment: environment, outputPath: outputPath)
  }

  /// The same with the arguments in a list.
  init(
    list arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], outputPath: String? = nil
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
    process.environment = ["TERM": "xterm", "XDG_STATE_HOME": state]
      .merging(environment, uniquingKeysWith: { $1 })
    process.currentDirectoryURL = Checkout.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }
}

extension TemporaryFolder {
  /// A copy of the example ledger with other contents for some of its files.
  func ledger(_ name: String, _ changes: [String: String] = [:]) throws -> String {
    try FileManager.default.copyItem(atPath: Example.datong.folder, toPath: path + "/" + name)
    for (file, text) in changes { try write(text.utf8, to: "\(name)/\(file)") }
    return path + "/" + name
  }
}
