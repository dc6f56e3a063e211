/// The columns of a ledger's sheets, as the schema's `id` names them, whatever their headings are.
///
/// A column that several sheets have means the same in each.
package enum ColumnID: String, Sendable, CaseIterable {
  // MARK: Codes and money

  /// 功能科目编码.
  case functionCode
  /// 功能科目名称: the unit's own name for the code.
  case functionName
  /// 经济科目编码.
  case economicCode
  /// 经济科目名称: the unit's own name for the code.
  case economicName
  /// 收入来源.
  case source
  /// 支出性质.
  case kind
  /// 资金性质.
  case fund
  /// 金额.
  case amount
  /// 项目名称.
  case project
  /// 单位: of the accounts of a department, whose a row is.
  case unit
  /// 往来单位: the other unit of a transfer inside a department.
  case counterparty

  // MARK: Balances and budget

  /// 年初结转和结余.
  case opening
  /// 使用非财政拨款结余.
  case surplusUsed
  /// 结余分配.
  case surplusDistributed
  /// 年末结转和结余.
  case closing
  /// 年初预算数.
  case initialBudget
  /// 全年预算数.
  case finalBudget
  /// 变动原因.
  case changeReason

  // MARK: Sheets with a row an item

  /// 项目: the item that the row is about.
  case item
  /// 内容: of 单位信息 what the item says, of 文字 the paragraph.
  case content
  /// 数值: money or a count, as the item has it.
  case value
  /// 决算数.
  case actual
  /// 团组数.
  case groups
  /// 批次.
  case batches
  /// 人次.
  case people
  /// 辆数.
  case vehicles

  // MARK: Texts and own codes

  /// 章节.
  case section
  /// 分类.
  case classification
  /// 编码.
  case code
  /// 名称.
  case name

  // MARK: Self-evaluation

  /// 版式.
  case layout
  /// 主管部门.
  case department
  /// 实施单位.
  case implementer
  /// 年度目标.
  case goal
  /// 实际完成情况.
  case achievement
  /// 总分.
  case totalScore
  /// 等级.
  case grade
  /// 项目实施和预算执行情况及分析.
  case analysisExecution
  /// 产出情况及分析.
  case analysisOutput
  /// 效益情况及分析.
  case analysisBenefit
  /// 满意度情况及分析.
  case analysisSatisfaction
  /// 主要经验做法.
  case analysisExperience
  /// 项目管理中存在的主要问题及原因分析.
  case analysisProblems
  /// 下一步改进措施及管理建议.
  case analysisImprovements
  /// 资金来源.
  case fundSource
  /// 目标申报数.
  case declared
  /// 全年执行数.
  case executed
  /// 分值.
  case weight
  /// 执行率.
  case rate
  /// 得分.
  case score
  /// 偏差原因.
  case deviationReason
  /// 一级指标.
  case level1
  /// 二级指标.
  case level2
  /// 三级指标.
  case level3
  /// 年初指标值.
  case initialTarget
  /// 年度指标值.
  case target
  /// 实际完成值.
  case attained
  /// 情况说明.
  case explanation
  /// 数据项.
  case dataItem
  /// 人数.
  case headcount
  /// 上年决算数.
  case priorActual
  /// 预算数.
  case budgeted
  /// 批复规模.
  case approvedArea
  /// 实际规模.
  case actualArea
  /// 说明.
  case note

  /// The column in which the name of this column's code stands; nil for other columns.
  package var nameColumn: ColumnID? {
    switch self {
    case .functionCode: .functionName
    case .economicCode: .economicName
    case .code: .name
    default: nil
    }
  }
}
