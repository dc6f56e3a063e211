import Accounts
import Checks
import Evaluations
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// Self-evaluation tables on other departments' pages: merged cells, columns in another order, headings of their own.
///
/// Modelled on the published tables; the figures are theirs, the words are not.
@Suite struct EvaluationForeignPageTests {
  private func publication(_ body: String) throws -> Publication {
    let folder = try TemporaryFolder(["page.html": Array("<!DOCTYPE html><html><body>\(body)</body></html>".utf8)])
    return try Standard.reader.publication(at: folder.path + "/page.html")
  }

  private func findings(_ publication: Publication) throws -> [String] {
    try EvaluationChecker().report(on: publication.evaluations.tables, overall: publication.evaluations.overall)
      .findings.map(\.rule)
  }

  /// A table of the Beijing kind: 分值 in front of the targets, labels over two columns, the project in its title.
  private func beijing(score: String) -> String {
    """
    <p>执法装备项目支出绩效自评表</p><p>（2024年度）</p>
    <table>
    <tr><td colspan="3">项目名称</td><td colspan="6">执法装备</td></tr>
    <tr><td colspan="3">主管部门</td><td colspan="2">某局</td><td colspan="2">实施单位</td><td colspan="2">某科</td></tr>
    <tr><td rowspan="5">项目资金<br>（万元）</td><td colspan="2"></td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td>
      <td>分值</td><td>执行率</td><td>得分</td></tr>
    <tr><td colspan="2">年度资金总额</td><td>35.5</td><td>35.5</td><td>31.95</td><td>10</td><td>90%</td><td>9</td></tr>
    <tr><td colspan="2">其中：当年财政拨款</td><td>35.5</td><td>35.5</td><td>31.95</td><td>—</td><td>90%</td><td>—</td></tr>
    <tr><td colspan="2">上年结转资金</td><td></td><td></td><td></td><td>—</td><td></td><td>—</td></tr>
    <tr><td colspan="2">其他资金</td><td></td><td></td><td></td><td>—</td><td></td><td>—</td></tr>
    <tr><td rowspan="2">年度总体目标</td><td colspan="4">预期目标</td><td colspan="4">实际完成情况</td></tr>
    <tr><td colspan="4">配齐装备</td><td colspan="4">已经配齐</td></tr>
    <tr><td rowspan="7">绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>分值</td><td>年度指标值</td>
      <td>实际完成值</td><td>得分</td><td>偏差原因分析及改进措施</td></tr>
    <tr><td rowspan="4">产出指标</td><td>数量指标</td><td>采购数量</td><td>10</td><td>≥43台</td><td>43台</td><td>10</td><td></td></tr>
    <tr><td>质量指标</td><td>验收合格率</td><td>10</td><td>100%</td><td>100%</td><td>10</td><td></td></tr>
    <tr><td>时效指标</td><td>完成时间</td><td>10</td><td>2024年11月底前</td><td>2024年10月</td><td>10</td><td></td></tr>
    <tr><td>成本指标</td><td>采购成本</td><td>10</td><td>≤35.5万元</td><td>31.95万元</td><td>10</td><td></td></tr>
    <tr><td>效益指标</td><td>社会效益指标</td><td>覆盖率</td><td>40</td><td>≥80%</td><td>60%</td><td>\(score)</td>
      <td>两个所推迟配发</td></tr>
    <tr><td>满意度指标</td><td>服务对象满意度指标</td><td>使用人满意率</td><td>10</td><td>≥90%</td><td>95%</td><td>10</td><td></td></tr>
    <tr><td colspan="4">总分</td><td>100</td><td colspan="2"></td><td>\(score == "30" ? "89" : "90")</td><td></td></tr>
    </table>
    <p>填报注意事项：</p>
    """
  }

  @Test func columnsAreKnownByTheirHeadings() throws {
    let publication = try publication(beijing(score: "30"))
    let table = try #require(publication.evaluations.tables.first)
    #expect(publication.evaluations.tables.count == 1)
    // Its notes tell whose rules it is scored by, whatever its title looks like.
    #expect(table.layout.id == "A")
    #expect([table.project, table.department, table.unit] == ["执法装备", "某局", "某科"])
    #expect(table.year == 2024)
    #expect(table.fund.map(\.name) == ["年度资金总额", "当年财政拨款", "上年结转资金", "其他资金"])
    #expect(
      table.fund[0].executed.text == "31.95" && table.fund[0].rate.text == "90%" && table.fund[0].score.text == "9")
    #expect(table.indicators.map(\.level1.text) == ["产出指标", "产出指标", "产出指标", "产出指标", "效益指标", "满意度指标"])
    #expect(
      table.indicators.map(\.level2.text) == ["数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "服务对象满意度指标"])
    #expect(table.indicators.map(\.weight.text) == ["10", "10", "10", "10", "40", "10"])
    #expect(table.indicators[0].target.text == "≥43台" && table.indicators[0].actual.text == "43台")
    #expect(table.indicators[4].score.text == "30" && table.indicators[4].reason.text == "两个所推迟配发")
    #expect(table.totalScore.text == "89" && table.totalWeight.text == "100")
    #expect(try findings(publication) == [])
  }

  /// One point too many, in the last place printed: 40 × 60/80 is 30.
  @Test func scoresAreCheckedInAnyOrderOfColumns() throws {
    #expect(try findings(publication(beijing(score: "31"))) == ["P-X3"])
  }

  /// A table of the Ningxia kind: 分值 in the label of the 一级指标, a 二级指标 over two rows, numbers in front.
  @Test func mergedLabelsAreSaidOfEveryRow() throws {
    let publication = try publication(
      """
      <p>自治区项目支出绩效自评表</p><p>(2024年度)</p>
      <table>
      <tr><td colspan="2">项目名称</td><td colspan="8">检验能力</td></tr>
      <tr><td colspan="2">主管部门</td><td colspan="4">某厅</td><td colspan="2">实施单位</td><td colspan="2">某院</td></tr>
      <tr><td colspan="2" rowspan="5">项目资金（万元）</td><td colspan="2"></td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td>
        <td>分值</td><td>执行率</td><td>得分</td></tr>
      <tr><td colspan="2">年度资金总额</td><td>1274.77</td><td>1274.77</td><td>811.52</td><td>10</td><td>63.66%</td><td>6.37</td></tr>
      <tr><td colspan="2">其中：当年财政拨款</td><td>1274.77</td><td>1274.77</td><td>811.52</td><td>—</td><td>—</td><td>—</td></tr>
      <tr><td colspan="2">上年结转资金</td><td></td><td></td><td></td><td>—</td><td>—</td><td>—</td></tr>
      <tr><td colspan="2">其他资金</td><td></td><td></td><td></td><td>—</td><td>—</td><td>—</td></tr>
      <tr><td rowspan="2">年度总体目标</td><td colspan="5">预期目标</td><td colspan="4">实际完成情况</td></tr>
      <tr><td colspan="5">建成实验室</td><td colspan="4">建成</td></tr>
      <tr><td rowspan="7">绩效指标</td><td>一级指标</td><td>二级指标</td><td colspan="2">三级指标</td><td>年度指标值</td><td>实际完成值</td>
        <td>分值</td><td>得分</td><td>偏差原因分析及改进措施</td></tr>
      <tr><td rowspan="4">产出指标 (50分)</td><td rowspan="2">数量指标</td><td colspan="2">指标1：设备</td><td>≥8台</td><td>8台</td>
        <td>12.5</td><td>12.5</td><td></td></tr>
      <tr><td colspan="2">指标2：人员</td><td>≥20人</td><td>21人</td><td>12.5</td><td>12.5</td><td></td></tr>
      <tr><td>质量指标</td><td colspan="2">指标1：合格率</td><td>100%</td><td>100%</td><td>12.5</td><td>12.5</td><td></td></tr>
      <tr><td>成本指标</td><td colspan="2">指标1：单价</td><td>≤6.25万元/台</td><td>6万元/台</td><td>12.5</td><td>12.5</td><td></td></tr>
      <tr><td>效益指标 (30分)</td><td>社会效益<br>指标</td><td colspan="2">指标1：能力提升</td><td>提升</td><td>提升</td><td>30</td><td>30</td><td></td></tr>
      <tr><td>满意度指标 (10分)</td><td>服务对象满意度指标</td><td colspan="2">指标1：满意度</td><td>≥90%</td><td>92%</td><td>10</td><td>10</td><td></td></tr>
      <tr><td colspan="7">总 分</td><td>100</td><td>96.37</td><td></td></tr>
      </table>
      """)
    let table = try #require(publication.evaluations.tables.first)
    #expect(table.layout.id == "C")
    #expect(table.indicators.map(\.level2.text).prefix(3) == ["数量指标", "数量指标", "质量指标"])
    #expect(table.indicators.map(\.name) == ["设备", "人员", "合格率", "单价", "能力提升", "满意度"])
    #expect(table.fund[0].rate.text == "63.66%" && table.fund[0].score.text == "6.37")
    #expect(try findings(publication) == [])
  }

  /// What stands beside the evaluation of a whole department, with the figures of a published one.
  private func whole(rate: String, reception: String) -> String {
    """
    <p>2024年度某局</p><p>整体支出绩效自评报告</p><p>2025年4月15日</p>
    <p>全局共有编制335名，其中行政编制96个，全额拨款事业编制233个，工勤编制6个。现有在职人员307人。</p>
    <p>“三公”经费支出预算数为99.51万元，决算数为46.82万元，为年初预算的47.05%。公务接待费支出10.83万元，为年初预算23.51万元的46.07%。</p>
    <p>专项资金264.35万元，其中年初安排24万元，年中追加240.35万元。</p>
    <p>2024年度部门整体支出绩效评价基础数据表</p>
    <table>
    <tr><td rowspan="2">财政供养人员情况（人）</td><td colspan="2">编制数</td><td colspan="2">2024年实际在职人数</td><td colspan="2">控制率</td></tr>
    <tr><td colspan="2">335</td><td colspan="2">307</td><td colspan="2">\(rate)</td></tr>
    <tr><td>经费控制情况（万元）</td><td colspan="2">2023年决算数</td><td colspan="2">2024年预算数</td><td colspan="2">2024年决算数</td></tr>
    <tr><td>三公经费</td><td colspan="2">86.25</td><td colspan="2">99.51</td><td colspan="2">46.82</td></tr>
    <tr><td>1、公务用车购置和维护经费</td><td colspan="2">67.44</td><td colspan="2">76</td><td colspan="2">35.99</td></tr>
    <tr><td>其中：公车购置</td><td colspan="2">17.14</td><td colspan="2">/</td><td colspan="2">/</td></tr>
    <tr><td>公车运行维护</td><td colspan="2">50.3</td><td colspan="2">76</td><td colspan="2">35.99</td></tr>
    <tr><td>2、出国经费</td><td colspan="2">/</td><td colspan="2">/</td><td colspan="2">/</td></tr>
    <tr><td>3、公务接待</td><td colspan="2">18.81</td><td colspan="2">23.51</td><td colspan="2">\(reception)</td></tr>
    <tr><td>项目支出：</td><td colspan="2">2679.56</td><td colspan="2">579.62</td><td colspan="2">1996.94</td></tr>
    <tr><td>1、业务工作经费</td><td colspan="2">146.86</td><td colspan="2">62.87</td><td colspan="2">62.87</td></tr>
    <tr><td>2、运行维护经费</td><td colspan="2">/</td><td colspan="2">/</td><td colspan="2">/</td></tr>
    <tr><td>3、本级专项资金</td><td colspan="2">2532.7</td><td colspan="2">516.75</td><td colspan="2">1934.07</td></tr>
    <tr><td>甲专项</td><td colspan="2">1999.82</td><td colspan="2">176.25</td><td colspan="2">1581.59</td></tr>
    <tr><td>其他项目</td><td colspan="2">532.88</td><td colspan="2">340.5</td><td colspan="2">352.48</td></tr>
    <tr><td>公用经费</td><td colspan="2">1247.98</td><td colspan="2">1113.35</td><td colspan="2">1148.34</td></tr>
    <tr><td>其中：办公经费</td><td colspan="2">703.24</td><td colspan="2">488.87</td><td colspan="2">764.35</td></tr>
    <tr><td>厉行节约保障措施</td><td colspan="6">集中采购</td></tr>
    </table>
    """
  }

  @Test func whatStandsBesideAWholeDepartmentIsRead() throws {
    let publication = try publication(whole(rate: "91.64%", reception: "10.83"))
    let overall = publication.evaluations.overall
    let data = try #require(overall.basicData)
    #expect(data.year == 2024)
    #expect([data.authorised.text, data.inService.text, data.staffRate.text] == ["335", "307", "91.64%"])
    #expect(data.expenses.count == 14)
    #expect(data.expenses.filter(\.isFund).map(\.name) == ["甲专项", "其他项目"])
    #expect(data.expenses[0].budget.text == "99.51" && data.thrift.text == "集中采购")
    let report = try #require(overall.report)
    #expect(report.cell(of: "编制数")?.text == "335")
    #expect(report.cell(of: "“三公”经费预算完成率")?.text == "47.05%")
    #expect(report.sums.map(\.whole.text) == ["264.35"])
    #expect(report.day?.text == "2025年4月15日")
    #expect(try findings(publication) == [])
  }

  @Test(arguments: [
    ("91.65%", "10.83", ["P-D1"]), ("91.64%", "10.86", ["P-D2", "P-D6"]),
  ])
  func whatIsAlteredThereIsFound(rate: String, reception: String, rules: [String]) throws {
    #expect(try findings(publication(whole(rate: rate, reception: reception))) == rules)
  }

  /// Headings of no layout: said to be not read, and nothing made of it.
  @Test func headingsOfNoLayoutAreReported() throws {
    let publication = try publication(
      """
      <p>养护经费项目支出绩效自评表</p>
      <table><tr><td>三级指标</td><td>自评意见</td><td>权重</td></tr><tr><td>里程</td><td>好</td><td>10</td></tr></table>
      """ + beijing(score: "30"))
    #expect(publication.evaluations.tables.count == 1)
    #expect(publication.evaluations.unread.map(\.text) == ["养护经费项目支出绩效自评表"])
    #expect(publication.tables.unread.contains { $0.text == "养护经费项目支出绩效自评表" })
  }
}
