import Accounts
import Tables

extension ClaimCheck {
  /// N23: a section that tells of a change tells why.
  static let reasonGiven = ClaimCheck(
    id: "N23", title: "说明增减的部分写明主要原因", severity: .warning, basis: "部门决算公开的规定内容"
  ) { check, input in
    var changed: [(section: String, claim: Claim)] = []
    for claim in input.prose.claims {
      let section = input.section(of: claim.line)
      guard claim.measure == .change, claim.direction != .equal, !changed.contains(where: { $0.section == section })
      else { continue }
      changed.append((section, claim))
    }
    return changed.map { section, claim in
      let hasReason = input.prose.lines.contains { line in
        line.section == section && line.kind == .paragraph && reasonWords.contains { line.text.contains($0) }
      }
      return Result(
        subject: claim.address, outcome: hasReason ? .equal : .notApplicable("没有写明原因"),
        finding: hasReason
          ? nil
          : check.finding(
            "“\(section)”部分说了增减，没有写明主要原因", claim, input, advice: "请补写主要原因；账中的“文字”表有相应的章节"))
    }
  }

  private static let reasonWords = ["原因", "主要是", "主要由于", "由于", "系因", "主要为"]
}
