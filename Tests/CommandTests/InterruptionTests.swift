import Foundation
import TestSupport
import Testing

/// A run that is killed at any moment leaves the whole package of before or the whole package of after.
@Suite struct InterruptionTests {
  /// Which file the page is, and how long: it changes with the first byte written to it.
  private func page(_ output: String) throws -> [Int] {
    let attributes = try FileManager.default.attributesOfItem(atPath: output + "/index.html")
    return [attributes[.systemFileNumber], attributes[.size]].compactMap { ($0 as? NSNumber)?.intValue }
  }

  @Test func killedRunLeavesAWholePackage() throws {
    let folder = try TemporaryFolder()
    let other = try folder.ledger("账", ["文字.csv": "章节,内容\n单位职责,另一本账。\n机构设置,一。\n预算绩效情况,一。\n其他说明,无。\n"])
    let ledgers = [Example.datong.folder, other]
    // All but the workbook, which takes as long to make as all the others and is written as they are.
    let formats = ["--only", "html,md,csv,json", "-q"]
    let whole = try ledgers.enumerated().map { index, ledger in
      #expect(try Run(list: ["build", ledger, "-o", folder.path + "/全\(index)"] + formats).status == 0)
      return try folder.contents("全\(index)")
    }
    #expect(whole[0] != whole[1])
    let output = folder.path + "/公开"
    try FileManager.default.copyItem(atPath: folder.path + "/全0", toPath: output)

    for round in 0..<12 {
      let process = try Run.process(["build", ledgers[(round + 1) % 2], "-o", output] + formats)
      let before = try page(output)
      try process.run()
      // Killed while it writes, as soon as the page is another, or at any moment.
      switch round % 3 {
      case 0: while process.isRunning, !(try folder.entries.contains { $0.hasPrefix(".公开.") }) { usleep(200) }
      case 1: while process.isRunning, try page(output) == before { usleep(50) }
      default: usleep(.random(in: 0...300_000))
      }
      if round % 3 == 0 { usleep(.random(in: 0...15_000)) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try folder.contents("公开")
      #expect(left == whole[0] || left == whole[1], "第 \(round) 次中断后")
    }

    #expect(try Run(list: ["build", other, "-o", output] + formats).status == 0)
    #expect(try folder.contents("公开") == whole[1])
    #expect(try folder.entries == ["全0", "全1", "公开", "账"].sorted())
  }
}
