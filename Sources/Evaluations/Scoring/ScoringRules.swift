import Accounts
import FoundationEssentials

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

  /// The built-in rules; throws when they are damaged.
  package init() throws {
    let file = try JSONDecoder().decode(File.self, from: Data((embeddedFiles["scoring.json"] ?? "").utf8))
    fundWeight = try file.fundWeight.rational()
    totalWeight = try file.totalWeight.rational()
    decimals = file.decimals
    overAchievement = try file.overAchievement.map { (try $0.from.rational(), try $0.deducted.rational()) }
    grades = try file.grades.map { ($0.grade, try $0.from.rational()) }
  }

  /// The grade of a total score (优良中差); nil outside 0 to 100.
  package func grade(of total: Rational) -> Grade? {
    guard total <= totalWeight else { return nil }
    return grades.first { total >= $0.from }?.grade
  }

  private struct File: Decodable {
    let fundWeight: String
    let totalWeight: String
    let decimals: Int
    let overAchievement: [Step]
    let grades: [GradeStep]

    struct Step: Decodable {
      let from: String
      let deducted: String
    }

    struct GradeStep: Decodable {
      let grade: Grade
      let from: String
    }
  }
}

/// The grade of a table (自评等级).
package enum Grade: String, Hashable, Sendable, Codable, CaseIterable {
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

extension String {
  /// The number a data file states; throws ``DataFileError`` when it is none.
  func rational() throws -> Rational {
    guard let value = Rational(decimal: self) else { throw DataFileError(message: "“\(self)”不是数") }
    return value
  }
}

/// A data file of this target that does not say what it has to.
struct DataFileError: Error {
  let message: String
}
