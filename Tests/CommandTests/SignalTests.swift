import Foundation
import TestSupport
import Testing

/// A run that is told to stop takes with it what it has not finished, and what it started.
@Suite struct SignalTests {
  private let folder: TemporaryFolder

  /// A browser that never ends, with a child and a grandchild, whose numbers it writes down.
  init() throws {
    folder = try TemporaryFolder()
    let script = """
      #!/bin/sh
      /bin/sleep 600 & echo $! >> "$TMPDIR/processes"
      ( /bin/sleep 600 & echo $! >> "$TMPDIR/processes"; echo 都在 >> "$TMPDIR/processes"; wait ) &
      echo $$ >> "$TMPDIR/processes"
      wait
      """
    try folder.write(script, to: "bin/chromium")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url("bin/chromium").path)
  }

  private func printing() throws -> Process {
    try Run.process(
      ["build", Example.datong.folder, "--pdf", "--only", "html", "-o", folder.path + "/公开"],
      ["PATH": folder.path + "/bin", "TMPDIR": folder.path])
  }

  /// The processes that were started, once all of them are.
  private func started() throws -> [String] {
    for _ in 0..<1200 {
      let lines = try? String(contentsOf: folder.url("processes"), encoding: .utf8).split(separator: "\n").map(
        String.init)
      if let lines, lines.count == 4 { return lines.filter { $0 != "都在" } }
      usleep(50_000)
    }
    return []
  }

  /// Whether a process is there and has not ended.
  private func runs(_ process: String) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status.map { !$0.contains(") Z ") } ?? false
  }

  private func expectGone(_ processes: [String]) {
    #expect(processes.count == 3)
    for process in processes {
      for _ in 0..<200 where runs(process) { usleep(20_000) }
      #expect(!runs(process))
    }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat")), arguments: [SIGTERM, SIGINT, SIGHUP])
  func browserAndItsFolderGoWithTheRun(signal: Int32) throws {
    let process = try printing()
    try process.run()
    let processes = try started()
    #expect(try folder.entries.contains { $0.hasPrefix("juesuan-pdf-") })
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    expectGone(processes)
    #expect(try folder.entries == ["bin", "processes"])
  }

  /// Nothing can be done when it is killed; the next run clears up after it.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat")))
  func nextRunClearsUpAfterOneThatWasKilled() throws {
    let process = try printing()
    try process.run()
    let processes = try started()
    kill(process.processIdentifier, SIGKILL)
    // Foundation waits for all that hold the run's files open, and its browser does.
    for process in processes { kill(Int32(process) ?? 0, SIGKILL) }
    process.waitUntilExit()
    #expect(try folder.entries.count { $0.hasPrefix("juesuan-pdf-") } == 1)
    try folder.write("#!/bin/sh\nexit 1\n", to: "bin/chromium")
    try folder.write("旧", to: ".公开.juesuan-2147483647/index.html")
    let next = try Run(
      "build", Example.datong.folder, "--pdf", "--only", "html", "-o", folder.path + "/公开",
      environment: ["PATH": folder.path + "/bin", "TMPDIR": folder.path])
    #expect(next.status == 2)
    #expect(try !folder.entries.contains { $0.hasPrefix("juesuan-pdf-") })
    #expect(
      try Run("build", Example.datong.folder, "-o", folder.path + "/公开", "-q", "--only", "html").status == 0)
    #expect(try folder.entries == ["bin", "processes", "公开"])
  }

  /// Whoever starts a run with `nohup` wants it to go on.
  @Test(.enabled(if: OtherProgram.path("nohup") != nil, "no nohup on PATH"))
  func ignoredSignalsStayIgnored() throws {
    let output = folder.path + "/预览.html"
    let ledger = try folder.ledger("账")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["nohup", Run.tool.path, "preview", ledger, "-o", output, "--watch", "-q"]
    process.environment = ["PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: output) { usleep(50_000) }
    kill(process.processIdentifier, SIGHUP)
    usleep(500_000)
    #expect(process.isRunning)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGTERM)
  }

  /// Stopped at any moment while it writes, it leaves the old package or the new one, and nothing beside it.
  @Test func stoppedWhileWritingItLeavesNothingBeside() throws {
    let output = folder.path + "/公开"
    let build = ["build", Example.datong.folder, "-o", output, "-q", "--only", "html,md,csv,json"]
    #expect(try Run(list: build).status == 0)
    let whole = try folder.contents("公开")
    for round in 0..<8 {
      let process = try Run.process(build)
      try process.run()
      while process.isRunning, !(try folder.entries.contains { $0.hasPrefix(".公开.") }) { usleep(100) }
      usleep(.random(in: 0...8000))
      kill(process.processIdentifier, [SIGTERM, SIGINT, SIGHUP][round % 3])
      process.waitUntilExit()
      #expect(try folder.contents("公开") == whole, "第 \(round) 次中断后")
      #expect(try folder.entries == ["bin", "公开"], "第 \(round) 次中断后")
    }
  }
}
