package import Accounts
package import Tables

/// What checking a disclosure found: every case of every identity, the joint check, how often the rules of
/// self-evaluations were applied, the findings in order.
package struct CheckReport: Sendable {
  /// How many cases came out in which way.
  package struct Counts: Sendable, Equatable {
    package var equal = 0
    package var withinRounding = 0
    package var notApplicable = 0
    package var notChecked = 0
    package var violated = 0

    /// Cases that were compared.
    package var checked: Int { equal + withinRounding + violated }
  }

  /// A residual that rounding explains.
  package struct Residual: Sendable, Equatable {
    /// The identity's id.
    package let identity: String
    /// The figure that stands first in its formula.
    package let subject: String
    /// By how much the sides differ, in fen or things.
    package let residual: Int64
    /// By how much they may differ, in fen or things.
    package let allowed: Int64
  }

  /// How the joint check ended.
  package enum Joint: Sendable, Equatable {
    /// Exact amounts were narrowed for all figures and none was left with nothing. What is found is certain; that
    /// nothing is found does not prove that exact amounts exist, since narrowing can miss what many equations only
    /// together forbid.
    case consistent
    /// Sets of figures that cannot all be right.
    case contradictory(Int)
    /// The bound on the work was hit before either was known.
    case unfinished
    /// Something of the tables was not read, so that whether exact amounts exist for all of them cannot be told; what was
    /// read does not contradict itself.
    case notChecked
  }

  /// The cases in the order of the catalogue.
  package internal(set) var results: [CaseResult]
  package internal(set) var counts: Counts
  /// The residuals that rounding explains.
  package internal(set) var residuals: [Residual]
  package let joint: Joint
  /// What each figure can exactly stand for once all equations are taken together, in fen or things.
  package let narrowed: [FigureAddress: ClosedRange<Int64>]
  /// The findings, worst first within the order of the tables.
  package internal(set) var findings: [Finding]
  /// The findings that a waiver acknowledges, with its reason.
  package internal(set) var waived: [Waived] = []
  /// The ids that the findings had before some were waived; nil where none was asked to be.
  var idsBeforeWaiving: [String]?

  /// What came of every duty (公开义务), in the order of the catalogue; empty where they were not looked at.
  package internal(set) var duties: [DutyResult] = []
  /// What became of the numbers of the text; nil where no text was looked at.
  package internal(set) var numbers: NumbersOfText?
  /// The claims of the text that were compared with something.
  var compared: Set<Claim> = []

  /// How often each rule of self-evaluations was applied, by its id; the cases of other rules are among `results`.
  package internal(set) var rules: [String: RuleCount] = [:]
  /// What of self-evaluations could not be checked, and why.
  var cellsNotChecked: [NotChecked] = []
  /// How many self-evaluation tables there are; nil where none were looked for.
  package internal(set) var evaluationTables: Int?

  /// What was recognised on pictures; nil where nothing was.
  package internal(set) var recognised: RecognisedFigures?

  /// The files of a package that were read and compared with each other, or of which a publication was put together; empty
  /// where one file was all there was.
  package internal(set) var read: [String] = []
  /// Whether these files make up one publication together, and are no copies of each other.
  package internal(set) var isTogether = false

  /// The findings beside those of an earlier report; nil where none was given.
  package internal(set) var since: FindingsSince?

  /// The form in which a publication was read; nil for a ledger.
  package var form: ReadForm?

  /// Whether a finding of severity error stands, or with `strict` a warning.
  package func fails(strict: Bool) -> Bool {
    findings.contains { $0.severity == .error || (strict && $0.severity == .warning) }
  }

  /// How many findings there are of a severity.
  package func count(_ severity: Finding.Severity) -> Int { findings.count { $0.severity == severity } }

  /// The whole in one line.
  package var verdict: String {
    let waivedWords = waived.isEmpty ? "" : "，已豁免 \(waived.count)"
    let jointWords =
      switch joint {
      case .consistent: "；合在一起未见矛盾"
      case .contradictory(let count): "；合在一起有 \(count) 组不能同时成立"
      case .unfinished: "；合在一起能否同时成立没有算完"
      case .notChecked: "；表没有全部读懂，合在一起能否同时成立没有核对"
      }
    let readWords =
      isTogether
      ? "\(read.count) 个文件合起来读：\(read.joined(separator: "、"))。"
      : read.count > 1 ? "读了并比较了 \(read.joined(separator: "、"))。" : ""
    let evaluationWords = evaluationTables.map { "；自评表 \($0) 张" } ?? ""
    return "核对 \(counts.checked) 项勾稽：相等 \(counts.equal)，舍入差异 \(counts.withinRounding)，不符 \(counts.violated)；"
      + "不适用 \(counts.notApplicable)，未核对 \(counts.notChecked)\(results.isEmpty && evaluationTables != nil ? "" : jointWords)\(evaluationWords)。"
      + "错误 \(count(.error))，警告 \(count(.warning))，提示 \(count(.note))\(waivedWords)。\(readWords)\(recognised?.sentence ?? "")"
  }
}
