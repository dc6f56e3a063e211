import Accounts
import Disclosing
import Foundation
import Reading
import Rendering
import TestSupport
import Testing

/// A folder holds as many publications as there are units and years in it, wherever their files lie.
@Suite final class FolderOfUnitsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The page and the workbook of a disclosure, as one unit publishes them.
  private static let page = Once { try file("index.html", of: .datong) }
  private static let other = Once { try file("index.html", of: .yunxi) }

  private static func file(_ name: String, of example: Example) throws -> [UInt8] {
    try #require(try example.files[name])
  }

  private func found() throws -> (inputs: [[String]], passedOver: [String]) {
    var disclosures = Disclosures(Choices()) { _ in }
    let found = try disclosures.inputs(at: folder.path)
    return (
      found.inputs.map { $0.map { $0.replacing(folder.path, with: "季") } },
      found.passedOver.map { ($0 as NSString).lastPathComponent }
    )
  }

  @Test func oneUnitIsOneInput() throws {
    try folder.write(Self.page.get(), to: "公开.html")
    try folder.write(Self.file("决算公开.xlsx", of: .datong), to: "各表.xlsx")
    #expect(try found().inputs == [["季"]])
  }

  /// The list of units lies where the publications lie.
  @Test func aListBesideAPageIsNoPartOfIt() throws {
    try folder.write(Self.page.get(), to: "公开.html")
    try folder.write(Array("单位名称\n大同市市场监督管理局\n".utf8), to: "清单.csv")
    let found = try found()
    #expect(found.inputs == [["季/公开.html"]] && found.passedOver == ["清单.csv"])
  }

  @Test func filesOfUnitsBesideOneAnotherAreToldApart() throws {
    try folder.write(Self.page.get(), to: "甲.html")
    try folder.write(Self.file("决算公开.xlsx", of: .datong), to: "丙.xlsx")
    try folder.write(Self.other.get(), to: "乙.html")
    try folder.write(Array("会议通知，各科室周三开会。".utf8), to: "通知.txt")
    let found = try found()
    #expect(found.inputs == [["季/丙.xlsx", "季/甲.html"], ["季/乙.html"]])
    #expect(found.passedOver == ["通知.txt"])
  }

  /// A file may hold one table and nothing behind it, as a page that was scanned by itself does.
  @Test func aFileOfOneTableIsAPublication() throws {
    try folder.write(Self.other.get(), to: "乙.html")
    let text = try Example.datong.text("index.md")
    let start = try #require(text.range(of: "### 二、收入决算表")).lowerBound
    let end = try #require(text.range(of: "### 三、支出决算表")).lowerBound
    try folder.write(Array(text[start..<end].utf8), to: "甲.md")
    let found = try found()
    #expect(found.inputs == [["季/乙.html"], ["季/甲.md"]] && found.passedOver.isEmpty)
  }

  /// A school's name begins with the bureau's, the bureau's own office bears its name: each publishes all tables.
  @Test func unitsOfAlikeNamesAreToldApart() throws {
    let text = try Example.datong.text("index.md")
    for name in ["甲市教育局", "甲市教育局第一中学", "甲市教育局本级", "甲市教育局第一中学附属小学"] {
      try folder.write(text.replacing("大同市市场监督管理局", with: name), to: name + ".md")
    }
    let found = try found()
    #expect(found.inputs.count == 4 && found.inputs.allSatisfy { $0.count == 1 })
    // 部门 and 单位 of one name are two as well.
    let other = try TemporaryFolder()
    try other.write(text, to: "单位.md")
    try other.write(text.replacing("单位决算", with: "部门决算"), to: "部门.md")
    var disclosures = Disclosures(Choices()) { _ in }
    #expect(try disclosures.inputs(at: other.path).inputs.count == 2)
  }

  /// Text and tables in two files are one publication, also where one has the place before the name.
  @Test func textAndTablesOfOneUnitBelongTogether() throws {
    let page = try Example.datong.text("index.md")
    let tables = try #require(page.firstRange(of: "## 第二部分") ?? page.firstRange(of: "第二部分 "))
    let explanation = try #require(page.range(of: "第三部分", options: .backwards))
    let text = page[..<tables.lowerBound] + page[explanation.lowerBound...]
    try folder.write(String(text).replacing("大同市市场监督管理局", with: "市场监督管理局"), to: "说明.md")
    try folder.write(Self.file("决算公开.xlsx", of: .datong), to: "各表.xlsx")
    try folder.write(Self.other.get(), to: "乙.html")
    #expect(try found().inputs == [["季/乙.html"], ["季/各表.xlsx", "季/说明.md"]])
  }

  /// Before, what lay in folders beside a file was left out without a word.
  @Test func foldersAreLookedInto() throws {
    try folder.write(Self.page.get(), to: "甲局/2024/公开.html")
    for file in try Example.yunxi.package.files { try folder.write(file.bytes, to: "乙局/" + file.path) }
    try folder.write(Array("%PDF-1.7 残缺".utf8), to: "丙局.pdf")
    let found = try found()
    #expect(found.inputs == [["季/丙局.pdf"], ["季/乙局"], ["季/甲局/2024"]])
    #expect(found.passedOver.isEmpty)
  }

  @Test func whatAUnitKeepsInAFolderBesideItsFileIsItsOwn() throws {
    try folder.write(Self.page.get(), to: "公开.html")
    try folder.write(Self.file("决算公开.xlsx", of: .datong), to: "附件/各表.xlsx")
    #expect(try found().inputs == [["季/公开.html", "季/附件/各表.xlsx"]])
  }

  /// A link back to the folder itself is not followed again.
  @Test func aLinkInACircleEnds() throws {
    try folder.write(Self.page.get(), to: "甲/公开.html")
    try folder.write(Self.other.get(), to: "乙/公开.html")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/甲/回", withDestinationPath: folder.path)
    #expect(try found().inputs == [["季/乙"], ["季/甲"]])
  }

  @Test func aLedgerInAFolderIsOne() throws {
    try folder.write(Self.page.get(), to: "甲/公开.html")
    for name in try FileManager.default.contentsOfDirectory(atPath: Example.datong.folder) where name.hasSuffix(".csv")
    {
      let bytes = try Data(contentsOf: URL(filePath: Example.datong.folder + "/" + name))
      try folder.write(Array(bytes), to: "账/" + name)
    }
    #expect(try found().inputs == [["季/甲"], ["季/账"]])
  }
}
