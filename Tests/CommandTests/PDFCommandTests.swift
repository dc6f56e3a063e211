import Foundation
import TestSupport
import Testing

/// `build --pdf` with browsers that are made up, so that it is tested where there is none; `.ci/browser.py` tries it with
/// a real one.
@Suite struct PDFCommandTests {
  /// A folder with a program of a name that does what a shell script says; `$output` is where it should write to.
  private func folder(_ script: String, as name: String = "chromium") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let start = """
      #!/bin/sh
      for word in "$@"; do case "$word" in --print-to-pdf=*) output="${word#--print-to-pdf=}";; esac; done
      """
    try folder.write((start + "\n" + script + "\n").utf8, to: "bin/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url("bin/\(name)").path)
    return folder
  }

  private func build(_ folder: TemporaryFolder) throws -> Run {
    try Run(
      "build", Example.datong.folder, "--pdf", "--only", "html", "-o", folder.path + "/公开",
      environment: ["PATH": folder.path + "/bin", "TMPDIR": folder.path])
  }

  @Test func withoutAProgramNothingIsWritten() throws {
    let folder = try TemporaryFolder()
    let run = try build(folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("没有找到可以生成 PDF 的程序") && run.errors.contains("weasyprint"))
    #expect(run.errors.contains("apt install chromium fonts-noto-cjk"))
    #expect(try folder.entries.isEmpty)
  }

  @Test func whatTheProgramSaysIsPassedOnAndNothingIsWritten() throws {
    let folder = try folder("echo 磁盘满了 >&2; exit 21")
    let run = try build(folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("没有生成 PDF（结束状态 21）") && run.errors.contains("磁盘满了"))
    #expect(try folder.entries == ["bin"])
  }

  @Test(arguments: ["echo 不是 > \"$output\"", "echo %PDF-1.4 > \"$output\"", "kill -9 $$", ":"])
  func whatIsNoPDFIsNotPublished(script: String) throws {
    let folder = try folder(script)
    let run = try build(folder)
    #expect(run.status == 2 && run.errors.contains("没有写出任何文件"))
    #expect(try folder.entries == ["bin"])
  }

  /// The page is printed again with the numbers that the first print gave.
  @Test func contentsBearThePagesOfTheFirstPrint() throws {
    let folder = try folder(
      """
      for word in "$@"; do page="${word#file://}"; done
      /bin/cat "$page" >> "$TMPDIR/pages.html"
      echo "$@" >> "$TMPDIR/arguments"
      /bin/cat "$TMPDIR/made.pdf" > "$output"
      """)
    try folder.write(HandMadePDF(pages: ["part-1": 2, "table-01": 3]).bytes, to: "made.pdf")
    let run = try build(folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("是第 130 版"))
    let pages = try String(contentsOf: folder.url("pages.html"), encoding: .utf8)
    #expect(pages.ranges(of: "<!DOCTYPE html>").count == 2)
    #expect(pages.ranges(of: "<span class=\"page\">").count == 2)
    #expect(pages.contains("概况 <span class=\"page\">2</span></a>"))
    #expect(pages.contains("一、收入支出决算总表 <span class=\"page\">3</span></a>"))
    // Nothing of the page runs or is fetched while it is printed.
    #expect(!pages.contains("<script") && pages.contains("script-src &#39;none&#39;"))
    #expect(try String(contentsOf: folder.url("arguments"), encoding: .utf8).contains("MAP * ~NOTFOUND"))
    #expect(Set(try folder.contents("公开").keys) == ["index.html", "决算公开.pdf"])
    #expect(!(try folder.entries.contains { $0.hasPrefix("juesuan-pdf") }))
  }

  @Test func pagesThatNeverSettleAreReported() throws {
    let folder = try folder(
      """
      if [ -e "$TMPDIR/odd" ]; then /bin/rm "$TMPDIR/odd"; /bin/cat "$TMPDIR/a.pdf" > "$output"
      else : > "$TMPDIR/odd"; /bin/cat "$TMPDIR/b.pdf" > "$output"; fi
      """)
    try folder.write(HandMadePDF(pages: ["part-1": 1]).bytes, to: "a.pdf")
    try folder.write(HandMadePDF(pages: ["part-1": 2]).bytes, to: "b.pdf")
    let run = try build(folder)
    #expect(run.status == 2 && run.errors.contains("页码定不下来"))
    #expect(!(try folder.entries.contains("公开")))
  }

  @Test func weasyPrintIsAskedOnce() throws {
    let folder = try folder("echo %PDF-1.7 > \"$3\"; echo . >> \"$TMPDIR/runs\"", as: "weasyprint")
    let run = try build(folder)
    #expect(run.status == 0)
    #expect(try String(contentsOf: folder.url("runs"), encoding: .utf8) == ".\n")
    #expect(try String(contentsOf: folder.url("公开/决算公开.pdf"), encoding: .utf8) == "%PDF-1.7\n")
  }
}
