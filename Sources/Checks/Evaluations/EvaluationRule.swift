package import Accounts
package import Evaluations
import FoundationEssentials

/// A rule of family P, which self-evaluation tables are checked by.
package struct EvaluationRule: Hashable, Sendable, Decodable {
  /// The id, stable and never used again: `P-E4`.
  package let id: String
  /// What must hold, in one clause.
  package let title: String
  /// Where the rule comes from.
  package let basis: String
  /// What to do when it does not hold.
  package let advice: String
  /// How bad that is in each layout; a layout left out has no such rule.
  private let severity: [String: String]

  /// The layouts the rule applies in, in their order.
  package var layouts: [String] { severity.keys.sorted() }

  /// How bad it is in a layout when it does not hold; nil where the rule does not apply.
  package func severity(in layout: EvaluationLayout) -> Finding.Severity? {
    severity[layout.id].flatMap(Finding.Severity.init)
  }

  /// How bad it is in some layout at the worst.
  package var worstSeverity: Finding.Severity { severity.values.compactMap(Finding.Severity.init).min() ?? .error }
}

/// The rules that ship with the tool (`Data/evaluation-rules.json`).
package struct EvaluationRules: Sendable, Decodable {
  /// In the order in which they are listed.
  package let rules: [EvaluationRule]

  /// Reads the built-in rules; throws when they are damaged.
  package static func standard() throws -> EvaluationRules {
    try JSONDecoder().decode(EvaluationRules.self, from: Data((embeddedFiles["evaluation-rules.json"] ?? "").utf8))
  }

  /// The rule of an id.
  package subscript(id: RuleID) -> EvaluationRule? { rules.first { $0.id == id.rawValue } }
}

/// The ids of the rules, as the checks name them.
package enum RuleID: String, Hashable, Sendable, CaseIterable {
  case rate = "P-E1"
  case fundScore = "P-E2"
  case sumOfWeights = "P-E3"
  case sumOfScores = "P-E4"
  case scoreWithinWeight = "P-E5"
  case weightsOfLevels = "P-E6"
  case missedWithFullScore = "P-E7"
  case pointsLostWithoutReason = "P-E8"
  case overAchievement = "P-E9"
  case gradeOfTotal = "P-E10"
  case costAndExecution = "P-E11"
  case sumOfSources = "P-E12"
  case carriedOver = "P-E13"
  case metWithPointsLost = "P-X1"
  case wordsForFigure = "P-X2"
  case proportionalScore = "P-X3"
  case missingLevel2 = "P-X4"
  case budgetCutToExecution = "P-X5"
  case rateAndScore = "P-X6"
  case favourableDeviation = "P-X8"
  case blankScore = "P-X9"
  case oneTablePerProject = "P-S1"
  case amountsOfAccounts = "P-S2"
  case statedNumber = "P-S3"
  case statedFunds = "P-S4"
  case statedGrades = "P-S5"
  case basicRate = "P-D1"
  case basicSum = "P-D2"
  case basicBound = "P-D3"
  case basicAndTables = "P-D4"
  case fundsAndTables = "P-D5"
  case reportAndBasic = "P-D6"
  case reportAndScores = "P-D7"
  case reportRatio = "P-D8"
  case reportSum = "P-D9"
  case reportDays = "P-D10"
  case basicAndScores = "P-D11"
}
