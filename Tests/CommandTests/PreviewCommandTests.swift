import Foundation
import Reading
import System
import TestSupport
import Testing

@testable import juesuan

/// `juesuan preview`: one file, from a ledger or a publication, and again when its inputs change.
@Suite struct PreviewCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func ledgerBecomesOnePageWithItsMaterials() throws {
    let output = folder.path + "/预览.html"
    let waivers = folder.path + "/豁免.csv"
    try folder.write("规则,地址,理由\nD07,,与财政部门的表样一致\n".utf8, to: "豁免.csv")
    let run = try Run(
      "preview", Example.datong.folder, "-o", output, "--waivers", waivers, "--prior", Example.datong.folder)
    #expect(run.status == 0 && run.output == [])
    let page = try String(contentsOfFile: output, encoding: .utf8)
    for part in [
      "仅供内部审核", "id=\"waived\"", "与财政部门的表样一致", "id=\"comparison\"", "id=\"relations\"", "id=\"sources\"",
      "id=\"sign-off\"",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    // What sha256sum prints for an input stands on the sheet to sign.
    let sums = Process()
    sums.executableURL = URL(filePath: "/usr/bin/env")
    sums.arguments = ["sha256sum", Example.datong.folder + "/支出.csv"]
    let pipe = Pipe()
    sums.standardOutput = pipe
    try sums.run()
    let digest = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
    #expect(digest.count == 64 && page.contains(digest))
    #expect(try folder.entries == ["豁免.csv", "预览.html"])
    #expect(
      try Run("preview", Example.datong.folder, "-o", "-", "--waivers", waivers, "--prior", Example.datong.folder)
        .output == Array(page.utf8))
  }

  @Test func publicationBecomesAPageWithItsTextAndTables() throws {
    let output = folder.path + "/预览.html"
    let run = try Run("preview", Example.datong.folder + "/disclosure/index.md", "-o", output)
    #expect(run.status == 0)
    let page = try String(contentsOfFile: output, encoding: .utf8)
    for part in ["data-cell=\"05.208.1\"", "第三部分", "名词解释", "id=\"sign-off\"", "index.md"] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("id=\"sources\""))
  }

  @Test func wrongUsageAndUnusableInputWriteNothing() throws {
    let output = folder.path + "/预览.html"
    #expect(try Run("preview", Example.datong.folder).errors.contains("没有输出文件"))
    #expect(try Run("preview", "-", "-o", output, "--watch").errors.contains("--watch"))
    // What is watched would be written, and so change, again and again.
    let watched = try folder.ledger("盯")
    for page in ["盯/预览.html", "盯/里/预览.html"] {
      let run = try Run("preview", watched, "-o", folder.path + "/" + page, "--watch")
      #expect(run.status == 2 && run.errors.contains("不能写在它里面。请另给一个位置"), "\(page)")
    }
    try FileManager.default.removeItem(atPath: watched)
    let ledger = try folder.ledger("账", ["收入.csv": "功能科目编码,收入来源,金额\n2013801,不知道,10000\n"])
    let run = try Run("preview", ledger, "-o", output)
    #expect(run.status == 2 && run.errors.contains("收入.csv:2"))
    #expect(try folder.entries == ["账"])
  }

  /// Watched, the page is written anew when the ledger changes, says what is wrong with it when it cannot be read, even
  /// at first, and recovers.
  @Test func watchedPageFollowsItsInputs() throws {
    let ledger = try folder.ledger("账")
    let income = try String(contentsOfFile: ledger + "/收入.csv", encoding: .utf8)
    let broken = (income + "2013801,不知道,1\n").utf8
    try folder.write(broken, to: "账/收入.csv")
    let output = folder.path + "/预览.html"
    let process = try Run.process(["preview", ledger, "-o", output, "--watch", "--quiet"])
    try process.run()
    defer {
      // A test's thread may block the signal that asks politely, and what it starts inherits that.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    func wait(for condition: (String) -> Bool) -> Bool {
      for _ in 0..<600 {
        if let page = try? String(contentsOfFile: output, encoding: .utf8), condition(page) { return true }
        usleep(50_000)
      }
      return false
    }
    #expect(wait { $0.contains("role=\"alert\"") && $0.contains("收入.csv:") && $0.contains("还没有可看的稿子") })
    #expect(try !String(contentsOfFile: output, encoding: .utf8).contains("0年度"))
    try folder.write(income.utf8, to: "账/收入.csv")
    #expect(wait { $0.contains("data-stamp=") && !$0.contains("role=\"alert\"") })
    try folder.write(broken, to: "账/收入.csv")
    #expect(wait { $0.contains("role=\"alert\"") && $0.contains("收入.csv:") && $0.contains("data-cell=\"05.208.1\"") })
    try folder.write(income.utf8, to: "账/收入.csv")
    #expect(wait { !$0.contains("role=\"alert\"") })
    #expect(process.isRunning)
  }

  @Test func changesAreSeenOnceTheyHaveSettledAndOnlyThose() throws {
    try folder.write("一".utf8, to: "账/收入.csv")
    var changes = FileChanges { [folder] in InputFile.watched([folder.path + "/账"]) }
    func settled() -> Bool { changes.haveSettled() }
    #expect(!settled())
    try folder.write("一二".utf8, to: "账/收入.csv")
    #expect(settled())
    #expect(!settled())
    try folder.write("三".utf8, to: "账/支出.csv")
    #expect(settled())
    // What programs keep beside the inputs is none of them, and a pipe is not waited for.
    #expect(mkfifo(folder.path + "/账/管道.csv", 0o600) == 0)
    try folder.write("锁".utf8, to: "账/.~lock.收入.csv#")
    try folder.write("锁".utf8, to: "账/~$填报.xlsx")
    #expect(!settled())
    try FileManager.default.removeItem(atPath: folder.path + "/账/支出.csv")
    #expect(settled())
  }
}
