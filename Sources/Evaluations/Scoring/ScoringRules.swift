import Accounts
package import Formats

/// The rules by which scores follow from figures (填报注意事项), with their numbers from `Data/scoring.json`.
package struct ScoringRules: Sendable {
  /// The 分值 of the fund block: 10.
  package let fundWeight: Rational
  /// The 分值 of the whole table: 100.
  package let totalWeight: Rational
  /// The decimals to which a computed score is rounded.
  package let decimals: Int
  /// From how many percent over the target how many percent of the 分值 are deducted, the highest first.
  let overAchievement: [(from: Rational, deducted: Rational)]
  /// From how many points which grade is given, the highest first.
  let grades: [(grade: Grade, from: Rational)]

  /// The built-in rules; throws ``DamagedData`` when the file does not say what it has to.
  package init() throws(DamagedData) {
    self = try JSONText.builtIn("scoring.json", of: embeddedFiles, ScoringRules.init)
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    fundWeight = try node.field("fundWeight").rational()
    totalWeight = try node.field("totalWeight").rational()
    decimals = try node.field("decimals").integer()
    overAchievement = try node.field("overAchievement").array().map { step throws(JSONFieldError) in
      (try step.field("from").rational(), try step.field("deducted").rational())
    }
    grades = try node.field("grades").array().map { step throws(JSONFieldError) in
      (try step.field("grade").word(Grade.self), try step.field("from").rational())
    }
  }

  /// The grade of a total score (优良中差); nil outside 0 to 100.
  package func grade(of total: Rational) -> Grade? {
    guard total <= totalWeight else { return nil }
    return grades.first { total >= $0.from }?.grade
  }
}

/// The grade of a table (自评等级).
package enum Grade: String, Hashable, Sendable, CaseIterable {
  case excellent = "优"
  case good = "良"
  case fair = "中"
  case poor = "差"
}

extension EvaluationTable {
  /// The grade printed, or where the layout prints none that of the total; nil while that is not known.
  package func grade(_ rules: ScoringRules) -> Grade? {
    if grade.isDamaged { return nil }
    if !grade.isBlank { return Grade(rawValue: grade.text.foldedForComparison) }
    return totalScore.number.flatMap { rules.grade(of: $0.value) }
  }
}

extension JSONNode {
  /// The number that a string of a data file states; throws when it states none.
  func rational() throws(JSONFieldError) -> Rational {
    guard let value = Rational(decimal: try string()) else { throw JSONFieldError(self, "应是一个数，写在双引号里") }
    return value
  }
}
