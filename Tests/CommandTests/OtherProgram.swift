import Foundation
import TestSupport

/// A run of another program of the system.
struct OtherProgram {
  let status: Int32
  let output: String
  let errors: String

  /// Where a program is on PATH; nil where there is none of that name.
  static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs it to its end with a script as its standard input; what it writes goes to files, so that no pipe can fill up.
  init(_ name: String, _ arguments: [String], input: String = "", in folder: URL = Checkout.folder) throws {
    let files = try TemporaryFolder()
    for name in ["输入", "输出", "消息"] { try files.write(name == "输入" ? Array(input.utf8) : [], to: name) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["LC_ALL": "C.UTF-8", "HOME": files.path], uniquingKeysWith: { $1 })
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: files.url("输入"))
    process.standardOutput = try FileHandle(forWritingTo: files.url("输出"))
    process.standardError = try FileHandle(forWritingTo: files.url("消息"))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: files.url("输出")), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files.url("消息")), as: UTF8.self)
  }
}
