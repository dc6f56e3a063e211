/// A row of 绩效项目: a project, or the whole department, and what its self-evaluation says as a whole.
package struct EvaluationProjectRow: LedgerRow {
  package static let sheet = "绩效项目"
  /// 项目名称.
  package var name: String
  /// 版式: the layout the table is printed in, by its short name.
  package var layout: String
  /// 主管部门; nil when not given.
  package var department: String?
  /// 实施单位; nil when not given.
  package var unit: String?
  /// 年度目标.
  package var goal: String?
  /// 实际完成情况.
  package var achievement: String?
  /// 总分 as a person gave it; nil leaves it to be computed.
  package var total: String?
  /// 等级 as a person gave it; nil leaves it to follow from the total.
  package var grade: String?
  /// The parts of 项目绩效分析 by their titles; a part left blank has none.
  package var analysis: [String: String]
  package var place: SourceLocation

  /// The titles of the parts of 项目绩效分析, which are columns of the sheet.
  package static let analysisTitles = [
    "项目实施和预算执行情况及分析", "产出情况及分析", "效益情况及分析", "满意度情况及分析", "主要经验做法", "项目管理中存在的主要问题及原因分析",
    "下一步改进措施及管理建议",
  ]

  package init?(_ fields: RowFields) {
    guard let name = fields.text("项目名称"), let layout = fields.text("版式") else { return nil }
    self.name = name
    self.layout = layout
    department = fields.text("主管部门")
    unit = fields.text("实施单位")
    goal = fields.text("年度目标")
    achievement = fields.text("实际完成情况")
    total = fields.text("总分")
    grade = fields.text("等级")
    analysis = [:]
    for title in Self.analysisTitles { analysis[title] = fields.text(title) }
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("项目名称", name)
    fields.set("版式", layout)
    fields.set("主管部门", department)
    fields.set("实施单位", unit)
    fields.set("年度目标", goal)
    fields.set("实际完成情况", achievement)
    fields.set("总分", total)
    fields.set("等级", grade)
    for (title, text) in analysis { fields.set(title, text) }
    return fields
  }
}

/// A row of 绩效资金: the money of a project from one source, or all of it.
package struct EvaluationFundRow: LedgerRow {
  package static let sheet = "绩效资金"
  /// 项目名称.
  package var project: String
  /// 资金来源, or 年度资金总额.
  package var source: String
  /// 目标申报数, where the layout has it.
  package var declared: Amount?
  /// 年初预算数.
  package var initialBudget: Amount?
  /// 全年预算数.
  package var fullYearBudget: Amount?
  /// 全年执行数.
  package var executed: Amount?
  /// 分值; nil for the usual one.
  package var weight: String?
  /// 执行率; nil leaves it to be computed.
  package var rate: String?
  /// 得分; nil leaves it to be computed.
  package var score: String?
  /// 偏差原因, where the layout has it.
  package var reason: String?
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let project = fields.text("项目名称"), let source = fields.text("资金来源") else { return nil }
    self.project = project
    self.source = source
    declared = fields.amount("目标申报数")
    initialBudget = fields.amount("年初预算数")
    fullYearBudget = fields.amount("全年预算数")
    executed = fields.amount("全年执行数")
    weight = fields.text("分值")
    rate = fields.text("执行率")
    score = fields.text("得分")
    reason = fields.text("偏差原因")
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("项目名称", project)
    fields.set("资金来源", source)
    fields.set("目标申报数", declared)
    fields.set("年初预算数", initialBudget)
    fields.set("全年预算数", fullYearBudget)
    fields.set("全年执行数", executed)
    fields.set("分值", weight)
    fields.set("执行率", rate)
    fields.set("得分", score)
    fields.set("偏差原因", reason)
    return fields
  }
}

/// A row of 绩效指标: one 三级指标 of a project.
package struct EvaluationIndicatorRow: LedgerRow {
  package static let sheet = "绩效指标"
  /// 项目名称.
  package var project: String
  /// 一级指标; nil where the 二级指标 tells it.
  package var level1: String?
  /// 二级指标.
  package var level2: String
  /// 三级指标.
  package var level3: String
  /// 年初指标值, where the layout has it.
  package var initialTarget: String?
  /// 年度指标值.
  package var target: String?
  /// 实际完成值.
  package var actual: String?
  /// 情况说明, where the layout has it.
  package var description: String?
  /// 分值.
  package var weight: String?
  /// 得分; nil leaves it to be computed where the rules determine it.
  package var score: String?
  /// 偏差原因及改进措施.
  package var reason: String?
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let project = fields.text("项目名称"), let level2 = fields.text("二级指标"), let level3 = fields.text("三级指标")
    else { return nil }
    self.project = project
    level1 = fields.text("一级指标")
    self.level2 = level2
    self.level3 = level3
    initialTarget = fields.text("年初指标值")
    target = fields.text("年度指标值")
    actual = fields.text("实际完成值")
    description = fields.text("情况说明")
    weight = fields.text("分值")
    score = fields.text("得分")
    reason = fields.text("偏差原因")
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("项目名称", project)
    fields.set("一级指标", level1)
    fields.set("二级指标", level2)
    fields.set("三级指标", level3)
    fields.set("年初指标值", initialTarget)
    fields.set("年度指标值", target)
    fields.set("实际完成值", actual)
    fields.set("情况说明", description)
    fields.set("分值", weight)
    fields.set("得分", score)
    fields.set("偏差原因", reason)
    return fields
  }
}

/// A row of 绩效基础数据: what the evaluation of the whole department needs and the accounts do not have.
package struct EvaluationBasicRow: LedgerRow {
  package static let sheet = "绩效基础数据"
  /// What the row is about.
  package var item: Item
  /// The project for which the row stands, or 批复项目 of a building; nil for other items.
  package var name: String?
  /// A number of people.
  package var count: Int64?
  /// 上年决算数.
  package var prior: Amount?
  /// 预算数: of a building what was approved (预算投资).
  package var budget: Amount?
  /// 决算数: of a building what it took (实际投资); nil leaves it to be taken from the accounts where they have it.
  package var actual: Amount?
  /// 批复规模 of a building, in square metres.
  package var approvedArea: String?
  /// 实际规模 of a building, in square metres.
  package var actualArea: String?
  /// A text: the measures of thrift.
  package var text: String?
  package var place: SourceLocation

  /// What a row of the sheet can be about.
  package enum Item: String, Sendable, CaseIterable {
    case authorised = "编制数"
    case administrativePosts = "行政编制"
    case institutionPosts = "事业编制"
    case workerPosts = "工勤编制"
    case inService = "在职人数"
    case retired = "离退休人数"
    case operations = "业务工作经费"
    case maintenance = "运行维护经费"
    case special = "本级专项资金"
    case otherProjects = "其他项目"
    case office = "办公经费"
    case utilities = "水费、电费、差旅费"
    case meetings = "会议费、培训费"
    case running = "公用经费"
    case procurement = "政府采购金额"
    case adjustment = "部门基本支出预算调整"
    case building = "楼堂馆所"
    case thrift = "厉行节约保障措施"
  }

  package init?(_ fields: RowFields) {
    guard let item = fields.text("数据项").flatMap({ Item(rawValue: $0) }) else { return nil }
    self.item = item
    name = fields.text("项目名称")
    count = fields.count("人数")
    prior = fields.amount("上年决算数")
    budget = fields.amount("预算数")
    actual = fields.amount("决算数")
    approvedArea = fields.text("批复规模")
    actualArea = fields.text("实际规模")
    text = fields.text("说明")
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("数据项", item.rawValue)
    fields.set("项目名称", name)
    fields.set("人数", count: count)
    fields.set("上年决算数", prior)
    fields.set("预算数", budget)
    fields.set("决算数", actual)
    fields.set("批复规模", approvedArea)
    fields.set("实际规模", actualArea)
    fields.set("说明", text)
    return fields
  }
}
