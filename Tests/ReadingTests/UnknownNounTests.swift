import Accounts
import Reading
import Tables
import TestSupport
import Testing

/// Which quantity a number of a sentence is of: that of the noun in front of it, and none where the noun is not known.
@Suite struct UnknownNounTests {
  private static let threePublic = "七、财政拨款“三公”经费支出决算情况说明"
  private static let general = "五、一般公共预算财政拨款支出决算情况说明"

  private func prose(_ heading: String, _ paragraphs: String...) throws -> Prose {
    try ProseReader(form: Standard.form).prose(of: [heading] + paragraphs, beside: Example.datong.tables)
  }

  /// What the numbers of paragraphs are read as, in order: `公务接待费 0.59`, `公务接待费 增减 减 0.12`, `？10万元`.
  private func readings(_ prose: Prose) -> [String] {
    let claims = prose.claims.filter { $0.figure.content != .blank }.map { claim in
      [
        claim.quantity, claim.measure == .amount ? nil : claim.measure.rawValue, claim.direction?.rawValue,
        claim.figure.text.filter { $0 != "%" },
      ].compactMap(\.self).joined(separator: " ")
    }
    return claims + prose.unattributed.map { "？\($0.text)" }
  }

  @Test(arguments: [
    "公务用车运行维护支出16.95万元。", "公务用车运行维护费支出16.95万元。", "公务用车运行费16.95万元。", "其中：公务用车运行（维护）费支出决算为16.95万元。",
    "2024年度公务用车运行维护费共支出16.95万元。", "大同市市场监督管理局2024年度公务用车运行维护费支出16.95万元。",
  ])
  func runningOfVehiclesIsKnownByAllItsNames(text: String) throws {
    #expect(try readings(prose(Self.threePublic, text)) == ["公务用车运行维护费 16.95"])
  }

  @Test(arguments: [
    "公务用车购置及运行费支出44.36万元。", "公务用车购置及运行维护费支出44.36万元。", "公务用车购置及运行（维护）费支出决算为44.36万元。", "公务用车购置和运行费44.36万元。",
  ])
  func purchaseAndRunningIsNotPurchase(text: String) throws {
    #expect(try readings(prose(Self.threePublic, text)) == ["公务用车购置及运行维护费 44.36"])
  }

  @Test func foreignGuestsAreAPartOfTheGuests() throws {
    let text = "公务接待2批次、26人次，其中：接待外宾0批次、0人次。"
    #expect(
      try readings(prose(Self.threePublic, text)) == ["接待批次 2", "接待人次 26", "外事接待批次 0", "外事接待人次 0"])
    #expect(
      try readings(prose(Self.threePublic, "国内公务接待支出0.50万元（含外宾接待支出0.10万元），共接待9批次、68人次。"))
        == ["国内接待费 0.50", "外事接待费 0.10", "国内接待批次 9", "国内接待人次 68"])
  }

  /// What the words do not name is of no quantity: neither of what the paragraph speaks of, nor of a part of it.
  @Test(arguments: [
    ("培训费支出10.00万元。", ["？10.00万元"]),
    ("培训费支出10.00万元，比上年增加2.00万元，增长25.00%。", ["？10.00万元", "？2.00万元", "？25.00%"]),
    ("公务接待费支出0.59万元。培训费支出10.00万元。比上年增加2.00万元。", ["公务接待费 0.59", "？10.00万元", "？2.00万元"]),
    ("公务接待费支出0.59万元，其中市纤检所公务接待费0.10万元。", ["公务接待费 0.59", "？0.10万元"]),
    ("公务接待费支出0.59万元，占行政支出的5.00%。", ["公务接待费 0.59", "？5.00%"]),
    ("因公出国（境）费、公务接待费支出10.00万元。", ["？10.00万元"]),
    ("因公出国（境）费1.00万元，公务接待费2.00万元，合计3.00万元。", ["因公出国（境）费 1.00", "公务接待费 2.00", "？3.00万元"]),
    ("公务接待费支出0.59万元（上年为0.71万元）。", ["公务接待费 0.59", "？0.71万元"]),
    ("公务接待费支出0.59万元，2023年为0.71万元。", ["公务接待费 0.59", "？0.71万元"]),
    ("2023年公务接待费支出0.71万元。", ["？0.71万元"]),
    ("公务接待费减少为0.59万元。", ["？0.59万元"]),
    ("公务接待费支出0.59万元，主要用于接待费0.30万元。", ["公务接待费 0.59", "？0.30万元"]),
    ("公务接待费支出0.59万元，主要原因是上年公务用车运行维护费35.15万元。", ["公务接待费 0.59", "？35.15万元"]),
    ("接待其他人员5批次。", ["？5批次"]),
    ("公务接待费比上年增加2批次。", ["？2批次"]),
    ("公务接待费调减预算1.00万元。", ["？1.00万元"]),
    ("购置单价50万元以上设备3台。", ["？3台"]),
    ("公务用车购置费支出10万元以上。", ["？10万元"]),
    ("公务接待3至5批次。", ["？3", "？5批次"]),
  ])
  func anUnknownNounIsAnUnknownQuantity(text: String, expected: [String]) throws {
    let read = try readings(prose(Self.threePublic, text))
    #expect(read.sorted() == expected.sorted())
  }

  /// 预算数 by itself is what the table of the three expenses prints under that head, and no other section has such a table.
  @Test func aBudgetWithoutANameIsThatOfTheTable() throws {
    #expect(try readings(prose(Self.threePublic, "公务接待费预算数1.00万元。")) == ["公务接待费全年预算 1.00"])
    #expect(
      try readings(prose(Self.threePublic, "公务接待费年初预算2.00万元，预算数2.00万元。"))
        == ["公务接待费年初预算 2.00", "公务接待费年初预算 2.00"])
    #expect(try readings(prose(Self.general, "卫生健康支出（类）预算数1.00万元。")) == ["？1.00万元"])
  }

  /// A line that names what the next one tells of; one that is not known leaves the next unknown.
  @Test func aTitleSaysWhatTheNextParagraphTellsOf() throws {
    #expect(
      try readings(prose(Self.threePublic, "1、公务接待费支出情况", "支出决算0.59万元。")) == ["公务接待费 0.59"])
    #expect(try readings(prose(Self.threePublic, "1、培训费", "支出决算10.00万元。")) == ["？10.00万元"])
    #expect(
      try readings(prose(Self.threePublic, "支出决算26.26万元。")) == ["“三公”经费 26.26"])
  }

  /// Sections within a section are headed by numbers in some places.
  @Test func numberedLinesHeadSectionsWithinASection() throws {
    let prose = try ProseReader(form: Standard.form).prose(
      of: [
        "十、其他重要事项情况说明", "1. 机关运行经费支出情况说明", "支出252.49万元。", "2. 政府采购情况说明", "政府采购支出总额1,242.27万元。",
        "3. 国有资产占用情况说明", "共有车辆17辆。",
      ], beside: Example.datong.tables)
    #expect(readings(prose) == ["机关运行经费 252.49", "政府采购支出总额 1,242.27", "车辆合计 17"])
  }

  /// Former names of 类, as the code tables list them.
  @Test(arguments: [
    ("文化体育与传媒支出", "207"), ("医疗卫生与计划生育支出", "210"), ("医疗卫生支出", "210"), ("环境保护支出", "211"), ("城乡社区事务支出", "212"),
    ("农林水事务支出", "213"), ("资源勘探信息等支出", "215"), ("国土海洋气象等支出", "220"), ("卫生健康支出", "210"),
  ])
  func formerNamesOfCategoriesAreKnown(name: String, code: String) throws {
    let quantity = "一般公共预算财政拨款支出/\(code)"
    for text in ["\(name)（类）119.79万元，占2.38%。", "\(name)119.79万元，占2.38%。"] {
      #expect(try readings(prose(Self.general, text)) == ["\(quantity) 119.79", "\(quantity) 占比 2.38"], "\(text)")
    }
  }

  @Test(arguments: ["一般公共服务（类）支出3864.28万元。", "一般公共服务支出（类）3864.28万元。", "“一般公共服务”支出3864.28万元。", "一般公共服务3864.28万元。"])
  func aCategoryIsKnownWithItsWordsInAnyOrder(text: String) throws {
    #expect(try readings(prose(Self.general, text)) == ["一般公共预算财政拨款支出/201 3864.28"])
  }

  @Test(arguments: ["数字经济支出10.00万元。", "数字经济支出（类）10.00万元。", "教育培训费10.00万元。", "基本建设其他教育支出10.00万元。"])
  func aCategoryThatThereIsNotIsNotTheWhole(text: String) throws {
    #expect(try readings(prose(Self.general, text)) == ["？10.00万元"])
  }

  /// The explanation is read under whatever part it stands.
  @Test(arguments: [
    ["第一部分 概况", "第二部分 2024年度部门决算情况说明", "第三部分 名词解释"], ["第一部分 概况", "第二部分 决算表", "第三部分 情况说明"],
    ["第四部分 其他重要事项情况说明"], ["2024年度部门决算说明"], [],
  ])
  func theNumberOfThePartDoesNotMatter(parts: [String]) throws {
    let index = parts.firstIndex { $0.contains("说明") } ?? 0
    let lines =
      parts.prefix(index + 1) + ["一、收入支出决算总体情况说明", "2024年度收入总计5,029.36万元。"] + parts.dropFirst(index + 1)
    let prose = try ProseReader(form: Standard.form).prose(of: Array(lines), beside: Example.datong.tables)
    #expect(readings(prose) == ["收入总计 5,029.36"])
  }
}
