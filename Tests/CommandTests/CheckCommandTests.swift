import Formats
import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  private static let sound = "Examples/datong-2024"

  /// A ledger whose 公务接待费 exceeds its budget: a warning.
  private func overBudget(_ folder: TemporaryFolder) throws -> String {
    try folder.ledger(
      replacing: "\n公务接待费,,5928.22,5928.22", with: "\n公务接待费,,5000.00,5928.22",
      in: "三公经费.csv")
  }

  /// A ledger with 基本建设 in basic expenditure: an error.
  private func wrong(_ folder: TemporaryFolder) throws -> String {
    try folder.ledger(
      replacing: "30309,奖励金,,8398.48", with: "30901,房屋建筑物购建,,8398.48", in: "支出.csv")
  }

  @Test func aSoundLedgerPasses() throws {
    let run = try Run("check", Self.sound)
    #expect(run.status == 0)
    #expect(run.text.hasSuffix("错误 0，警告 0，提示 2。\n"))
    #expect(!run.text.contains("舍入差异 01"))
    #expect(!run.text.contains("\u{1B}"))
    #expect(run.errors.isEmpty)
  }

  @Test func aPublicationIsReadInTheFormItIsPrintedIn() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("build", Self.sound, "--form", "shanghai", "-o", folder.path + "/公开", "--only", "html").status == 0)
    let recognised = try Run("check", folder.path + "/公开")
    #expect(recognised.status == 0)
    #expect(recognised.text == (try Run("check", folder.path + "/公开", "--form", "shanghai").text))
    // What heads and labels mean does not hang on the form.
    let inAnother = try Run("check", folder.path + "/公开", "--form", "national")
    #expect(inAnother.status == 0 && !inAnother.text.contains("[D08]"))
  }

  @Test func notesListWhatRoundingExplains() throws {
    let run = try Run("check", Self.sound, "--notes")
    #expect(run.status == 0)
    #expect(run.text.contains("提示[01-2] 舍入差异 01.58.2 本年支出合计 -0.01，至多 0.02\n"))
  }

  @Test func colourIsAddedToTheWordOfSeverityAlone() throws {
    let run = try Run("check", Self.sound, "--color")
    #expect(run.text.contains("\u{1B}[1;36m提示\u{1B}[0m[D07]"))
  }

  @Test func aWarningFailsOnlyWhenStrict() throws {
    let folder = try TemporaryFolder()
    let ledger = try overBudget(folder)
    let run = try Run("check", ledger)
    #expect(run.status == 0)
    #expect(run.text.contains("公开09表: 警告[09-2] "))
    #expect(try Run("check", ledger, "--strict").status == 1)
  }

  @Test func anErrorFails() throws {
    let folder = try TemporaryFolder()
    let run = try Run("check", "-q", try wrong(folder))
    #expect(run.status == 1)
    #expect(run.text.hasPrefix("公开06表: 错误[06-5] 基本支出中列了基本建设支出\n"))
  }

  @Test func waiversSetFindingsApartAndTellOfThoseUnused() throws {
    let folder = try TemporaryFolder()
    let ledger = try overBudget(folder)
    let waivers = try folder.file("规则,地址,理由\n09-2,09.1.12,财政局已批复\nX04,,从前的\n", "豁免.csv")
    let run = try Run("check", "--strict", ledger, "--waivers", waivers)
    #expect(run.text.contains("公开09表: 已豁免[09-2] "))
    #expect(run.text.contains("（理由：财政局已批复）\n"))
    #expect(run.errors.contains("豁免.csv:3: 提醒: 豁免 X04 没有对应的发现"))
    // The total of the three expenses exceeds its budget too, and nobody waived that.
    #expect(run.status == 1)
    #expect(run.text.contains("警告[09-2] "))
    let all = try folder.file("规则,理由\n09-2,财政局已批复\n", "全部.csv")
    #expect(try Run("check", "--strict", ledger, "--waivers", all).status == 0)
  }

  /// A skeleton is written, waives nothing while nobody gives a reason, and is no stranger's file.
  @Test(arguments: ["豁免.csv", "豁免.xlsx"])
  func aSkeletonOfWaiversIsWrittenAndGivenBack(_ name: String) throws {
    let folder = try TemporaryFolder()
    let ledger = try overBudget(folder)
    let skeleton = folder.path + "/" + name
    let written = try Run("check", ledger, "--write-waivers", skeleton)
    #expect(written.status == 0 && written.errors.contains("已写出 \(skeleton)：4 条发现，理由待填。"))
    #expect(written.text == (try Run("check", ledger).text))
    let given = try Run("check", "--strict", ledger, "--waivers", skeleton)
    #expect(given.status == 1 && given.text.contains("警告[09-2] "))
    #expect(given.errors.contains("\(skeleton): 提醒: 4 行没有填理由，没有豁免（第 2、3、4、5 行）"))
    // What is read is never written over, and what somebody else wrote only when it is said.
    #expect(try Run("check", ledger, "--waivers", skeleton, "--write-waivers", skeleton).status == 2)
    try folder.write("规则,地址,理由\n", to: name)
    let stranger = try Run("check", ledger, "--write-waivers", skeleton)
    #expect(stranger.status == 2 && stranger.text.isEmpty && stranger.errors.contains("没有写"))
    #expect(try Run("check", ledger, "--write-waivers", skeleton, "-o", skeleton).status == 2)
    #expect(try Run("check", ledger, "--write-waivers", folder.path + "/豁免.txt").errors.contains("能写的是 .csv、.xlsx"))
  }

  /// A report says whose it is, from which files, by what, and the date only where it is given.
  @Test func aReportSaysWhatItRestsOn() throws {
    let file = "\(Self.sound)/disclosure/index.html"
    let run = try Run("check", file, "--date", "2025-08-20")
    let bytes = try Data(contentsOf: Checkout.folder.appending(path: file))
    let digest = SHA256(of: Array(bytes)).hexadecimal
    #expect(run.text.contains("\n文件：\(file)（核对，\(bytes.count) 字节，SHA-256 \(digest)）\n"))
    #expect(run.text.contains("\n依据：单位：大同市市场监督管理局；年度：2024；表样：全国格式（2024 年度），national；规则：用了 "))
    #expect(run.text.contains("；软件：juesuan ") && run.text.contains("；核对日期：2025-08-20。\n"))
    #expect(!(try Run("check", file).text.contains("核对日期")))
    // A ledger's are those of its folder, and none of what lies in folders below.
    let ledger = try #require(
      JSONSerialization.jsonObject(with: Data(Run("check", Self.sound, "--format", "json").output)) as? [String: Any])
    let files = try #require(ledger["files"] as? [[String: Any]]).compactMap { $0["name"] as? String }
    let names = try FileManager.default.contentsOfDirectory(atPath: Example.datong.folder)
    let expected = names.filter { $0.hasSuffix(".csv") }.map { "\(Self.sound)/\($0)" }
    #expect(Set(files) == Set(expected) && files == files.sorted())
    for date in ["2025-02-30", "20250820", "2025-08-20T08:00:00", "昨天"] {
      #expect(try Run("check", file, "--date", date).errors.contains("应如 2025-09-01"))
    }
  }

  /// The first question of every inspection: who has not published.
  @Test func whoHasNotPublishedIsToldByTheList() throws {
    let folder = try TemporaryFolder()
    for example in Example.allCases {
      try folder.write(try #require(try example.files["index.html"]), to: "公开季/\(example.rawValue).html")
    }
    let whole = try folder.file("单位名称\n大同市市场监督管理局\n云溪市文化广电旅游体育局\n", "全.csv")
    let season = folder.path + "/公开季"
    let complete = try Run("check", season, "--list", whole)
    #expect(complete.status == 0 && complete.text.hasSuffix("清单上的 2 个单位：有公开文件的 2 个，没有的 0 个。\n"))
    let list = try folder.file(
      "单位名称,批复日期,公开日期\n大同市市场监督管理局,2025-08-01,2025-08-22\n虚构市档案馆,,\n虚构市林业局,,\n", "清单.csv")
    let run = try Run("check", season, "--list", list)
    #expect(run.status == 1)
    #expect(
      run.text.hasSuffix(
        "清单上的 3 个单位：有公开文件的 1 个，没有的 2 个：虚构市档案馆、虚构市林业局。不在清单上的 1 份：云溪市文化广电旅游体育局。\n"))
    #expect(run.text.contains("警告[G42]") && run.text.contains("隔了 21 日"))
    let json = try Run("check", season, "--list", list, "--format", "json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
    let delivery = try #require(object["delivery"] as? [String: Any])
    #expect(delivery["listed"] as? Int == 3 && delivery["missing"] as? [String] == ["虚构市档案馆", "虚构市林业局"])
    #expect(json.status == 1)
    // The page begins with a table of all, a row each that leads to its own section.
    let page = try Run("check", season, "--format", "html").text
    let rows = page.matches(of: /<tr class="consistent">.*<a href="#(input-[12])">/).map { String($0.output.1) }
    #expect(rows == ["input-1", "input-2"] && page.contains("<section id=\"input-2\""))
    for format in ["md", "html"] {
      #expect(try Run("check", season, "--list", list, "--format", format).text.contains("没有的 2 个：虚构市档案馆、虚构市林业局"))
    }
  }

  @Test func wrongWaiversAreReportedAllAtOnce() throws {
    let folder = try TemporaryFolder()
    let waivers = try folder.file("规则,地址,理由\n,01.31.1,甲\n01-5,31,\n01-5,01.31.1\n", "豁免.csv")
    let run = try Run("check", Self.sound, "--waivers", waivers)
    #expect(run.status == 2)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains("豁免.csv:2「规则」: 错误: 没有填"))
    #expect(run.errors.contains("豁免.csv:3「地址」: 错误: 填的是“31”"))
    #expect(run.errors.contains("豁免.csv:3「理由」: 错误: 没有填"))
    #expect(run.errors.contains("豁免.csv:4: 错误: 有 2 列"))
    let unknown = try folder.file("规则,地址,理由\n99-9,,甲\n", "未知.csv")
    #expect(try Run("check", Self.sound, "--waivers", unknown).errors.contains("填的是“99-9”"))
    let untitled = try folder.file("01-5,01.31.1,甲\n", "无标题.csv")
    #expect(try Run("check", Self.sound, "--waivers", untitled).errors.contains("应是标题 规则,地址,理由"))
  }

  @Test func severalInputsGoOnAfterOneThatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let ledger = try wrong(folder)
    let run = try Run("check", Self.sound, "没有这个", ledger)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("没有这个: 错误: "))
    #expect(run.text.hasPrefix("== Examples/datong-2024\n"))
    #expect(run.text.contains("错误[06-5]"))
    let last = try #require(run.text.split(separator: "\n").last)
    #expect(last.hasPrefix("共 3 份：通过 1，不通过 1，读不懂 1。"))
    #expect(try Run("check", Self.sound, ledger, Self.sound).status == 1)
  }

  @Test func conditionsThatOnlyTheUserKnowsAreAssumed() throws {
    let without = try Run("check", Self.sound, "--format", "json")
    let with = try Run("check", Self.sound, "--format", "json", "--assume", "X16,X18")
    #expect(try checked(with) > (try checked(without)))
    let run = try Run("check", Self.sound, "--assume", "01-5")
    #expect(run.status == 2)
    #expect(run.errors.contains("“01-5”不是条件须由你说明的规则，这样的规则有：X16、X17、X18、N08、N13。"))
  }

  private func checked(_ run: Run) throws -> Int {
    let json = try #require(JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    return try #require((json["counts"] as? [String: Int])?["checked"])
  }

  @Test(arguments: [
    ("json", "{"), ("sarif", "{"), ("csv", "\u{FEFF}来源"), ("md", "# 勾稽核对"), ("html", "<!DOCTYPE html>"),
    ("text", "情况说明: 提示[N11]"), ("xlsx", "PK"), ("docx", "PK"),
  ])
  func everyFormatGoesToAFileAsItGoesToStandardOutput(_ format: String, _ start: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.url("报告")
    let written = try Run("check", Self.sound, "--format", format, "-o", file.path)
    #expect(written.status == 0)
    #expect(written.output.isEmpty)
    #expect(written.errors.contains("共 1 份：通过 1"))
    let shown = try Run("check", Self.sound, "--format", format)
    #expect(Data(shown.output) == (try Data(contentsOf: file)))
    #expect(shown.output.starts(with: start.utf8))
  }

  @Test func wrongUsageIsExplained() throws {
    let format = try Run("check", Self.sound, "--format", "xml")
    #expect(format.status == 2)
    #expect(format.errors.contains("应为下列之一：text、json、sarif、csv、md、html、xlsx、docx。"))
    #expect(try Run("check").status == 2)
    #expect(try Run("build", Self.sound, "--strict").errors.contains("没有选项 --strict。"))
    #expect(try Run("check", Self.sound, "--strict=yes").errors.contains("选项 --strict 不带值。"))
  }
}

extension TemporaryFolder {
  /// Writes a text and gives the path of its file.
  func file(_ text: String, _ name: String) throws -> String {
    try write(text.utf8, to: name)
    return path + "/" + name
  }

  /// A copy of the example ledger with a text replaced in one of its files.
  func ledger(replacing old: String, with new: String, in file: String) throws -> String {
    let text = try String(contentsOfFile: Example.datong.folder + "/" + file, encoding: .utf8)
    try #require(text.contains(old))
    return try ledger("账", [file: text.replacing(old, with: new)])
  }

  /// Text and tables apart: one input where they are given together, as they are in a folder.
  @Test func filesAreOnePublicationTogether() throws {
    let text = try Example.datong.text("index.md")
    let start = try #require(text.range(of: "## 第三部分"))
    let folder = try TemporaryFolder([
      "稿/说明.md": Array("# 大同市市场监督管理局2024年度单位决算公开\n\n\(text[start.lowerBound...])".utf8),
      "稿/表.xlsx": Example.datong.files["决算公开.xlsx"] ?? [],
    ])
    let paths = ["稿/说明.md", "稿/表.xlsx"].map { folder.path + "/" + $0 }
    let together = try Run(list: ["check", "--together"] + paths)
    #expect(together.status == 0)
    #expect(together.text.contains("2 个文件合起来读：") && !together.text.contains("== "))
    #expect(together.text.contains("表样：全国格式（2024 年度），national。10 张表读到 10 张"))
    let json = try Run("check", "--format", "json", folder.path + "/稿")
    #expect(json.status == 0 && json.text.contains(#""form": {"id": "national", "year": 2024"#))
    #expect(try Run(list: ["check"] + paths).text.contains("== \(paths[1])"))
    #expect(try Run(list: ["read", "--together"] + paths).status == 0)
    let several = try Run(list: ["read"] + paths)
    #expect(several.status == 2 && several.errors.contains("--together"))
  }
}
