import Accounts
import Disclosing
import Documents
import Rendering
import Tables
import TestSupport
import Testing

@Suite struct DocumentTests {
  @Test(arguments: [
    (1, "一"), (2, "二"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"), (30, "三十"), (99, "九十九"),
    (0, "0"), (100, "100"), (-1, "-1"),
  ])
  func numerals(number: Int, chinese: String) {
    #expect(chineseNumeral(number) == chinese)
  }

  @Test func partsAndSectionsAreNumberedInTheirOrder() throws {
    let document = try Example.datong.composed.document
    #expect(document.title == "大同市市场监督管理局2024年度单位决算公开")
    #expect(document.parts.map(\.title) == ["第一部分　概况", "第二部分　2024年度单位决算表", "第三部分　情况说明", "第四部分　名词解释"])
    #expect(document.parts[0].sections.map(\.title) == ["一、单位职责", "二、机构设置情况"])
    #expect(document.parts[1].sections.map(\.title).prefix(2) == ["一、收入支出决算总表", "二、收入决算表"])
    #expect(document.parts[1].sections.last?.title == "十、部门决算公开相关信息统计表")
    #expect(document.parts[2].sections.first?.title == "一、收入支出决算总体情况说明")
    #expect(document.parts[2].sections.count == 10)
    #expect(document.parts[2].sections.last?.title == "十、其他重要事项情况说明")
  }

  /// Parts keep their official numbers, and say what is missing; only what comes behind the last may be left out.
  @Test func partsWithoutContentKeepTheirNumbers() throws {
    let unit = UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative)
    let document = try ComposedDisclosure(Ledger(unit: unit, schema: .standard())).document
    #expect(document.parts.map(\.title).prefix(3) == ["第一部分　概况", "第二部分　2024年度单位决算表", "第三部分　情况说明"])
    #expect(document.parts[0].sections.map(\.title) == ["一、单位职责", "二、机构设置情况"])
    #expect(document.textLines.count { $0 == "（待补）" } >= 2)
    #expect(!document.parts.contains { $0.title.contains("附件") })
  }

  @Test func headerOfThreeRowsIsFlattened() throws {
    let table = try #require(try Example.datong.composed.tables[.t09])
    let vehicles = "公务用车购置及运行维护费"
    let items = ["合计", "因公出国（境）费", "\(vehicles)·小计", "\(vehicles)·公务用车购置费", "\(vehicles)·公务用车运行维护费", "公务接待费"]
    #expect(table.flatHeader == items.map { "预算数·" + $0 } + items.map { "决算数·" + $0 })
    #expect(table.columnNumbers == (1...12).map(String.init))
  }

  @Test func headerNamesRepeatedDownwardsStandOnce() {
    let table = Table(
      id: .t02, title: "", formCode: "", unitLine: "", period: "", currency: "", isWide: false,
      header: [
        HeaderRow([HeaderCell("甲", rows: 2), HeaderCell("乙", columns: 2), HeaderCell("", rows: 2)]),
        HeaderRow([HeaderCell("乙"), HeaderCell("丙")]),
        HeaderRow([HeaderCell("栏次", columns: 2), HeaderCell("1"), HeaderCell("2")], isColumnNumbers: true),
      ], rows: [], notes: [])
    #expect(table.width == 4)
    #expect(table.flatHeader == ["甲", "乙", "乙·丙", ""])
    #expect(table.columnNumbers == ["栏次", "", "1", "2"])
  }
}
