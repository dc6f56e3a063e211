import Foundation
import TestSupport
import Testing

@testable import juesuan

/// No output over an input or a stranger: what a run may write over, and what it refuses.
@Suite struct OutputTests {
  private let folder: TemporaryFolder
  private static let ledger = Example.datong.folder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  private func text(_ name: String) throws -> String { try String(contentsOf: folder.url(name), encoding: .utf8) }

  /// Runs a command that is to be refused; everything in the folder stays as it was.
  private func refused(
    _ arguments: String..., saying words: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  )
    throws
  {
    let before = try folder.contents()
    let process = try Run(list: arguments)
    #expect(process.status == 2 && process.output == [], "\(process.errors)", sourceLocation: sourceLocation)
    #expect(process.errors.contains(words), "\(process.errors)", sourceLocation: sourceLocation)
    #expect(try folder.contents() == before, sourceLocation: sourceLocation)
  }

  // MARK: Inputs

  /// Under its own name, another spelling of it, a link and a hard link, forced or not.
  @Test func inputIsNeverWrittenOver() throws {
    try folder.write(Run("convert", Self.ledger).output, to: "账.json")
    try folder.makeFolder("里")
    try FileManager.default.createSymbolicLink(atPath: path("链.json"), withDestinationPath: "账.json")
    try FileManager.default.linkItem(atPath: path("账.json"), toPath: path("硬.json"))
    for output in ["账.json", "里/../账.json", "链.json", "硬.json"] {
      for extra in [[], ["--force"]] {
        for command in [
          ["convert", path("账.json")], ["check", path("账.json")], ["diff", path("账.json"), Self.ledger],
        ] {
          let before = try folder.contents()
          let run = try Run(list: command + ["-o", path(output)] + extra)
          #expect(run.status == 2 && run.errors.contains("就是要读的文件"), "\(command[0]) \(output): \(run.errors)")
          #expect(try folder.contents() == before)
        }
      }
    }
    let script = "'\(Run.tool.path)' convert - -o '\(path("账.json"))' --force < '\(path("账.json"))'"
    let before = try folder.contents()
    let redirected = try OtherProgram("sh", ["-c", script])
    #expect(redirected.status == 2 && redirected.errors.contains("就是要读的文件（标准输入）"))
    #expect(try folder.contents() == before)
    try folder.write("<p>", to: "稿.html")
    try refused("preview", path("稿.html"), "-o", path("稿.html"), "--watch", saying: "就是要读的文件")
    try refused("preview", path("稿.html"), "-o", path("稿.html"), "--force", saying: "就是要读的文件")
  }

  /// Not only the operand: last year's, the waivers, the codes, a form, a place and templates are inputs too.
  @Test func everyOptionThatIsReadIsAnInput() throws {
    try folder.write("规则,地址,理由\nD07,,无\n", to: "豁免.csv")
    try folder.write("code,name\n2013801,行政运行\n", to: "科目.csv")
    try folder.write(Run("convert", Self.ledger).output, to: "上年.json")
    try folder.write("{}", to: "表样.json")
    try folder.write("{}", to: "地方/words.json")
    try folder.write("a", to: "模板/html/style.html")
    for (option, file) in [
      ("--waivers", "豁免.csv"), ("--codes", "科目.csv"), ("--prior", "上年.json"), ("--form", "表样.json"),
    ] {
      try refused("check", Self.ledger, option, path(file), "-o", path(file), "--force", saying: "就是要读的文件")
    }
    try refused(
      "check", Self.ledger, "--place", path("地方"), "-o", path("地方/words.json"), "--force",
      saying: "地方/words.json: 错误: 就是要读的文件")
    try refused(
      "preview", Self.ledger, "--templates", path("模板"), "-o", path("模板/html/style.html"), "--force", saying: "要读的文件")
    try folder.write(Run("convert", Self.ledger).output, to: "账.xlsx")
    try refused("new", "2025", "--from", path("账.xlsx"), "-o", path("账.xlsx"), "--force", saying: "就是要读的文件")
    // A file in a folder that is read, by whatever way it is reached.
    let ledger = try folder.ledger("账")
    try FileManager.default.createSymbolicLink(atPath: path("外.csv"), withDestinationPath: "账/收入.csv")
    for output in ["账/收入.csv", "外.csv"] {
      try refused("check", ledger, "-o", path(output), "--force", saying: "要读的文件")
    }
  }

  @Test func packageIsNotWrittenOverAnInput() throws {
    let package = try folder.package("公开")
    try refused("build", Self.ledger, "--prior", package, "-o", package, "--force", saying: "里面有要读的文件")
    try refused("build", Self.ledger, "--prior", package + "/data.json", "-o", package, saying: "里面有要读的文件")
    try refused("check", package, "-o", package + "/index.html", saying: "要读的文件")
    let ledger = try folder.ledger("账")
    try refused("build", ledger, "-o", ledger, "--force", saying: "目录里有不是本软件写的文件")
    // A package may lie in the folder of its ledger.
    for _ in 0..<2 { #expect(try Run("build", ledger, "-o", ledger + "/公开", "-q", "--only", "md,json").status == 0) }
  }

  // MARK: Strangers

  @Test func sameCommandMayBeRunAgainAndAgain() throws {
    for (arguments, name) in [
      (["check", Self.ledger], "核对.html"), (["check", Self.ledger], "核对.csv"), (["check", Self.ledger], "核对"),
      (["convert", Self.ledger], "账.json"), (["convert", Self.ledger], "账.xlsx"),
      (["preview", Self.ledger], "预览.html"),
      (["new", "2025"], "空.xlsx"), (["new", "2025", "--from", Self.ledger], "填报.xlsx"),
    ] {
      for _ in 0..<2 {
        let run = try Run(list: arguments + ["-o", path(name), "-q"])
        #expect(run.status == 0, "\(arguments) \(run.errors)")
      }
    }
    for _ in 0..<2 { #expect(try Run("build", Self.ledger, "-o", path("页"), "--only", "html", "-q").status == 0) }
  }

  @Test func strangersFileIsKept() throws {
    for name in ["我.html", "我.csv", "我.txt", "我.json", "我.xlsx", "我"] {
      try folder.write("我的", to: name)
      let command = name.hasSuffix("xlsx") ? ["convert"] : ["check"]
      let before = try folder.contents()
      let run = try Run(list: command + [Self.ledger, "-o", path(name)])
      #expect(run.status == 2 && run.output == [])
      #expect(
        run.errors == "\(path(name)): 错误: 已有这个文件，不是本软件写的（或没有写它的记录），没有写。请另给一个文件名；确认可以替换的，加 --force。\n")
      #expect(try folder.contents() == before)
    }
    #expect(try Run("check", Self.ledger, "-o", path("我.html"), "--force", "-q").status == 0)
    #expect(try text("我.html").hasPrefix("<!DOCTYPE html>"))
    try refused("check", Self.ledger, "-o", folder.path, saying: "是一个目录，应是文件名")
    // What holds nothing loses nothing, as a file that was made to be written to.
    try folder.write("", to: "空.txt")
    #expect(try Run("check", Self.ledger, "-o", path("空.txt"), "-q").status == 0)
  }

  @Test func whatWasSavedOverIsKept() throws {
    for name in ["核对.html", "核对.csv", "核对.txt"] {
      #expect(try Run("check", Self.ledger, "-o", path(name), "-q").status == 0)
      try folder.write(text(name) + "批注", to: name)
      try refused("check", Self.ledger, "-o", path(name), saying: "写出以后改过，重写会丢掉改动，没有写")
      #expect(try Run("check", Self.ledger, "-o", path(name), "--force", "-q").status == 0)
      #expect(try Run("check", Self.ledger, "-o", path(name), "-q").status == 0)
    }
  }

  /// Where nothing can be remembered, nothing is known, and what is there is kept.
  @Test func withoutARecordNothingIsReplaced() throws {
    try folder.write("", to: "状态")
    let environment = ["XDG_STATE_HOME": path("状态")]
    #expect(try Run("check", Self.ledger, "-o", path("核对.html"), "-q", environment: environment).status == 0)
    let again = try Run("check", Self.ledger, "-o", path("核对.html"), "-q", environment: environment)
    #expect(again.status == 2 && again.errors.contains("没有写它的记录"))
    // A package brings its own digests.
    for _ in 0..<2 {
      #expect(
        try Run("build", Self.ledger, "-o", path("公开"), "-q", "--only", "html,json", environment: environment).status
          == 0)
    }
  }

  @Test func handEditedPageIsTold() throws {
    try folder.package("公开")
    try folder.write(text("公开/index.html").replacing("大同市", with: "大同"), to: "公开/index.html")
    try refused("build", Self.ledger, "-o", path("公开"), saying: "目录里的 index.html 写出以后改过，重写会丢掉改动")
    #expect(try Run("build", Self.ledger, "-o", path("公开"), "--force", "-q").status == 0)
    #expect(try text("公开/index.html").contains("大同市"))
  }

  @Test func devicesAndPipesAreWrittenTo() throws {
    #expect(try Run("check", Self.ledger, "-o", "/dev/null", "-q").status == 0)
    #expect(
      try Run("convert", Self.ledger, "-o", "-").output == Run("convert", Self.ledger, "-o", "/dev/stdout").output)
  }

  /// A file that somebody changes while the page is watched is not written over.
  @Test func watchedPageThatIsSavedOverIsKept() throws {
    let ledger = try folder.ledger("账")
    let income = try text("账/收入.csv")
    let process = try Run.process(["preview", ledger, "-o", path("预览.html"), "--watch", "-q"])
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: path("预览.html")) { usleep(50_000) }
    usleep(500_000)
    try folder.write("我的批注", to: "预览.html")
    try folder.write(income + "\n", to: "账/收入.csv")
    for _ in 0..<600 where process.isRunning { usleep(50_000) }
    #expect(!process.isRunning && process.terminationStatus == 2)
    #expect(try text("预览.html") == "我的批注")
  }

  // MARK: Ledgers

  /// What was filled in is never lost to a blank workbook, not even by force.
  @Test func newNeverReplacesAFilledLedger() throws {
    for arguments in [["new", "2025"], ["new", "2025", "--from", Self.ledger]] {
      #expect(try Run("convert", Self.ledger, "-o", path("账.xlsx"), "-q").status == 0)
      for extra in [[], ["--force"]] {
        let before = try folder.contents()
        let run = try Run(list: arguments + ["-o", path("账.xlsx")] + extra)
        #expect(run.status == 2 && run.errors.contains("是一本填了数的账，不能被空白的工作簿替换，加 --force 也不行，没有写。"))
        #expect(try folder.contents() == before)
      }
    }
    // Anything else is a stranger's.
    try folder.write("不是账", to: "别的.xlsx")
    try refused("new", "2025", "-o", path("别的.xlsx"), saying: "确认可以替换的，加 --force")
    #expect(try Run("new", "2025", "-o", path("别的.xlsx"), "--force", "-q").status == 0)
  }

  // MARK: Formats

  @Test(arguments: [
    (["check"], "x.html", "<!DOCTYPE html>"), (["check"], "x.HTM", "<!DOCTYPE html>"), (["check"], "x.json", "{"),
    (["check"], "x.sarif", "{\n  \"$schema\""), (["check"], "x.sarif.json", "{\n  \"$schema\""),
    (["check"], "x.md", "# "),
    (["check"], "x.csv", "\u{FEFF}来源,"), (["check"], "x.txt", "情况说明: "), (["check"], "x", "情况说明: "),
    (["check"], "x.v2", "情况说明: "), (["check", "--format", "sarif"], "x.json", "{\n  \"$schema\""),
    (["check", "--format", "csv"], "x", "\u{FEFF}来源,"), (["convert"], "x.json", "{"), (["convert"], "x.XLSX", "PK"),
  ])
  func endOfTheNameDecides(command: [String], name: String, start: String) throws {
    #expect(try Run(list: command + [Self.ledger, "-o", path(name), "-q"]).status == 0)
    #expect(String(decoding: try Data(contentsOf: folder.url(name)).prefix(40), as: UTF8.self).hasPrefix(start))
  }

  @Test(arguments: [
    (["check", "--format", "json"], "x.html", "--format 是 json，而 -o 的文件名以 .html 结尾，两者不一致。请改其中一个。"),
    (["check", "--format", "text"], "x.csv", "两者不一致"), (["check", "--format", "json"], "x.sarif", "两者不一致"),
    (
      ["check"], "x.ods",
      "-o 的文件名以 .ods 结尾，而这个命令能写的是 .txt、.json、.sarif、.csv、.md、.html、.xlsx、.docx。请换一个文件名。"
    ), (["check", "--format", "docx"], "x.xlsx", "两者不一致"),
    (["check"], "x.pdf", "请换一个文件名"), (["diff", ledger], "x.html", "能写的是 .txt、.json、.csv。"),
    (["convert"], "x.csv", "能写的是 .xlsx、.json。"),
    (["preview"], "x.pdf", "能写的是 .html。"), (["preview"], "x.xlsx", "能写的是 .html。"),
  ])
  func nameThatSaysSomethingElseIsRefused(command: [String], name: String, words: String) throws {
    let run = try Run(list: command + [Self.ledger, "-o", path(name)])
    #expect(run.status == 2 && run.output == [] && run.errors.contains(words), "\(run.errors)")
    #expect(run.errors.hasSuffix("\n用法见 juesuan \(command[0]) --help\n"))
    #expect(try folder.entries == [])
  }

  @Test(arguments: ["x.csv", "x.json", "x.xls", "x.html"])
  func newWritesWorkbooksOnly(name: String) throws {
    try refused("new", "2025", "-o", path(name), saying: "而这个命令能写的是 .xlsx。请换一个文件名。")
  }

  // MARK: The record

  @Test func recordRemembersAndForgetsTheOldest() throws {
    let record = WrittenFiles(in: path("状态"))
    let entry = WrittenFiles.Entry(command: "build", digests: ["index.html": "ab", "tables/01-名 称.csv": "cd"])
    #expect(record.entry(of: path("公开")) == nil)
    record.note(entry, at: path("公开"))
    #expect(record.entry(of: path("公开")) == entry)
    #expect(record.entry(of: path("状态/../公开")) == entry)
    #expect(record.entry(of: path("公")) == nil)
    #expect(WrittenFiles(in: nil).entry(of: path("公开")) == nil)
    for number in 0..<1001 { try folder.write([], to: "状态/旧\(number)") }
    for number in 0..<1001 {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: path("状态/旧\(number)"))
    }
    record.note(entry, at: path("又"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("状态")).count == 900)
    #expect(record.entry(of: path("公开")) == entry && record.entry(of: path("又")) == entry)
  }

  @Test func recordStandsInTheUsersState() throws {
    let home = try Run(
      "check", Self.ledger, "-o", path("核对.txt"), "-q", environment: ["XDG_STATE_HOME": "", "HOME": folder.path])
    #expect(home.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path(".local/state/juesuan/written")).count == 1)
  }
}
