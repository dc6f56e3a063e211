import Accounts
import Evaluations
import Testing

/// What words say: that something was not done, that all was, which number an indicator came to, which day.
@Suite struct StatementTests {
  @Test(arguments: [
    "没有开展", "未进行", "未开展满意度调查", "尚未实施", "项目未实施", "没有进行采购", "活动取消", "未能组织", "未按计划开展", "未对直销企业进行专项调查", "因故停办", "该项工作暂缓",
    "24年国家局没有开展优势示范企业申报", "食品安全城市创建活动未开展", "没做", "未 开 展",
  ])
  func whatWasNotDoneIsKnown(text: String) throws { #expect(try UndoneWords().occur(in: text)) }

  @Test(arguments: [
    "", "已开展", "全部完成", "未发现问题", "未来开展三场", "没有未开展的项目", "没有取消", "无", "加大宣传力度，常态化开展抽检", "未超预算", "数量减少（注销和停用）",
  ])
  func whatWasDoneIsNotDenied(text: String) throws { #expect(try !UndoneWords().occur(in: text)) }

  @Test(arguments: ["未进行满意度调查，今后组织满意度调查，形成结论", "未做满意度调查", "无满意度调查数据", "没有组织问卷", "未对直销企业进行专项调查"])
  func surveysNotMadeAreKnown(text: String) throws { #expect(try UndoneWords().sayNoSurvey(text)) }

  @Test(arguments: ["未开展问卷调查，改为电话回访", "未开展培训，满意度调查显示群众意见较大", "调查已完成", "未进行整改", ""])
  func otherSurveysWereMade(text: String) throws { #expect(try !UndoneWords().sayNoSurvey(text)) }

  @Test(arguments: [
    ("各项指标均完成。", "各项指标均完成"), ("2024年立项29项,各项指标完成。", "各项指标完成"), ("全年任务指标全部完成，加强抽检", "全年任务指标全部完成"),
    ("如期完成了各项绩效目标", "如期完成了各项绩效目标"), ("各项指标顺利完成", "各项指标顺利完成"),
  ])
  func allDoneIsKnown(text: String, clause: String) throws {
    #expect(try CompletionWords().statement(in: text) == clause)
  }

  @Test(arguments: [
    "吊销营业执照指标未完成,其他指标全部完成", "食品安全城市创建活动未开展，其他指标均完成。", "各项指标基本完成", "各项指标按合同和实际情况执行", "各项指标按实际任务调整并完成",
    "确保各项指标完成", "各项指标完成情况良好", "各项指标完成率98%", "及时排除故障，保障各项业务系统正常", "部分指标未能全部完成", "除一项外，各项指标均完成",
  ])
  func notAllDoneIsNone(text: String) throws { #expect(try CompletionWords().statement(in: text) == nil) }

  @Test(
    arguments: [
      ("群众满意度", RateWords.Bound.never), ("食品抽检合格率", .never), ("满意率≥95%", .never), ("覆盖率（%）", .never),
      ("任务完成率", .seldom), ("合格率提升幅度", nil), ("收入增长率", nil), ("同比增幅", nil), ("床位使用率", nil),
    ] as [(String, RateWords.Bound?)])
  func ratesAreKnownByTheirNames(name: String, bound: RateWords.Bound?) throws {
    #expect(try RateWords().bound(of: name) == bound)
  }

  @Test(arguments: [
    ("2024年13月底前", "2024年13月"), ("13月底前完成", "13月"), ("2024年2月30日", "2024年2月30日"), ("11月31日", "11月31日"),
    ("2023年2月29日", "2023年2月29日"), ("2024年0月", "2024年0月"), ("12月32日前", "12月32日"), ("15月份", "15月"),
  ])
  func impossibleDatesAreKnown(text: String, date: String) {
    #expect(ImpossibleDate.first(in: text, year: 2024) == date)
  }

  @Test(arguments: [
    "2024年12月31日", "2024年2月29日", "2月29日", "≤15个月", "18月", "24月", "1-13月", "6-36月龄", "2024年12月底前", "12月", "1891320.13月",
  ])
  func spansAndDaysThatExistAreNone(text: String) { #expect(ImpossibleDate.first(in: text, year: 2024) == nil) }

  /// A month by itself is one where the row speaks of days.
  @Test func aMonthByItselfIsOneBesideDays() {
    #expect(ImpossibleDate.first(in: "13月", year: 2024, isDate: true) == "13月")
    #expect(ImpossibleDate.first(in: "≤13个月", year: 2024, isDate: true) == nil)
  }

  @Test(arguments: [
    ("抽检合格率98%。", ["98%"]), ("全年抽检批次：抽检合格率达到98.5%，比上年提高3%", ["98.5%"]), ("抽检合格率98%以上", []), ("上年抽检合格率97%", []),
    ("食品抽检合格率97%", []), ("年初目标，抽检合格率97%", []), ("抽检合格率由97%提高到98%", []), ("抽检合格率为98%；抽检合格率为97%", ["98%", "97%"]),
    ("抽检合格率高", []),
  ])
  func numbersOfANameAreFound(text: String, numbers: [String]) throws {
    let reader = try TargetReader()
    let found = try ResultWords().numbers(of: "抽检合格率", in: text.foldedScalars, by: reader)
    #expect(try found.map { try $0.number.value.text(decimals: $0.number.decimals) + $0.unit } == numbers)
  }
}
