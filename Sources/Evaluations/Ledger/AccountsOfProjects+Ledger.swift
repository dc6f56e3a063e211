package import Accounts

extension AccountsOfProjects {
  /// The projects of a ledger's 支出 with what was spent on each; nothing of what the prose states. The projects of one that brings its
  /// tables are not known.
  package init(of ledger: Ledger) throws(AmountOverflow) {
    guard ledger.given == nil else {
      self.init()
      return
    }
    var names: [String] = []
    var executed: [String: Amount] = [:]
    for row in ledger.expenditure where row.kind == .project {
      guard let name = row.project else { continue }
      if executed[name] == nil { names.append(name) }
      executed[name] = try (executed[name] ?? .zero).adding(row.amount)
    }
    self.init(projects: names.map { Project(name: $0, budget: nil, executed: executed[$0]) })
  }
}
