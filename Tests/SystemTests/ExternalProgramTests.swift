import Foundation
import Testing

@testable import System

/// Programs that are started: how long they may run, what is kept of what they say, and what is left of them.
@Suite struct ExternalProgramTests {
  private let shell: ExternalProgram

  init() throws { shell = try #require(ExternalProgram(named: ["sh"], path: "/bin:/usr/bin")) }

  private func run(_ script: String, seconds: Int = 60) throws -> ExternalProgram.Outcome {
    try #require(shell.run(["-c", script], seconds: seconds))
  }

  /// Whether a process is there and has not ended; one that has ended may wait to be looked after by another.
  private func runs(_ process: String) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status.map { !$0.contains(") Z ") } ?? false
  }

  @Test func statusAndWordsArePassedOn() throws {
    let outcome = try run("echo 一; echo 二 >&2; exit 7")
    #expect(outcome.status == 7 && !outcome.isOverTime && outcome.output == "一\n二\n")
    #expect(try run("kill -9 $$").status == nil)
    #expect(try run(":").status == 0)
  }

  /// Time is that of the clock, however often the program says something.
  @Test(arguments: ["sleep 60", "while :; do echo 很多话; done"])
  func timeIsBounded(script: String) throws {
    let began = ContinuousClock.now
    let outcome = try run(script, seconds: 1)
    #expect(outcome.isOverTime && outcome.status == nil)
    #expect((.seconds(1) ... .seconds(20)).contains(ContinuousClock.now - began))
  }

  /// The last words say why it failed; a gigabyte of them would not fit in memory.
  @Test func wordsAreBounded() throws {
    let outcome = try run("head -c 20000000 /dev/zero | tr '\\0' a; echo 最后一句")
    #expect(outcome.status == 0 && outcome.output.hasSuffix("aaa最后一句\n"))
    #expect(outcome.output.utf8.count == ExternalProgram.outputLimit)
  }

  /// Children and theirs end with the program: when it ends by itself, and when its time is up.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat")), arguments: ["exit 3", "sleep 300"])
  func nothingItStartedIsLeft(end: String) throws {
    let outcome = try run("sleep 300 & echo $!; (sleep 300 & echo $!; wait) & echo $!; sleep 1; \(end)", seconds: 3)
    let processes = outcome.output.split(separator: "\n").map(String.init)
    #expect(processes.count == 3)
    for process in processes {
      for _ in 0..<100 where runs(process) { usleep(20_000) }
      #expect(!runs(process))
    }
  }
}
