import Checks

/// What is said once for all rules.
enum RuleWords {
  /// How families of figures are written in formulas.
  static let patterns =
    "1-8 是第 1 至 8 行（栏）之和，{行} 每一行，{科目} 每个科目，{类} 每个类，{33-64} 这些行中的每一行，"
    + "{节点} 每个有下级的行，{下级} 它的下级之和，{各项} 各项之和，{各款} 各款之和，{栏} 所列的每一栏。"
    + "文 是情况说明的文字，其第 1 栏是所说的数，第 2 栏是比上年的增减。"

  /// What rounding may hide in each class of identity.
  static let tolerances: [(word: String, tolerance: String)] = Identity.Class.allCases.map { ($0.word, $0.tolerance) }
}
