package import Accounts

extension CheckReport {
  /// A finding that a waiver acknowledges.
  package struct Waived: Sendable {
    package let finding: Finding
    package let reason: String
    /// The finding's id.
    package let id: String
  }

  /// The ids of the findings, in their order: those they had before any was waived, so that a waiver changes no other's.
  package var ids: [String] { idsBeforeWaiving ?? findings.ids }

  /// The report with the waived findings set apart; the waivers that cover nothing are returned too, since a waiver
  /// left behind hides the next mistake. `input` is what was checked, as the user named it.
  package func waiving(_ waivers: [Waiver], in input: String) -> (report: CheckReport, unused: [Waiver]) {
    var report = self
    var used: Set<Int> = []
    report.findings = []
    var left: [String] = []
    /// Sets a finding apart where one covers it.
    func waive(_ finding: Finding, _ id: String) -> Bool {
      guard let index = waivers.firstIndex(where: { $0.covers(finding, id: id, in: input) }) else { return false }
      used.insert(index)
      report.waived.append(Waived(finding: finding, reason: waivers[index].reason, id: id))
      return true
    }
    for (var finding, id) in zip(findings, ids) where !waive(finding, id) {
      // What is accepted is no symptom; what explains nothing but that is not said.
      let isDiagnosis = !finding.symptoms.isEmpty
      let ids = finding.symptoms.ids
      finding.symptoms = zip(finding.symptoms, ids).filter { !waive($0.0, $0.1) }.map(\.0)
      if !isDiagnosis || !finding.symptoms.isEmpty {
        report.findings.append(finding)
        left.append(id)
      }
    }
    report.idsBeforeWaiving = left
    return (report, waivers.indices.filter { !used.contains($0) }.map { waivers[$0] })
  }
}
