package import Accounts
package import Tables

extension CheckReport {
  /// The report with the cells of the ledger behind each figure that a finding is about, so that it says what to mend;
  /// `cells` gives those of a figure.
  package func naming(cells: (FigureAddress) -> [SourceLocation]) -> CheckReport {
    var report = self
    for finding in report.findings.indices {
      for operand in report.findings[finding].operands.indices {
        let one = report.findings[finding].operands[operand]
        guard one.place == nil, let address = FigureAddress(one.address), address.table != .prose else { continue }
        report.findings[finding].operands[operand].sources = cells(address)
      }
    }
    return report
  }
}
