package import Accounts

extension CheckReport {
  /// The report with the waived findings set apart; the waivers that cover nothing are returned too, since a waiver
  /// left behind hides the next mistake.
  package func waiving(_ waivers: [Waiver]) -> (report: CheckReport, unused: [Waiver]) {
    var report = self
    var used: Set<Int> = []
    report.findings = []
    /// Sets a finding apart where one covers it.
    func waive(_ finding: Finding) -> Bool {
      guard let index = waivers.firstIndex(where: { $0.covers(finding) }) else { return false }
      used.insert(index)
      report.waived.append((finding, waivers[index].reason))
      return true
    }
    for var finding in findings where !waive(finding) {
      // What is accepted is no symptom; what explains nothing but that is not said.
      let isDiagnosis = !finding.symptoms.isEmpty
      finding.symptoms = finding.symptoms.filter { !waive($0) }
      if !isDiagnosis || !finding.symptoms.isEmpty { report.findings.append(finding) }
    }
    return (report, waivers.indices.filter { !used.contains($0) }.map { waivers[$0] })
  }
}
