import Accounts
import Formats
import Tables

extension DutyInput {
  /// Whether a section is there, and is compared with what it must be and tells why it changed.
  func verdict(section: String, _ needs: [Duty.Comparison]) -> DutyVerdict {
    if let why = whyTextIsUnknown ?? whyUnfinished(section) { return .unknown(why) }
    guard has(section) else { return .notMet("没有这一节", isPartOfMore: true) }
    let lines = lines(of: section)
    guard let first = lines.first else { return .notMet("这一节没有内容", isPartOfMore: true) }
    if !lines.contains(where: \.statesMoney), lines.contains(where: { $0.lastNothing(structure.words.nothing) != nil })
    {
      return .met("写明没有", at: first.place)
    }
    let missing = needs.filter { !isDone($0, in: lines) }
    guard !missing.isEmpty else { return .met(at: first.place) }
    let words = missing.map { need in
      switch need {
      case .lastYear: "没有与上年比较"
      case .budget: "没有与预算比较"
      case .either: "没有与上年或预算比较"
      case .reason: "说了增减，没有写明原因"
      }
    }
    // N23 says so of every change that has no reason.
    return .notMet(words.joined(separator: "，"), at: first.place, isPartOfMore: missing == [.reason])
  }

  /// Whether each item of a section that changed tells why.
  func verdict(reasonsIn section: String, _ items: [Duty.Item]) -> DutyVerdict {
    if let why = whyTextIsUnknown { return .unknown(why) }
    guard has(section) else { return .notMet("没有这一节", isPartOfMore: true) }
    let lines = lines(of: section)
    let silent = items.filter { item in
      let own = lines.filter { item.words.occur(in: $0.folded) }
      return own.contains { structure.words.changed.occur(in: $0.folded) } && !own.contains(where: \.givesReason)
    }
    return silent.isEmpty
      ? .met(at: lines.first?.place)
      : .notMet("\(silent.map(\.name).joined(separator: "、"))说了增减，没有单独写明原因", at: lines.first?.place)
  }

  private func isDone(_ need: Duty.Comparison, in lines: [ReadableLine]) -> Bool {
    switch need {
    case .budget: lines.contains { structure.words.budgets.occur(in: $0.folded) }
    case .lastYear: lines.contains(where: isComparedWithLastYear)
    case .either: isDone(.budget, in: lines) || isDone(.lastYear, in: lines)
    case .reason:
      lines.contains(where: \.givesReason) || !lines.contains { structure.words.changed.occur(in: $0.folded) }
    }
  }

  private func isComparedWithLastYear(_ line: ReadableLine) -> Bool {
    if structure.words.lastYear.occur(in: line.folded) { return true }
    guard let year = tables.year else { return false }
    return line.years.contains { $0.year == year - 1 }
  }
}

extension ReadableLine {
  /// Whether it says why something is as it is.
  fileprivate var givesReason: Bool { Prose.givesReason(text) }

  /// Whether an amount of money other than nothing stands in it.
  fileprivate var statesMoney: Bool {
    numbers.contains { number in
      let end = number.range.upperBound
      return end < folded.count && ["元", "万", "亿"].contains(folded[end])
        && folded[number.range].contains { "1"..."9" ~= $0 }
    }
  }
}
