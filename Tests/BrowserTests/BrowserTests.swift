import Foundation
import TestSupport
import Testing

/// What `.ci/browser.py` finds in a real browser, where there is one.
@Suite struct BrowserTests {
  @Test(.enabled(if: Browser.isThere, "没有浏览器：PATH 里要有 chromium，.build/browser 里要有 .ci/run 装的 Python 包"))
  func pagesWorkInABrowser() throws {
    let log = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)")
    #expect(FileManager.default.createFile(atPath: log.path, contents: nil))
    defer { try? FileManager.default.removeItem(at: log) }
    let process = Process()
    process.executableURL = Browser.python
    let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "juesuan")
    process.arguments = [".ci/browser.py", "--quick", tool.path, "Examples/datong-2024"]
    process.currentDirectoryURL = Checkout.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: log, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said)")
  }
}

/// The browser, and the Python that drives it.
private enum Browser {
  static let python = Checkout.folder.appending(path: ".build/browser/bin/python")

  static var isThere: Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return FileManager.default.isExecutableFile(atPath: python.path)
      && folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/chromium") }
  }
}
