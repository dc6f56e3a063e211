/// A row of 绩效项目: a project, or the whole department, and what its self-evaluation says as a whole.
package struct EvaluationProjectRow: LedgerRow {
  package static let sheet = SheetID.evaluationProjects
  package static let columns: [ColumnID] =
    [.project, .layout, .department, .implementer, .goal, .achievement, .totalScore, .grade] + analysisColumns
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
  /// The parts of 项目绩效分析 by their columns; a part left blank has none.
  package var analysis: [ColumnID: String]
  package var place: SourceLocation

  /// The columns of the parts of 项目绩效分析.
  package static let analysisColumns: [ColumnID] = [
    .analysisExecution, .analysisOutput, .analysisBenefit, .analysisSatisfaction, .analysisExperience,
    .analysisProblems, .analysisImprovements,
  ]

  package init?(_ fields: RowFields) {
    guard let name = fields.text(.project), let layout = fields.text(.layout) else { return nil }
    self.name = name
    self.layout = layout
    department = fields.text(.department)
    unit = fields.text(.implementer)
    goal = fields.text(.goal)
    achievement = fields.text(.achievement)
    total = fields.text(.totalScore)
    grade = fields.text(.grade)
    analysis = [:]
    for column in Self.analysisColumns { analysis[column] = fields.text(column) }
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.project, name)
    fields.set(.layout, layout)
    fields.set(.department, department)
    fields.set(.implementer, unit)
    fields.set(.goal, goal)
    fields.set(.achievement, achievement)
    fields.set(.totalScore, total)
    fields.set(.grade, grade)
    for column in Self.analysisColumns { fields.set(column, analysis[column]) }
    return fields
  }
}

/// A row of 绩效资金: the money of a project from one source, or all of it.
package struct EvaluationFundRow: LedgerRow {
  package static let sheet = SheetID.evaluationFunds
  package static let columns: [ColumnID] = [
    .project, .fundSource, .declared, .initialBudget, .finalBudget, .executed, .weight, .rate, .score, .deviationReason,
  ]
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
    guard let project = fields.text(.project), let source = fields.text(.fundSource) else { return nil }
    self.project = project
    self.source = source
    declared = fields.amount(.declared)
    initialBudget = fields.amount(.initialBudget)
    fullYearBudget = fields.amount(.finalBudget)
    executed = fields.amount(.executed)
    weight = fields.text(.weight)
    rate = fields.text(.rate)
    score = fields.text(.score)
    reason = fields.text(.deviationReason)
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.project, project)
    fields.set(.fundSource, source)
    fields.set(.declared, declared)
    fields.set(.initialBudget, initialBudget)
    fields.set(.finalBudget, fullYearBudget)
    fields.set(.executed, executed)
    fields.set(.weight, weight)
    fields.set(.rate, rate)
    fields.set(.score, score)
    fields.set(.deviationReason, reason)
    return fields
  }
}

/// A row of 绩效指标: one 三级指标 of a project.
package struct EvaluationIndicatorRow: LedgerRow {
  package static let sheet = SheetID.evaluationIndicators
  package static let columns: [ColumnID] = [
    .project, .level1, .level2, .level3, .initialTarget, .target, .attained, .explanation, .weight, .score,
    .deviationReason,
  ]
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
    guard let project = fields.text(.project), let level2 = fields.text(.level2), let level3 = fields.text(.level3)
    else { return nil }
    self.project = project
    level1 = fields.text(.level1)
    self.level2 = level2
    self.level3 = level3
    initialTarget = fields.text(.initialTarget)
    target = fields.text(.target)
    actual = fields.text(.attained)
    description = fields.text(.explanation)
    weight = fields.text(.weight)
    score = fields.text(.score)
    reason = fields.text(.deviationReason)
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.project, project)
    fields.set(.level1, level1)
    fields.set(.level2, level2)
    fields.set(.level3, level3)
    fields.set(.initialTarget, initialTarget)
    fields.set(.target, target)
    fields.set(.attained, actual)
    fields.set(.explanation, description)
    fields.set(.weight, weight)
    fields.set(.score, score)
    fields.set(.deviationReason, reason)
    return fields
  }
}

/// A row of 绩效基础数据: what the evaluation of the whole department needs and the accounts do not have.
package struct EvaluationBasicRow: LedgerRow {
  package static let sheet = SheetID.evaluationBasics
  package static let columns: [ColumnID] = [
    .dataItem, .project, .headcount, .priorActual, .budgeted, .actual, .approvedArea, .actualArea, .note,
  ]
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
    guard let item = fields.text(.dataItem).flatMap({ Item(rawValue: $0) }) else { return nil }
    self.item = item
    name = fields.text(.project)
    count = fields.count(.headcount)
    prior = fields.amount(.priorActual)
    budget = fields.amount(.budgeted)
    actual = fields.amount(.actual)
    approvedArea = fields.text(.approvedArea)
    actualArea = fields.text(.actualArea)
    text = fields.text(.note)
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.dataItem, item.rawValue)
    fields.set(.project, name)
    fields.set(.headcount, count: count)
    fields.set(.priorActual, prior)
    fields.set(.budgeted, budget)
    fields.set(.actual, actual)
    fields.set(.approvedArea, approvedArea)
    fields.set(.actualArea, actualArea)
    fields.set(.note, text)
    return fields
  }
}
