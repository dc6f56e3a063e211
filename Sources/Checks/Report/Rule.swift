package import Accounts
import Evaluations

/// A rule that findings name: an identity, a structure check or the joint check.
package struct Rule: Sendable {
  /// What the rule is.
  package enum Kind: Sendable {
    /// An equation or inequality between figures.
    case identity(Identity)
    /// A check that is no equation.
    case structure
    /// A check of what sentences state.
    case claim
    /// Whether exact amounts exist that print as every figure at once.
    case joint
    /// A check of self-evaluation tables.
    case evaluation
  }

  /// What rules are listed under.
  package enum Family: Hashable, Sendable {
    /// Inside the table of a number (`01`).
    case table(String)
    /// Between tables.
    case betweenTables
    /// Codes and their names.
    case codes
    /// What the text states, against the tables and itself.
    case narrative
    /// Against last year's disclosure.
    case yearOnYear
    /// The disclosure as a whole.
    case disclosure
    /// All figures taken together.
    case joint
    /// The self-evaluation tables.
    case selfEvaluation

    /// The Chinese title.
    package var title: String {
      switch self {
      case .table(let number): "公开\(number)表"
      case .betweenTables: "表间"
      case .codes: "科目"
      case .narrative: "文字"
      case .yearOnYear: "与上年比较"
      case .disclosure: "公开文件整体"
      case .joint: "合在一起"
      case .selfEvaluation: "绩效自评"
      }
    }
  }

  /// The id, stable and never used again.
  package let id: String
  /// What must hold, in one clause.
  package let title: String
  /// How bad it is when it does not hold.
  package let severity: Finding.Severity
  /// Where the rule comes from.
  package let basis: String
  package let kind: Kind

  /// What the rule is listed under; its id says it.
  package var family: Family {
    switch kind {
    case .joint: .joint
    case .evaluation: .selfEvaluation
    case _ where id.hasPrefix("X"): .betweenTables
    case _ where id.hasPrefix("C"): .codes
    case _ where id.hasPrefix("N"): .narrative
    case _ where id.hasPrefix("Y"): .yearOnYear
    case _ where id.hasPrefix("D"): .disclosure
    default: .table(String(id.prefix(2)))
    }
  }

  /// The identity; nil for other rules.
  package var identity: Identity? { if case .identity(let identity) = kind { identity } else { nil } }

  /// Whether it is applied only where the user says that its condition holds (`--assume`).
  package var isAssumable: Bool { identity?.condition.map { !$0.isEvaluable } ?? false }

  /// Every rule: identities, checks of sentences, structure checks, the joint check, those of
  /// self-evaluations; throws when the built-in catalogue is damaged.
  package static func all() throws -> [Rule] {
    try IdentityCatalogue.standard().identities.map {
      Rule(id: $0.id, title: $0.title, severity: $0.findingSeverity, basis: $0.basis, kind: .identity($0))
    }
      + ClaimCheck.all.map {
        Rule(id: $0.id, title: $0.title, severity: $0.severity, basis: $0.basis, kind: .claim)
      }
      + YearCheck.all.map {
        Rule(id: $0.id, title: $0.title, severity: $0.severity, basis: $0.basis, kind: .claim)
      }
      + StructureCheck.all.map {
        Rule(id: $0.id, title: $0.title, severity: $0.severity, basis: $0.basis, kind: .structure)
      }
      + [
        Rule(
          id: JointFinding.rule, title: "有一组准确的金额，能同时印成表上全部的数", severity: .error,
          basis: "全部等式合在一起推算每个数可能的准确值，逐步收窄，直到不再变化或无值可取", kind: .joint)
      ]
      + EvaluationRules.standard().rules.map {
        Rule(id: $0.id, title: $0.title, severity: $0.worstSeverity, basis: $0.basis, kind: .evaluation)
      }
  }
}
