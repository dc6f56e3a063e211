import Accounts
import Reading
import TestSupport
import Testing

/// The list of units that must publish (应公开清单), as an office keeps it.
@Suite struct UnitListTests {
  private func list(_ text: String) throws -> UnitList {
    let folder = try TemporaryFolder()
    return try UnitList(at: folder.write(text, to: "清单.csv"))
  }

  @Test func columnsAreFoundByTheirHeadings() throws {
    let list = try list("序号,单位代码,单位名称,批复日期\n1,101,甲市财政局,2025年8月1日\n2,,甲市档案馆,\n,,,\n")
    #expect(list.units.map(\.name) == ["甲市财政局", "甲市档案馆"])
    #expect(list.units.map(\.code) == ["101", nil])
    #expect(list.units.map { $0.approved?.description } == ["2025-08-01", nil])
    #expect(list.units.allSatisfy { $0.published == nil })
  }

  @Test func everyWrongRowIsToldOf() throws {
    let error = #expect(throws: UnusableInput.self) {
      try list("单位名称,批复日期\n甲市财政局,2025-02-30\n,2025-08-01\n甲市财政局,\n")
    }
    let messages = (error?.problems ?? []).map(\.message)
    #expect(messages.count == 3)
    #expect(messages[0].contains("清单.csv:2「批复日期」: 错误: 填的是“2025-02-30”，应为日期"))
    #expect(messages[1].contains("清单.csv:3「单位名称」: 错误: 没有填"))
    #expect(messages[2].contains("清单.csv:4「单位名称」") && messages[2].contains(":2 重复"))
    let headless = #expect(throws: UnusableInput.self) { try list("名称,日期\n甲市财政局,\n") }
    #expect(headless?.problems.first?.message.contains("第一行应是标题 单位名称,单位代码,批复日期,公开日期") == true)
  }

  /// A name may be written shorter or with 本级 behind it, as long as only one unit of the list can be meant.
  @Test(
    arguments: [
      ("甲市财政局", 0), ("甲市财政局（本级）", 0), ("甲市教育局", 2), ("甲市教育局第一中学", 3), ("甲市教育局第二中学", nil), ("丙省甲市财政局", 0),
      ("乙市财政局", nil), ("财政局", 0), ("甲市", nil),
    ] as [(String, Int?)])
  func aUnitIsFoundByTheNameItStates(name: String, position: Int?) throws {
    let list = try list("单位名称\n甲市财政局\n甲市档案馆\n甲市教育局\n甲市教育局第一中学\n")
    #expect(list.position(of: name, at: ["季/甲市档案馆/公开.pdf"]) == position)
  }

  /// What names no unit, as a scan, is known by its folder or file.
  @Test(
    arguments: [
      ("季/甲市档案馆/公开.pdf", 1), ("季/2024甲市财政局决算公开.pdf", 0), ("季/102/公开.pdf", 1), ("季/102.pdf", 1), ("季/1024.pdf", nil),
      ("季/公开.pdf", nil), ("季/甲市财政局和甲市档案馆.pdf", nil),
    ] as [(String, Int?)])
  func aUnitWithoutANameIsFoundByItsPath(path: String, position: Int?) throws {
    let list = try list("单位名称,单位代码\n甲市财政局,101\n甲市档案馆,102\n")
    #expect(list.position(of: nil, at: [path]) == position)
  }
}
