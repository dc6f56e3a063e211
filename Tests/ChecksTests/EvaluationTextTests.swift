import Accounts
import Evaluations
import Foundation
import Reading
import Tables
import TestSupport
import Testing

@testable import Checks

/// What must not be published, in publications that hold self-evaluations alone: in their tables, in reports, whatever
/// they come in.
@Suite struct EvaluationTextTests {
  /// A page with one table of the Beijing kind, with words of one's own in places.
  private func page(
    year: String = "2024", before: String = "", goal: String = "已经配齐", reason: String = "", below: String = ""
  ) -> String {
    """
    <!DOCTYPE html><html><body>\(before)
    <p>项目支出绩效自评表</p><p>（\(year)年度）</p>
    <table>
    <tr><td colspan="3">项目名称</td><td colspan="6">执法装备</td></tr>
    <tr><td colspan="3">主管部门</td><td colspan="2">云溪市文化局</td><td colspan="2">实施单位</td><td colspan="2">云溪市文化局</td></tr>
    <tr><td rowspan="5">项目资金（万元）</td><td colspan="2"></td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td>
      <td>分值</td><td>执行率</td><td>得分</td></tr>
    <tr><td colspan="2">年度资金总额</td><td>35.5</td><td>35.5</td><td>31.95</td><td>10</td><td>90%</td><td>9</td></tr>
    <tr><td colspan="2">其中：当年财政拨款</td><td>35.5</td><td>35.5</td><td>31.95</td><td>—</td><td>90%</td><td>—</td></tr>
    <tr><td colspan="2">上年结转资金</td><td></td><td></td><td></td><td>—</td><td></td><td>—</td></tr>
    <tr><td colspan="2">其他资金</td><td></td><td></td><td></td><td>—</td><td></td><td>—</td></tr>
    <tr><td rowspan="2">年度总体目标</td><td colspan="4">预期目标</td><td colspan="4">实际完成情况</td></tr>
    <tr><td colspan="4">配齐装备</td><td colspan="4">\(goal)</td></tr>
    <tr><td rowspan="7">绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td>
      <td>分值</td><td>得分</td><td>偏差原因分析及改进措施</td></tr>
    <tr><td rowspan="4">产出指标</td><td>数量指标</td><td>采购数量</td><td>≥43台</td><td>43台</td><td>10</td><td>10</td><td></td></tr>
    <tr><td>质量指标</td><td>验收合格率</td><td>100%</td><td>100%</td><td>10</td><td>10</td><td></td></tr>
    <tr><td>时效指标</td><td>完成时间</td><td>2024年11月底前</td><td>2024年10月</td><td>10</td><td>10</td><td></td></tr>
    <tr><td>成本指标</td><td>采购成本</td><td>≤35.5万元</td><td>31.95万元</td><td>10</td><td>10</td><td></td></tr>
    <tr><td>效益指标</td><td>社会效益指标</td><td>覆盖率</td><td>≥80%</td><td>85%</td><td>40</td><td>40</td>
      <td>\(reason)</td></tr>
    <tr><td>满意度指标</td><td>服务对象满意度指标</td><td>使用人满意率</td><td>≥90%</td><td>95%</td><td>10</td><td>10</td><td></td></tr>
    <tr><td colspan="4">总分</td><td></td><td>100</td><td></td><td>99</td><td></td></tr>
    </table>
    <p>\(below)</p></body></html>
    """
  }

  private func report(_ publication: Publication) throws -> CheckReport {
    try Standard.checker.check(
      publication.tables,
      evaluations: EvaluationInput(
        publication.evaluations.tables, overall: publication.evaluations.overall,
        unread: publication.evaluations.unread.count))
  }

  private func findings(_ page: String) throws -> [Finding] {
    let folder = try TemporaryFolder(["page.html": Array(page.utf8)])
    return try report(Standard.reader.publication(at: folder.path + "/page.html")).findings
  }

  @Test func whatIsInOrderIsSilent() throws {
    #expect(try findings(page()).map(\.message) == [])
    #expect(try findings(page(year: "2023")).map(\.message) == [])
  }

  /// Each once, though a sentence of a table is a cell of its own and a part of a row.
  @Test(arguments: [
    ("D20", "经办人的手机是13800000000。"), ("D21", "联系电话：0350-5234567"), ("D21", "邮箱 someone@example.com"),
    ("D15", "配齐XX台，还差某某所"), ("D16", "请根据实际情况填写"), ("D17", "推迟配发。。"), ("D18", "推迟（两个所"), ("D19", "主要原因是。"),
  ])
  func cellsAreRead(rule: String, text: String) throws {
    for page in [page(goal: text), page(reason: text), page(below: text)] {
      let found = try findings(page)
      #expect(found.map(\.rule) == [rule], "\(found.map(\.message))")
      let line = try #require(
        page.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) })
      // A row begins with its first cell, which may stand on the line before.
      #expect([line, line + 1].contains(try #require(found.first?.place?.line)))
      #expect(found.first?.place?.file.hasSuffix("page.html") == true)
    }
  }

  @Test func namesAndMarksBelowATableAreFound() throws {
    #expect(try findings(page(below: "填表人：张三丰")).map(\.rule) == ["D22"])
    #expect(try findings(page(below: "填表人：[略]")).map(\.rule) == [])
    #expect(try findings(page(below: "内部审核稿")).map(\.rule) == ["D23"])
  }

  /// One table of last year among those of this one; and the name of another department over a report.
  @Test func anotherYearAndAnotherUnitAreFound() throws {
    let one = page()
    let other = page(year: "2023").replacing("执法装备", with: "执法服装")
    let found = try findings(one + page().replacing("执法装备", with: "执法车辆") + other)
    #expect(found.map(\.rule) == ["D13"])
    #expect(found.first?.expected == "2024年度")
    let report = "<p>2024年度</p><p>\(Self.neighbour)</p><p>整体支出绩效自评报告</p>"
    #expect(try findings(page(before: report)).map(\.rule) == ["D14"])
    #expect(try findings(page(before: report.replacing(Self.neighbour, with: "云溪市文化局"))).map(\.rule) == [])
    #expect(
      try findings(page(before: report.replacing("2024年度", with: "2022年度"))).map(\.rule).sorted() == ["D13", "D14"])
  }

  private static let neighbour = "河东县教育局"

  /// A table whose layout nobody knows is told of, and the ten tables are not missed for it.
  @Test func tablesNotUnderstoodAreNoDisclosure() throws {
    let strange = page().replacing("<td>年度指标值</td>", with: "<td>指标要求</td>")
    for text in [strange, page() + strange] {
      #expect(try findings(text).map(\.rule) == ["D08"])
    }
  }

  /// The same words in a workbook, in Markdown and in the data of a package, each at its place.
  @Test func everyFormatIsRead() throws {
    let folder = try TemporaryFolder([
      "自评.md": Array(
        """
        # 云溪市文化局整体支出绩效自评报告

        2024年度

        如有疑问请致电 13800000000。

        全局共有编制335名，其中行政编制96个，全额拨款事业编制233个，工勤编制6个。现有在职人员307人。
        """.utf8)
    ])
    let found = try report(Standard.reader.publication(at: folder.path + "/自评.md")).findings
    #expect(found.map(\.rule).contains("D20"))
    #expect(found.first { $0.rule == "D20" }?.place?.line == 5)
  }
}
