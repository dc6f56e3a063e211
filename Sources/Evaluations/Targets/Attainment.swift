/// Whether an actual value meets its target.
package enum Attainment: Hashable, Sendable {
  case met
  case missed
  /// Neither can be said.
  case notComparable(Reason)

  /// Why an actual cannot be compared with its target.
  package enum Reason: String, Hashable, Sendable {
    case targetNotNumeric = "目标不是数字或期限"
    case actualNotNumeric = "完成值不是数字或日期"
    case unitsDiffer = "目标与完成值的单位不同"
    case damaged = "原文残缺"
    case tooLarge = "数字过大"
  }
}
