package import Accounts

extension CheckReport {
  /// The report with the waived findings set apart; the waivers that cover nothing are returned too, since a waiver
  /// left behind hides the next mistake.
  package func waiving(_ waivers: [Waiver]) -> (report: CheckReport, unused: [Waiver]) {
    var report = self
    var used: Set<Int> = []
    report.findings = []
    for finding in findings {
      if let index = waivers.firstIndex(where: { $0.covers(finding) }) {
        used.insert(index)
        report.waived.append((finding, waivers[index].reason))
      } else {
        report.findings.append(finding)
      }
    }
    return (report, waivers.indices.filter { !used.contains($0) }.map { waivers[$0] })
  }
}
