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
    let draft = try Run("build", "--draft", example("yunxi-2024-wrong-evaluation"), "-o", folder.path + "/草稿")
    #expect(draft.status == 0)
    let page = try String(contentsOf: folder.url("草稿/index.html"), encoding: .utf8)
    #expect(page.contains("id=\"cell-绩效.1.年度资金总额.执行率\""))
  }

  @Test func theExampleIsPublishedWithItsTables() throws {
    let folder = try TemporaryFolder()
    let run = try Run("build", example("yunxi-2024"), "-o", folder.path + "/公开")
    #expect(run.status == 0)
    #expect(run.errors.contains("自评表 7 张"))
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

  @Test func aLedgerWithoutSelfEvaluationsIsAsBefore() throws {
    let folder = try TemporaryFolder()
    let run = try Run("build", Example.datong.folder, "-o", folder.path + "/公开")
    #expect(run.status == 0)
    #expect(!run.errors.contains("自评表"))
    let page = try String(contentsOf: folder.url("公开/index.html"), encoding: .utf8)
    #expect(!page.contains("附件"))
    #expect(!(try folder.contents("公开").keys.contains("evaluations")))
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
    #expect(rules.allSatisfy { $0.hasPrefix("P-") })
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
