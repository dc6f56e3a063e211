import Foundation
import TestSupport
import Testing

/// A bureau's season: rounds over the units of a folder, written to one folder.
@Suite final class SeasonCommandTests {
  private let folder: TemporaryFolder
  private var input: String { folder.path + "/季" }
  private var output: String { folder.path + "/果" }

  init() throws { folder = try TemporaryFolder() }

  private static let page = Once { try Example.datong.text("index.md") }

  /// Lays a unit's publication there, altered where something is to be wrong.
  private func publish(_ unit: String, _ alter: (String) -> String = { $0 }) throws {
    try folder.write(
      alter(Self.page.get().replacing("大同市市场监督管理局", with: unit)), to: "季/\(unit)/公开.md")
  }

  /// 收入总计 with two digits swapped, which the other side of the table and the text say otherwise.
  private func mistyped(_ page: String) -> String {
    page.replacing("| 总计 | 31 | 5029.36 |", with: "| 总计 | 31 | 5092.36 |")
  }

  @discardableResult
  private func run(_ options: String..., from folder: String? = nil, to output: String? = nil) throws -> Run {
    try Run(list: ["season", folder ?? input, "-o", output ?? self.output] + options)
  }

  private func state(_ name: String = "果/season.json") throws -> [String: Any] {
    let data = try Data(contentsOf: folder.url(name))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func unit(_ name: String, _ state: [String: Any]? = nil) throws -> [String: Any] {
    let units = try #require(try (state ?? self.state())["units"] as? [[String: Any]])
    return try #require(units.first { $0["name"] as? String == name })
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.url(name)), as: UTF8.self)
  }

  // MARK: One round

  @Test func oneBadUnitStopsNothingAndStandsInFront() throws {
    for unit in ["甲市民政局", "丙市民政局"] { try publish(unit) }
    // By itself, and in a folder in which nothing else is.
    for name in ["乙局/公开.pdf", "丁局.pdf"] { try folder.write(Array("%PDF-1.7 残缺".utf8), to: "季/" + name) }
    let run = try run()
    #expect(run.status == 2)
    #expect(run.text.hasPrefix("读不懂 2，不通过 0，通过 2；"))
    #expect(try unit("甲市民政局")["verdict"] as? String == "consistent")
    #expect(try unit("乙局")["verdict"] as? String == "unusable")
    let page = try text("果/index.html")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("<tr class=") }
    let names = try rows.map { try #require($0.firstMatch(of: /<th scope="row">(.*?)<\/th>/)).1 }
    #expect(names.count == 4 && Set(names.prefix(2)) == ["乙局", "丁局.pdf"])
    // Everything of a unit is a click away; nothing is asked of a network.
    for link in ["单位/甲市民政局/核对.html", "单位/甲市民政局/预览.html"] {
      #expect(page.contains("href=\"\(link)\"") && FileManager.default.fileExists(atPath: output + "/" + link))
    }
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
  }

  @Test func whoIsMissingAndWhoIsLateIsSaid() throws {
    for unit in ["甲市民政局", "乙市民政局", "丙市民政局"] { try publish(unit) }
    let list = try folder.write(
      """
      单位名称,单位代码,批复日期,公开日期
      甲市民政局,101,2025-09-01,2025-09-21
      乙市民政局,102,2025-09-01,2025-09-22
      丁市民政局,104,2025-09-01,
      戊市民政局,105,,

      """, to: "清单.csv")
    let run = try run("--list", list, "--date", "2025-09-25", "--reply-by", "2025-10-20")
    #expect(run.status == 1 && run.text.contains("清单上没有公开的 2 个。"))
    func publication(_ name: String) throws -> NSDictionary? { try unit(name)["publication"] as? NSDictionary }
    #expect(try publication("甲市民政局") == ["state": "inTime", "days": 20])
    #expect(try publication("乙市民政局") == ["state": "late", "days": 21])
    #expect(try publication("丙市民政局") == ["state": "delivered", "days": NSNull()])
    let missing = try #require(try state()["missing"] as? [[String: Any]])
    #expect(missing.map { $0["name"] as? String } == ["丁市民政局", "戊市民政局"])
    #expect(missing.map { $0["state"] as? String } == ["overdue", "missing"])
    #expect(missing[0]["days"] as? Int == 4)
    let page = try text("果/index.html")
    #expect(page.contains("不在清单上的 1 份：丙市民政局。"))
    // A unit of which nothing is wrong gets no notice; the others do.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: output + "/通知").sorted() == [
        "丁市民政局.docx", "乙市民政局.docx", "戊市民政局.docx",
      ])
    let notice = try Run("read", output + "/通知/丁市民政局.docx", "--text").text
    #expect(notice.contains("已过期 4 日") && notice.contains("2025年10月20日前"))
  }

  @Test func amountsStandInFenAndWhatIsNotKnownIsNull() throws {
    try publish("甲市民政局")
    try publish("乙市民政局") { $0.replacing("| 总计 | 31 | 5029.36 |", with: "| 总计 | 31 | 约五千 |") }
    try run()
    func total(_ name: String) throws -> Any? {
      let values = try #require(try unit(name)["indicators"] as? [[String: Any]])
      return values.first { $0["name"] as? String == "收入总计" }?["value"]
    }
    // The real publication prints 5029.36万元.
    #expect(try total("甲市民政局") as? String == "5029360000")
    #expect(try total("乙市民政局") is NSNull)
  }

  // MARK: The next round

  @Test func theNextRoundSaysWhatIsMendedStillThereAndNew() throws {
    try publish("甲市民政局", mistyped)
    try publish("乙市民政局", mistyped)
    try publish("丙市民政局")
    #expect(try run().status == 1)
    let first = try Data(contentsOf: folder.url("果/season.json"))
    let ids = try #require(try unit("甲市民政局")["findings"] as? [[String: Any]]).filter {
      $0["severity"] as? String == "error"
    }.compactMap { $0["id"] as? String }
    #expect(!ids.isEmpty)
    // 甲 mends it, 乙 does not touch it, 丙 breaks it.
    try publish("甲市民政局")
    try publish("丙市民政局", mistyped)
    let run = try run()
    #expect(run.errors.contains("第 2 轮，共 3 份，其中 1 份没有变、没有重做。"))
    func since(_ name: String) throws -> [String: Any] { try #require(try unit(name)["since"] as? [String: Any]) }
    #expect(try since("甲市民政局")["mended"].map { ($0 as? [[String: Any]])?.compactMap { $0["id"] as? String } } == ids)
    #expect(Set(ids).isSubset(of: try #require(try since("乙市民政局")["standing"] as? [String])))
    #expect(try since("乙市民政局")["new"] as? [String] == [])
    #expect(try since("丙市民政局")["new"] as? [String] == ids)
    // Nothing of the first round is lost.
    #expect(try Data(contentsOf: folder.url("果/轮次/第1轮/season.json")) == first)
    #expect(FileManager.default.fileExists(atPath: output + "/轮次/第1轮/通知/甲市民政局.docx"))
    #expect((try state()["earlierRounds"] as? [[String: Any]])?.count == 1)
    #expect(try Run("read", output + "/通知/甲市民政局.docx", "--text").text.contains("已改正"))
  }

  @Test func aUnitThatIsGoneIsNamed() throws {
    for unit in ["甲市民政局", "乙市民政局"] { try publish(unit) }
    try run()
    try FileManager.default.removeItem(atPath: input + "/乙市民政局")
    let run = try run()
    #expect(run.errors.contains("上一轮有、这一轮没有的 1 份：乙市民政局。"))
    #expect(try unit("乙市民政局", state("果/轮次/第1轮/season.json"))["verdict"] as? String == "consistent")
  }

  @Test func aRunInWhichNothingChangedIsNoRound() throws {
    try publish("甲市民政局", mistyped)
    try run()
    let before = try folder.contents("果")
    let again = try run()
    #expect(again.status == 1 && again.errors.contains("与第 1 轮相同，不算新的一轮。"))
    #expect(try folder.contents("果") == before)
  }

  @Test func aWaivedFindingKeepsItsReason() throws {
    try publish("甲市民政局", mistyped)
    try run()
    let errors = try #require(try unit("甲市民政局")["findings"] as? [[String: Any]]).filter {
      $0["severity"] as? String == "error"
    }
    let rows = errors.compactMap { $0["rule"] as? String }.map { "\($0),,已核实，原件如此" }
    let waivers = try folder.write("规则,地址,理由\n" + rows.joined(separator: "\n") + "\n09-2,,用不着\n", to: "豁免.csv")
    let run = try run("--waivers", waivers)
    #expect(run.status == 0 && run.errors.contains("豁免 09-2 没有对应的发现"))
    let waived = try #require(try unit("甲市民政局")["waived"] as? [[String: Any]])
    #expect(waived.count == errors.count && waived.allSatisfy { $0["reason"] as? String == "已核实，原件如此" })
  }

  @Test func aRowOfTheListThatChangedIsLookedAtAnew() throws {
    for unit in ["甲市民政局", "乙市民政局"] { try publish(unit) }
    func list(_ day: String) throws -> String {
      try folder.write("单位名称,批复日期,公开日期\n甲市民政局,2025-09-01,\(day)\n乙市民政局,,\n", to: "清单.csv")
    }
    try run("--list", list("2025-09-10"))
    let run = try run("--list", list("2025-09-29"))
    #expect(run.errors.contains("共 2 份，其中 1 份没有变"))
    #expect((try unit("甲市民政局")["publication"] as? [String: Any])?["state"] as? String == "late")
  }

  // MARK: The same bytes

  @Test func theBytesDoNotHangOnHowManyAreInHand() throws {
    for unit in ["甲市民政局", "乙市民政局", "丙市民政局", "丁市民政局"] { try publish(unit, unit == "乙市民政局" ? mistyped : { $0 }) }
    try run("--jobs", "1")
    try run("--jobs", "4", to: folder.path + "/另")
    #expect(try folder.contents("果") == folder.contents("另"))
  }

  /// What an interrupted run leaves: some units are done, what is said of all is not there yet.
  @Test func anInterruptedRunGoesOnWhereItWas() throws {
    for unit in ["甲市民政局", "乙市民政局", "丙市民政局"] { try publish(unit) }
    try run()
    let whole = try folder.contents("果")
    for name in ["season.json", "index.html", "汇总.xlsx", "单位/乙市民政局/结果.json", "单位/丙市民政局"] {
      try FileManager.default.removeItem(atPath: output + "/" + name)
    }
    let run = try run()
    #expect(run.errors.contains("第 1 轮，共 3 份，其中 1 份没有变"))
    #expect(try folder.contents("果") == whole)
  }

  /// Killed at any moment, and gone on with.
  @Test(arguments: [0.2, 0.5, 0.9]) func aKilledRunGoesOnWhereItWas(after seconds: Double) throws {
    for unit in ["甲市民政局", "乙市民政局", "丙市民政局", "丁市民政局"] { try publish(unit) }
    try run(to: folder.path + "/整")
    let process = try Run.process(["season", input, "-o", output, "--jobs", "1"])
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try run()
    #expect(try folder.contents("果") == folder.contents("整"))
  }

  // MARK: What is not the tool's

  @Test func anotherFolderIsRefused() throws {
    try publish("甲市民政局")
    try folder.write("我的文件", to: "果/笔记.txt")
    let refused = try run()
    #expect(refused.status == 2 && refused.errors.contains("目录里有不是公开季的文件（笔记.txt）"))
    #expect(try folder.contents("果").keys.sorted() == ["笔记.txt"])
    for (from, to) in [(input, input + "/果"), (input, input), (folder.path + "/季/甲市民政局", input)] {
      let inside = try run(from: from, to: to)
      #expect(inside.status == 2 && inside.errors.contains("一个在另一个里面"))
    }
    #expect(try run(to: input + "/甲市民政局/公开.md").status == 2)
    #expect(try text("季/甲市民政局/公开.md").contains("甲市民政局"))
  }

  @Test func whatSomebodyChangedIsPutAside() throws {
    try publish("甲市民政局", mistyped)
    try run()
    try folder.write("批注", to: "果/单位/甲市民政局/核对.html")
    try folder.write("批注", to: "果/通知/甲市民政局.docx")
    try publish("甲市民政局")
    let run = try run()
    #expect(run.errors.contains("改过的另存为"))
    for place in ["单位/甲市民政局", "通知"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: output + "/" + place)
      let aside = try #require(names.first { $0.contains(".改过-") })
      #expect(try text("果/\(place)/\(aside)") == "批注")
    }
  }

  @Test func lastYearsPublicationGivesTheChange() throws {
    try publish("甲市民政局")
    try publish("乙市民政局")
    let page = try Self.page.get()
    let last = page.replacing("2024", with: "2023").replacing("| 总计 | 31 | 5029.36 |", with: "| 总计 | 31 | 2514.68 |")
    try folder.write(last.replacing("大同市市场监督管理局", with: "甲市民政局"), to: "上年/旧/页.md")
    // Of the same year, and so no last year's.
    try folder.write(page.replacing("大同市市场监督管理局", with: "乙市民政局"), to: "上年/今/页.md")
    try run("--prior", folder.path + "/上年")
    func prior(_ name: String) throws -> [[String: Any]] {
      try #require(try unit(name)["priorIndicators"] as? [[String: Any]])
    }
    #expect(try prior("甲市民政局").first?["value"] as? String == "2514680000")
    #expect(try text("果/index.html").contains("+100.00%"))
    #expect(try prior("乙市民政局").isEmpty)
  }

  // MARK: A department and its units

  /// The department publishes what its two units do together: here twice the same figures, so that each of its own is half.
  @Test func aDepartmentIsHeldAgainstItsUnits() throws {
    for unit in ["某市民政局", "甲所"] { try publish(unit) }
    let list = try folder.write("单位名称,上级\n某市民政局,\n甲所,某市民政局\n乙所,某市民政局\n", to: "清单.csv")
    // One of its units is missing: nothing is compared, and that is said.
    try run("--list", list)
    func rules(_ name: String) throws -> [String] {
      try #require(try unit(name)["findings"] as? [[String: Any]]).compactMap { $0["rule"] as? String }
        .filter { $0.hasPrefix("U") }
    }
    #expect(try rules("某市民政局") == ["U01"])
    // With both there, the department has half of what they have together.
    try publish("乙所")
    try run("--list", list)
    let found = try rules("某市民政局")
    #expect(found.count > 100 && !found.contains("U01"))
    #expect(try rules("甲所").isEmpty && rules("乙所").isEmpty)
    // No list, and no folder of its own: no department.
    try run()
    #expect(try rules("某市民政局").isEmpty)
  }

  /// A folder called 所属单位 beside the department's file.
  @Test func theFolderOfItsUnitsMakesADepartment() throws {
    try publish("某局")
    try folder.write(
      Self.page.get().replacing("大同市市场监督管理局", with: "某局一所"), to: "季/某局/所属单位/某局一所/公开.md")
    try run()
    func rules(_ name: String) throws -> [String] {
      try #require(try unit(name)["findings"] as? [[String: Any]]).compactMap { $0["rule"] as? String }
        .filter { $0.hasPrefix("U") }
    }
    // It has one unit, which has all that it has.
    #expect(try rules("某局").isEmpty)
    try folder.write(
      mistyped(Self.page.get()).replacing("大同市市场监督管理局", with: "某局一所"), to: "季/某局/所属单位/某局一所/公开.md")
    try run()
    #expect(try rules("某局") == ["U03"])
  }
}
