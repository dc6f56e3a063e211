package import Accounts
package import Tables

extension CheckReport {
  /// The report with the cells of the ledger behind each figure that a finding is about, so that it says what to mend;
  /// `cells` gives those of a figure.
  package func naming(cells: (FigureAddress) -> [SourceLocation]) -> CheckReport {
    var report = self
    for finding in report.findings.indices {
      report.findings[finding].name(cells)
      for symptom in report.findings[finding].symptoms.indices {
        report.findings[finding].symptoms[symptom].name(cells)
      }
    }
    return report
  }
}

extension Finding {
  fileprivate mutating func name(_ cells: (FigureAddress) -> [SourceLocation]) {
    for operand in operands.indices {
      let one = operands[operand]
      guard one.place == nil, let address = FigureAddress(one.address), address.table != .prose else { continue }
      operands[operand].sources = cells(address)
    }
  }
}
