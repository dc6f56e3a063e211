import Foundation
import TestSupport
import Testing

/// What `juesuan read` writes: workbook, data and a folder of CSV say the same of a publication, its self-evaluations included.
@Suite struct ReadCommandTests {
  private static let page = Checkout.folder.appending(path: "Examples/yunxi-2024/disclosure/index.html").path

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// The figures of some data by their addresses.
  private func figures(_ root: [String: Any]) -> [String: String] {
    var figures: [String: String] = [:]
    for table in root["tables"] as? [[String: Any]] ?? [] {
      for cell in (table["rows"] as? [[[String: Any]]] ?? []).joined() {
        if let address = cell["address"] as? String { figures[address] = cell["text"] as? String }
      }
    }
    return figures
  }

  @Test func aFolderHasAFileATableAndSaysTheSame() throws {
    let folder = try TemporaryFolder()
    let run = try Run("read", Self.page, "-o", folder.path + "/读出")
    #expect(run.status == 0)
    let files = try folder.contents("读出").keys
    #expect(files.filter { $0.hasPrefix("tables/") }.count == 10)
    #expect(files.filter { $0.hasPrefix("evaluations/") }.count == 8)
    #expect(files.contains("没有读懂.csv") && files.contains("tables/05-一般公共预算财政拨款支出决算表.csv"))
    let ofPage = try object(Run("read", Self.page).output)
    let ofFolder = try object(Run("read", folder.path + "/读出").output)
    let expected = figures(ofPage).filter { !$0.value.isEmpty }
    #expect(expected.count > 600)
    #expect(figures(ofFolder).filter { !$0.value.isEmpty } == expected)
    #expect((ofPage["evaluations"] as? [Any])?.count == 7)
    #expect(ofPage["基础数据表"] != nil)
    #expect((ofFolder["evaluations"] as? [Any])?.count == 7)
  }

  @Test func aFolderIsReplacedOnlyWhereItIsItsOwn() throws {
    let folder = try TemporaryFolder(["别人的/说明.txt": Array("别删".utf8)])
    let strange = try Run("read", Self.page, "-o", folder.path + "/别人的")
    #expect(strange.status == 2)
    #expect(strange.errors.contains("不是本软件写的文件"))
    #expect(try folder.contents("别人的").keys.sorted() == ["说明.txt"])
    #expect(try Run("read", Self.page, "-o", folder.path + "/读出").status == 0)
    #expect(try Run("read", Self.page, "-o", folder.path + "/读出").status == 0)
    let changed = folder.url("读出/tables/02-收入决算表.csv")
    try Data("改过".utf8).write(to: changed)
    let refused = try Run("read", Self.page, "-o", folder.path + "/读出")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("写出以后改过"))
    #expect(try Data(contentsOf: changed) == Data("改过".utf8))
    #expect(try Run("read", Self.page, "-o", folder.path + "/读出", "--force").status == 0)
  }

  @Test func aWorkbookHasTheSelfEvaluationsToo() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("read", Self.page, "-o", folder.path + "/读出.xlsx").status == 0)
    let again = try object(Run("read", folder.path + "/读出.xlsx").output)
    #expect((again["evaluations"] as? [Any])?.count == 7)
    let expected = try figures(object(Run("read", Self.page).output)).filter { !$0.value.isEmpty }
    #expect(figures(again).filter { !$0.value.isEmpty } == expected)
  }

  /// The plain text: every line and row in its order, cells parted by tabs.
  @Test func textIsWhatIsReadInItsOrder() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "<h1>某局2024年度部门决算</h1><p>本年收入12.30万元。</p><table><tr><td>项目</td><td></td><td>金额</td></tr>"
        + "<tr><td colspan=2>合计</td><td>12.30</td></tr></table><p>注：完。</p>", to: "页.html")
    let text = "某局2024年度部门决算\n本年收入12.30万元。\n项目\t\t金额\n合计\t\t12.30\n注：完。\n"
    let run = try Run("read", "--text", folder.path + "/页.html")
    #expect(run.status == 0 && run.errors == "")
    #expect(String(decoding: run.output, as: UTF8.self) == text)
    #expect(try Run("read", folder.path + "/页.html", "-o", folder.path + "/文.txt", "-q").status == 0)
    #expect(try String(contentsOf: folder.url("文.txt"), encoding: .utf8) == text)
    for output in ["文.json", "文.xlsx", "文"] {
      let refused = try Run("read", "--text", folder.path + "/页.html", "-o", folder.path + "/" + output)
      #expect(refused.status == 2 && refused.errors.contains("-o 的文件名应以 .txt 结尾"))
    }
  }
}
