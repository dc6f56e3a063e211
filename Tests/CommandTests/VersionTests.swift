import Foundation
import TestSupport
import Testing

/// Which commit a program is of, as it was built and as Git's files tell it.
@Suite struct VersionTests {
  @Test func versionNamesACommitOfThisRepository() throws {
    let run = try Run("--version")
    #expect(run.status == 0 && run.errors == "")
    let version = try #require(run.text.wholeMatch(of: /juesuan 0\.1\.0(?: \(([0-9a-f]{12})\))?\n/))
    #expect(try Run("version").text == run.text)
    guard OtherProgram.path("git") != nil, try OtherProgram("git", ["rev-parse", "HEAD"]).status == 0 else { return }
    let commit = try #require(version.output.1)
    #expect(try OtherProgram("git", ["cat-file", "-t", String(commit)]).output == "commit\n")
  }

  /// The program that writes the commit into the sources, which is built beside the tests.
  private func commit(_ folder: TemporaryFolder, _ git: String, _ common: String) throws -> String? {
    let tool = Run.tool.deletingLastPathComponent().appending(path: "embed-files").path
    let output = folder.path + "/commit.swift"
    let run = try OtherProgram(
      tool, ["--commit", folder.url(git).path, folder.url(common).path, output])
    #expect(run.status == 0 && run.errors == "")
    let source = try String(contentsOfFile: output, encoding: .utf8)
    let value = try #require(source.firstMatch(of: /var commit: String\? { (?:"([0-9a-f]*)"|nil) }/))
    return value.output.1.map(String.init)
  }

  private let digits = "0123456789abcdef0123456789abcdef01234567"
  private let others = "fedcba9876543210fedcba9876543210fedcba98"

  @Test func commitIsReadFromGitsFiles() throws {
    let folder = try TemporaryFolder()
    #expect(try commit(folder, "没有", "没有") == nil)
    try folder.write("\(digits)\n".utf8, to: "git/HEAD")
    #expect(try commit(folder, "git", "git") == "0123456789ab")
    try folder.write("ref: refs/heads/分支\n".utf8, to: "git/HEAD")
    #expect(try commit(folder, "git", "git") == nil)
    let packed =
      "# pack-refs with: peeled fully-peeled sorted\n\(digits) refs/heads/旧分支\n\(others) refs/heads/分支\n^\(digits)\n"
    try folder.write(packed.utf8, to: "git/packed-refs")
    #expect(try commit(folder, "git", "git") == "fedcba987654")
    // A branch's own file is newer than what was packed.
    try folder.write("\(digits)\n".utf8, to: "git/refs/heads/分支")
    #expect(try commit(folder, "git", "git") == "0123456789ab")
    // A worktree has a HEAD of its own, and its branches where the others are.
    try folder.write("ref: refs/heads/分支\n".utf8, to: "git/worktrees/另一处/HEAD")
    #expect(try commit(folder, "git/worktrees/另一处", "git") == "0123456789ab")
    try folder.write("ref: refs/heads/.invalid\n".utf8, to: "git/HEAD")
    #expect(try commit(folder, "git", "git") == nil)
  }
}
