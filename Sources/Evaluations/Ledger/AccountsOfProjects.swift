package import Accounts

/// What the accounts and the prose say of the projects, against which the tables are checked.
package struct AccountsOfProjects: Hashable, Sendable {
  /// The projects of the accounts; nil when they are not known.
  package var projects: [Project]?
  /// The number of projects that the prose states (项目个数).
  package var statedNumber: Int?
  /// The sums in 万元 that the prose states, by the amount they are the sum of (全年预算数, 全年执行数…).
  package var statedFunds: [FundCell: PrintedNumber]
  /// How many tables of each grade the prose states.
  package var statedGrades: [Grade: Int]
  /// A sum in 万元 of which the prose does not say what it is the sum of (涉及资金).
  package var statedInvolved: PrintedNumber?
  /// Where the prose states them; nil when it was composed.
  package var statedPlace: SourceLocation?

  package init(
    projects: [Project]? = nil, statedNumber: Int? = nil, statedFunds: [FundCell: PrintedNumber] = [:],
    statedGrades: [Grade: Int] = [:]
  ) {
    self.projects = projects
    self.statedNumber = statedNumber
    self.statedFunds = statedFunds
    self.statedGrades = statedGrades
  }

  /// A project and its amounts in the accounts.
  package struct Project: Hashable, Sendable {
    /// 项目名称.
    package let name: String
    /// 全年预算数; nil when it is not known.
    package let budget: Amount?
    /// 全年执行数; nil when it is not known.
    package let executed: Amount?

    package init(name: String, budget: Amount?, executed: Amount?) {
      self.name = name
      self.budget = budget
      self.executed = executed
    }
  }
}
