import Accounts
import Checks
import Disclosing
import Documents
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// A place of one's own: a folder with its forms and wording.
@Suite struct PlaceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/云溪" }

  /// A place that differs from the national one in two titles and one column, as its people would write it.
  private static let form = """
    {
      "id": "yunxi",
      "year": 2024,
      "basedOn": "national",
      "name": "云溪格式（2024 年度）",
      "source": "按市财政局通知的表样",
      "leavesOut": ["03.*.6"],
      "tables": [
        {"id": "02", "title": "收入决算明细表"},
        {
          "id": "03",
          "title": "支出决算明细表",
          "header": [
            [
              {"text": "项目", "columns": 2}, {"text": "本年支出合计", "rows": 2}, {"text": "基本支出", "rows": 2},
              {"text": "项目支出", "rows": 2}, {"text": "上缴上级支出", "rows": 2}, {"text": "经营支出", "rows": 2}
            ],
            ["科目代码", "科目名称"],
            [{"text": "栏次", "columns": 2}, "1", "2", "3", "4", "5"]
          ]
        }
      ]
    }

    """

  private func composed(_ choices: Choices) throws -> (ComposedDisclosure, CheckReport) {
    var disclosures = Disclosures(choices) { _ in }
    let composed = try disclosures.composed(Example.datong.ledger)
    return (composed, composed.report())
  }

  @Test func twoTitlesAndAColumnTakeOneFileOfFewLines() throws {
    try folder.write(Self.form, to: "云溪/form-2024.json")
    #expect(Self.form.split(separator: "\n").count <= 40)
    let choices = Publishing.choosing(place: path)
    let (composed, report) = try composed(choices)
    #expect(report.findings.filter { $0.severity == .error }.isEmpty)
    #expect(composed.tables[.t03]?.title == "支出决算明细表" && composed.tables[.t03]?.width == 7)
    let published = try Publishing.package(of: Example.datong.ledger, choices, in: folder)
    var reading = Disclosures(choices) { _ in }
    let read = try reading.disclosure(at: published)
    #expect(read.form.id == "yunxi" && read.tables.unread.isEmpty && read.tables.tables.count == 10)
    #expect(try reading.report(on: read).findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func itsWordingIsUsedAndTheRestIsTakenOver() throws {
    try folder.write(Self.form, to: "云溪/form-2024.json")
    try folder.write("{{! 概况 }}\n# 本局简介\n\n本局的{{单位名称}}。\n", to: "云溪/narrative/overview.mustache")
    let words = try String(
      contentsOf: Checkout.folder.appending(path: "Templates/places/national/words.json"), encoding: .utf8)
    try folder.write(words.replacing("\"下降\"", with: "\"减低\""), to: "云溪/words.json")
    try folder.write("[{\"term\": \"财政拨款收入\", \"definition\": \"某解释。\", \"words\": [\"收入\"]}]", to: "云溪/glossary.json")
    try folder.write("说明", to: "云溪/README.md")
    let lines = try composed(Publishing.choosing(place: path)).0.document.textLines
    let national = try composed(Choices()).0.document.textLines
    #expect(lines.contains { $0.contains("本局的") } && !national.contains { $0.contains("本局的") })
    #expect(lines.contains { $0.contains("减低") } && national.contains { $0.contains("下降") })
    #expect(lines.contains { $0.contains("某解释") })
    #expect(Set(lines).intersection(national).count > 20)
  }

  @Test func aPlaceIsTakenByNameWithItsWording() throws {
    var form = Choices()
    form.form = "shanghai"
    let byForm = try composed(form).0.document.textLines
    #expect(try composed(Publishing.choosing(place: "shanghai")).0.document.textLines == byForm)
  }

  @Test func aPlaceBasedOnAnotherSpeaksLikeIt() throws {
    try folder.write(
      "{\"id\": \"pudong\", \"year\": 2024, \"basedOn\": \"shanghai\", \"name\": \"浦东\"}", to: "浦东/form-2024.json")
    let (composed, report) = try composed(Publishing.choosing(place: folder.path + "/浦东"))
    #expect(composed.form.tables.count == 9 && composed.form.wording == ["pudong", "shanghai", "national"])
    #expect(report.findings.filter { $0.severity == .error }.isEmpty)
    let shanghai = try self.composed(Publishing.choosing(place: "shanghai")).0
    #expect(composed.document.textLines == shanghai.document.textLines)
  }

  @Test func theNextYearMayBeBasedOnTheLast() throws {
    try folder.write(Self.form, to: "云溪/form-2024.json")
    try folder.write(
      "{\"id\": \"yunxi\", \"year\": 2026, \"basedOn\": \"yunxi\", \"decimals\": 4}", to: "云溪/form-2026.json")
    let place = try Place(path)
    #expect(try [2023, 2024, 2025, 2026, 2027].map { try place.form(for: $0).year } == [2024, 2024, 2024, 2026, 2026])
    #expect(try place.form(for: 2026)[.t03]?.title == "支出决算明细表")
  }

  @Test func everyFaultOfAFolderIsReportedTogether() throws {
    try folder.write(Self.form.replacing("\"title\"", with: "\"titel\""), to: "云溪/form-2024.json")
    try folder.write(Self.form, to: "云溪/form-2025.json")
    try folder.write("{\"numbers\": {}, \"raise\": \"\"}", to: "云溪/words.json")
    try folder.write("甲", to: "云溪/narrative/说明.txt")
    try folder.write("甲", to: "云溪/表样.json")
    let error = #expect(throws: UnusableInput.self) { try Place(path) }
    let messages = error?.problems.map(\.message) ?? []
    #expect(messages.contains { $0.hasPrefix("\(path)/form-2024.json:9: 错误: ") && $0.contains("应是“title”") })
    #expect(messages.contains { $0.hasPrefix("\(path)/form-2025.json: 错误: year 是 2024") })
    #expect(messages.contains { $0.hasPrefix("\(path)/words.json:1: 错误: ") && $0.contains("“rise”") })
    #expect(messages.contains { $0.hasPrefix("\(path)/narrative/说明.txt: 错误: ") })
    #expect(messages.contains { $0.hasPrefix("\(path)/表样.json: 错误: ") })
  }

  @Test func whatIsNoPlaceIsRefused() throws {
    let missing = #expect(throws: UnusableInput.self) { try Place(folder.path + "/没有") }
    #expect(missing?.problems.first?.message.contains(Form.builtInNames.joined(separator: "、")) == true)
    try folder.write("", to: "空/README.md")
    let empty = #expect(throws: UnusableInput.self) { try Place(folder.path + "/空") }
    #expect(empty?.problems.first?.message.contains("form-2024.json") == true)
    var both = Publishing.choosing(place: "shanghai")
    both.form = "shanghai"
    #expect(throws: UnusableInput.self) { try composed(both) }
  }
}
