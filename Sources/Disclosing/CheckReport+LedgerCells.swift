import Accounts
import Checks
import Tables

extension CheckReport {
  /// The report with the cells of a ledger behind the figures of its tables.
  func naming(cellsOf ledger: Ledger, behind tables: TableSet) -> CheckReport {
    guard findings.contains(where: { !$0.operands.isEmpty }) else { return self }
    let index = ContributionIndex(ledger)
    return naming { address in
      (tables.figure(at: address)?.composition ?? []).flatMap { index.contributions(to: $0) }.map(\.cellPlace)
    }
  }

  /// The same for what was read, where that was a ledger.
  func namingCells(of disclosure: Disclosure) -> CheckReport {
    disclosure.ledger.map { naming(cellsOf: $0, behind: disclosure.tables) } ?? self
  }
}
