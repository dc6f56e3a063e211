import Accounts

/// A row of the indicator block (绩效指标): one 三级指标.
package struct Indicator: Hashable, Sendable {
  /// 一级指标: 产出指标, 效益指标, 满意度指标.
  package var level1: PrintedCell
  /// 二级指标: 数量指标…; stated on every row, though the print states it once.
  package var level2: PrintedCell
  /// 三级指标.
  package var level3: PrintedCell
  /// 年初指标值, where the layout prints the operator and the unit apart from the value.
  package var initialTarget: PrintedCell
  /// 年度指标值, or 调整后指标值.
  package var target: PrintedCell
  /// 实际完成值.
  package var actual: PrintedCell
  /// 定性值情况说明, where the layout has it.
  package var description: PrintedCell
  /// 分值.
  package var weight: PrintedCell
  /// 得分.
  package var score: PrintedCell
  /// 偏差原因分析及改进措施.
  package var reason: PrintedCell

  package init(
    level1: PrintedCell, level2: PrintedCell, level3: PrintedCell, initialTarget: PrintedCell = .blank,
    target: PrintedCell, actual: PrintedCell, description: PrintedCell = .blank, weight: PrintedCell,
    score: PrintedCell, reason: PrintedCell = .blank
  ) {
    self.level1 = level1
    self.level2 = level2
    self.level3 = level3
    self.initialTarget = initialTarget
    self.target = target
    self.actual = actual
    self.description = description
    self.weight = weight
    self.score = score
    self.reason = reason
  }

  /// 三级指标 without the number in front of it (`指标1：`).
  package var name: String {
    let text = level3.text.foldedForComparison
    guard text.utf8.starts(with: "指标".utf8), let colon = text.firstIndex(of: ":") else { return text }
    let number = text[text.index(text.startIndex, offsetBy: 2)..<colon]
    return number.allSatisfy(\.isNumber) ? String(text[text.index(after: colon)...]) : text
  }

  /// Whether the row only says that there is no indicator of its kind (无).
  package var isPlaceholder: Bool { !level3.isDamaged && name == "无" }

  /// Whether it asks people how content they are: 满意度指标. Of damaged labels that is not known.
  package var isSatisfaction: Bool {
    [level1, level2].contains { !$0.isDamaged && $0.text.holds("满意") }
  }

  /// Whether less is better by the nature of the indicator: 成本指标. Of a damaged label that is not known.
  package var isCost: Bool { !level2.isDamaged && level2.text.holds("成本") }
}
