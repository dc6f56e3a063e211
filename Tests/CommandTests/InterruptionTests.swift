import Foundation
import Testing

/// A run that is killed at any moment leaves the whole package of before or the whole package of after.
@Suite struct InterruptionTests {
  @Test func killedRunLeavesAWholePackage() throws {
    let folder = try TemporaryFolder()
    let other = try folder.ledger("账", ["文字.csv": "章节,内容\n单位职责,另一本账。\n"])
    let ledgers = [Run.datong, other]
    let whole = try ledgers.enumerated().map { index, ledger in
      #expect(try Run("build", ledger, "-o", folder.path + "/全\(index)", "-q").status == 0)
      return try folder.contents("全\(index)")
    }
    #expect(whole[0] != whole[1])
    let output = folder.path + "/公开"
    #expect(try Run("build", ledgers[0], "-o", output, "-q").status == 0)

    for round in 0..<24 {
      let process = try Run.process(["build", ledgers[(round + 1) % 2], "-o", output])
      try process.run()
      // Half of the runs are killed while they write, which is when harm could be done.
      while round % 2 == 0, process.isRunning, !(try folder.entries.contains { $0.hasPrefix(".公开.") }) { usleep(200) }
      usleep(.random(in: 0...(round % 2 == 0 ? 15_000 : 150_000)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try folder.contents("公开")
      #expect(left == whole[0] || left == whole[1], "第 \(round) 次中断后")
    }

    #expect(try Run("build", other, "-o", output, "-q").status == 0)
    #expect(try folder.contents("公开") == whole[1])
    #expect(try folder.entries == ["全0", "全1", "公开", "账"].sorted())
  }
}
