/// The cells of a fund row, by the name that addresses and findings use whatever heading the layout prints.
package enum FundCell: String, Hashable, Sendable, CaseIterable {
  case initialBudget = "年初预算数"
  case declared = "目标申报数"
  case fullYearBudget = "全年预算数"
  case executed = "全年执行数"
  case carriedOver = "结转结余"
  case weight = "分值"
  case rate = "执行率"
  case score = "得分"
  case reason = "偏差原因"
}

/// The cells of an indicator row, by the name that addresses and findings use whatever heading the layout prints.
package enum IndicatorCell: String, Hashable, Sendable, CaseIterable {
  case level1 = "一级指标"
  case level2 = "二级指标"
  case level3 = "三级指标"
  case initialTarget = "年初指标值"
  case target = "年度指标值"
  case actual = "实际完成值"
  case description = "情况说明"
  case weight = "分值"
  case score = "得分"
  case reason = "偏差原因"
}

extension FundRow {
  /// The cell of a name.
  package subscript(cell: FundCell) -> PrintedCell {
    get {
      switch cell {
      case .initialBudget: initialBudget
      case .declared: declared
      case .fullYearBudget: fullYearBudget
      case .executed: executed
      case .carriedOver: carriedOver
      case .weight: weight
      case .rate: rate
      case .score: score
      case .reason: reason
      }
    }
    set {
      switch cell {
      case .initialBudget: initialBudget = newValue
      case .declared: declared = newValue
      case .fullYearBudget: fullYearBudget = newValue
      case .executed: executed = newValue
      case .carriedOver: carriedOver = newValue
      case .weight: weight = newValue
      case .rate: rate = newValue
      case .score: score = newValue
      case .reason: reason = newValue
      }
    }
  }
}

extension Indicator {
  /// The cell of a name.
  package subscript(cell: IndicatorCell) -> PrintedCell {
    get {
      switch cell {
      case .level1: level1
      case .level2: level2
      case .level3: level3
      case .initialTarget: initialTarget
      case .target: target
      case .actual: actual
      case .description: description
      case .weight: weight
      case .score: score
      case .reason: reason
      }
    }
    set {
      switch cell {
      case .level1: level1 = newValue
      case .level2: level2 = newValue
      case .level3: level3 = newValue
      case .initialTarget: initialTarget = newValue
      case .target: target = newValue
      case .actual: actual = newValue
      case .description: description = newValue
      case .weight: weight = newValue
      case .score: score = newValue
      case .reason: reason = newValue
      }
    }
  }
}
