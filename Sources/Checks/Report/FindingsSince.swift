package import Accounts
import Formats

/// The findings of a report beside those of an earlier one of the same disclosure: mended, still there, new.
package struct FindingsSince: Sendable {
  /// What the earlier report is called.
  package let earlier: String
  /// Those of the earlier report that are no longer found.
  package let mended: [EarlierFinding]
  /// Those that are no longer found because what they were about was not checked this time: whether they are mended is not known.
  package let unknown: [EarlierFinding]
  /// The ids of those still there.
  package let standing: Set<String>
  /// How many are new.
  package let new: Int

  /// Compares by ids. Waived findings are still there.
  init(_ report: CheckReport, since earlier: [EarlierFinding], of name: String) {
    let ids = Set(report.ids + report.waived.map(\.id))
    let known = Set(earlier.map(\.id))
    let gone = earlier.filter { !ids.contains($0.id) }
    let notChecked = report.notChecked
    func isNotChecked(_ one: EarlierFinding) -> Bool {
      let rules = Set([one.rule] + one.symptoms)
      return notChecked.contains {
        rules.contains($0.rule) && ($0.subject.isEmpty || one.addresses.contains($0.subject))
      }
    }
    self.earlier = name
    unknown = gone.filter(isNotChecked)
    mended = gone.filter { !isNotChecked($0) }
    standing = ids.intersection(known)
    new = report.ids.count { !known.contains($0) }
  }

  /// What is no longer found, a line each.
  package var lines: [String] {
    mended.map { "已改正[\($0.rule)] \($0.message)" } + unknown.map { "这次没有核对[\($0.rule)] \($0.message)" }
  }

  /// The whole in one line.
  package var summary: String {
    let words = unknown.isEmpty ? "" : "，这次没有核对、不知道改了没有 \(unknown.count)"
    return "与上次（\(earlier)）比：已改正 \(mended.count)，仍在 \(standing.count)，新出现 \(new)\(words)。"
  }
}

extension CheckReport {
  /// The report beside an earlier one.
  package func comparing(with earlier: [EarlierFinding], of name: String) -> CheckReport {
    var report = self
    report.since = FindingsSince(self, since: earlier, of: name)
    return report
  }
}

extension [Finding] {
  /// An id for each: what stays of it from one round to the next, whatever the figures are. The rule and the figure that the rule
  /// is about, or where it is about none a digest of what it says; of several alike the second ends in `#2`.
  package var ids: [String] {
    var counts: [String: Int] = [:]
    return map { finding in
      let subject =
        finding.subject.isEmpty
        ? String(SHA256(of: [UInt8](finding.message.utf8)).hexadecimal.prefix(8)) : finding.subject
      let id = "\(finding.rule)@\(subject)"
      counts[id, default: 0] += 1
      return counts[id].map { $0 > 1 ? "\(id)#\($0)" : id } ?? id
    }
  }
}
