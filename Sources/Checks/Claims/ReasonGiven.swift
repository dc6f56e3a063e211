import Accounts
import Tables

extension ClaimCheck {
  /// N23: a section that tells of a change tells why.
  static let reasonGiven = ClaimCheck(.reasonGiven) { rule, input in
    var changed: [(section: String, line: Int?, claim: Claim)] = []
    for claim in input.prose.claims where claim.measure == .change && claim.direction != .equal {
      let section = input.section(of: claim.line)
      // Where codes are gone through one by one, each has its reason; elsewhere one stands for the section.
      let line = section == "一般公共预算支出具体" ? claim.line : nil
      if !changed.contains(where: { $0.section == section && $0.line == line }) {
        changed.append((section, line, claim))
      }
    }
    return changed.map { section, line, claim in
      let hasReason = input.prose.reason(for: claim) != nil
      return Result(
        subject: claim.address, outcome: hasReason ? .equal : .notApplicable("没有写明原因"),
        finding: hasReason
          ? nil
          : rule.finding(
            "“\(section)”部分说了增减，没有写明主要原因", claim, input))
    }
  }
}
