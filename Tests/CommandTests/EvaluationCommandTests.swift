import Foundation
import TestSupport
import Testing

/// Self-evaluations on the command line.
@Suite struct EvaluationCommandTests {
  private func example(_ name: String) -> String { Checkout.folder.appending(path: "Examples/\(name)").path }

  /// The rules of the findings of an input, without the notes on the ten tables.
  private func rules(_ run: Run) throws -> [String] {
    let root = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let findings = try #require(root?["findings"] as? [[String: Any]])
    return findings.compactMap { $0["rule"] as? String }
  }

  @Test func theWrongExampleIsFoundOut() throws {
    let run = try Run("check", example("yunxi-2024-wrong-evaluation"), "--format", "json")
    #expect(run.status == 1)
    #expect(
      try rules(run).filter { $0.hasPrefix("P-") } == [
        "P-E1", "P-E2", "P-E12", "P-E3", "P-E6", "P-E4", "P-E7", "P-E8", "P-E5", "P-S2", "P-X1",
      ])
    #expect(run.text.contains("\"tables\": 1"))
  }

  @Test func whatIsWrongIsNotPublished() throws {
    let folder = try TemporaryFolder()
    let run = try Run("build", example("yunxi-2024-wrong-evaluation"), "-o", folder.path + "/公开")
    #expect(run.status == 1)
    #expect(try folder.entries == [])
    let draft = try Run(
      "build", "--draft", example("yunxi-2024-wrong-evaluation"), "-o", folder.path + "/草稿", "--only", "html")
    #expect(draft.status == 0)
    let page = try String(contentsOf: folder.url("草稿/index.html"), encoding: .utf8)
    #expect(page.contains("id=\"cell-绩效.1.年度资金总额.执行率\""))
  }

  @Test func theExampleIsPublishedWithItsTables() throws {
    let folder = try TemporaryFolder()
    let run = try BuiltPackage.of(.yunxi).run
    #expect(run.status == 0)
    #expect(run.errors.contains("自评表 7 张"))
    try folder.package("公开", of: .yunxi)
    let files = try folder.contents("公开").keys.filter { $0.hasPrefix("evaluations/") && $0.hasSuffix(".csv") }
    // Seven tables, and the data table of the whole department.
    #expect(files.count == 8)
    for file in ["index.html", "index.md"] {
      let check = try Run("check", folder.path + "/公开/" + file)
      #expect(check.status == 0)
      #expect(check.text.contains("自评表 7 张"))
      #expect(!check.text.contains("[P-"))
    }
    // What was written is ours to replace.
    #expect(try Run("build", example("yunxi-2024"), "-o", folder.path + "/公开").status == 0)
  }

  /// A telephone number in a reason is found in the ledger and in all that comes of it, once in each.
  @Test func whatMustNotBePublishedIsFoundOnceInEveryFormat() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("账")
    let files = try FileManager.default.contentsOfDirectory(atPath: example("yunxi-2024")).filter {
      $0.hasSuffix(".csv")
    }
    for file in files {
      let text = try String(contentsOfFile: example("yunxi-2024") + "/" + file, encoding: .utf8)
      let mended = text.replacing("施工期间部分路段封闭", with: "施工单位电话13800000000")
      #expect((mended != text) == (file == "绩效指标.csv"))
      try folder.write(Array(mended.utf8), to: "账/" + file)
    }
    func places(_ path: String) throws -> [String] {
      try Run("check", folder.path + "/" + path).text.split(separator: "\n").filter { $0.contains("[D20]") }
        .map { line in String(line.prefix { $0 != " " }).replacing(folder.path + "/", with: "") }
    }
    #expect(try places("账") == ["账/绩效指标.csv:8「偏差原因」:"])
    #expect(try Run("build", "--draft", folder.path + "/账", "-o", folder.path + "/稿").status == 0)
    for file in ["index.html", "index.md", "data.json"] {
      let lines = try String(contentsOf: folder.url("稿/" + file), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let own = lines.indices.filter { lines[$0].contains("13800000000") }
      #expect(own.count == 1)
      let found = try places("稿/" + file)
      #expect(found.count == 1, "\(file)")
      // A row of the page begins on the line of its first cell.
      let line = try #require(found.first?.split(separator: ":").last.flatMap { Int($0) })
      #expect(own.contains { ($0 - 12...$0 + 1).contains(line) }, "\(file)")
    }
    let sheet = try places("稿/决算公开.xlsx")
    #expect(sheet.count == 1 && sheet[0].hasPrefix("稿/决算公开.xlsx:绩效01!"))
    try FileManager.default.removeItem(at: folder.url("稿/index.html"))
    for file in ["index.md", "data.json", "决算公开.docx", "决算公开.xlsx"] {
      try FileManager.default.removeItem(at: folder.url("稿/" + file))
    }
    #expect(try places("稿").map { $0.hasPrefix("稿/evaluations/01-") } == [true])
  }

  @Test func aLedgerWithoutSelfEvaluationsIsAsBefore() throws {
    let built = try BuiltPackage.of(.datong)
    #expect(built.run.status == 0)
    #expect(!built.run.errors.contains("自评表"))
    #expect(try !built.text("index.html").contains("附件"))
    #expect(!built.contents.keys.contains("evaluations"))
  }

  /// A text that holds nothing but self-evaluations is checked, and the ten tables are not missed in it.
  @Test func selfEvaluationsStandAlone() throws {
    try expectEvaluationsAlone(
      in: Checkout.folder.appending(path: "Tests/ReadingTests/Fixtures/fengtai-2024-project-selfevaluations.txt"))
  }

  private static let published = "published/fengtai-2024-project-selfevaluations.txt"

  @Test(.enabled(if: SharedFiles.url(published) != nil, "\(SharedFiles.absence(of: published))"))
  func publishedSelfEvaluationsStandAlone() throws {
    try expectEvaluationsAlone(in: #require(SharedFiles.url(Self.published)))
  }

  private func expectEvaluationsAlone(in text: URL) throws {
    let run = try Run("check", text.path, "--format", "json")
    #expect(run.status == 1)
    let rules = try rules(run)
    // 《中共中央 国务院印发《质量强国建设纲要》 is published without its other half; nothing else is wrong with the text.
    #expect(rules.filter { !$0.hasPrefix("P-") } == ["D18"])
    #expect(rules.count { $0 == "P-E1" } == 13)
  }

  @Test func rowsOfUnknownProjectsAreProblems() throws {
    let folder = try TemporaryFolder()
    let ledger = try folder.ledger(
      "账",
      [
        "绩效项目.csv": "项目名称,版式\n甲,丰台\n",
        "绩效资金.csv": "项目名称,资金来源,全年预算数\n乙,年度资金总额,1\n甲,中央财政资金,1\n",
        "绩效指标.csv": "项目名称,二级指标,三级指标,分值\n甲,数量指标,丙,十\n甲,其他指标,丁,1\n",
      ])
    let run = try Run("check", ledger)
    #expect(run.status == 2)
    for words in ["绩效资金.csv:2", "绩效资金.csv:3", "绩效指标.csv:2「分值」", "绩效指标.csv:3「一级指标」"] {
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }
}
