package import Accounts

/// Whether a disclosure does what a duty (公开义务) asks.
package struct DutyResult: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    case met, notMet
    /// Not met, of a duty of which nobody is sure that it binds all (只列入对照).
    case advisable
    case unknown, notApplicable

    /// The Chinese word.
    package var word: String {
      switch self {
      case .met: "已公开"
      case .notMet: "没有公开"
      case .advisable: "可再补充"
      case .unknown: "不能判断"
      case .notApplicable: "不适用"
      }
    }
  }

  /// The rule's id, by which a finding names it too.
  package let rule: String
  package let group: String
  package let title: String
  package let state: State
  /// Where it is met, what is missing, or why it cannot be told, in one clause; empty where the state says it all.
  package let words: String
  /// Where that stands; nil where it stands nowhere or everywhere.
  package let place: SourceLocation?
  /// Where the duty comes from, what was not read there itself marked (未核实).
  package let basis: String

  /// How many of some results are in each state, in words: 已公开 36，没有公开 2，不能判断 1.
  package static func counts(of results: [DutyResult]) -> String {
    State.allCases.compactMap { state in
      let count = results.count { $0.state == state }
      return count > 0 ? "\(state.word) \(count)" : nil
    }.joined(separator: "，")
  }
}

extension CheckReport {
  /// The duties in one line; nil where they were not looked at.
  package var dutiesSummary: String? {
    duties.isEmpty ? nil : "公开义务 \(duties.count) 项：\(DutyResult.counts(of: duties))。"
  }
}
