/// Money that moves between two units of a department (内部往来), which is no income and no expenditure of the department.
package enum InternalTransfer: String, Hashable, Sendable, CaseIterable {
  /// What a lower unit hands up: 上缴上级支出 of the one, 附属单位上缴收入 of the other.
  case remittance = "上缴"
  /// What an upper unit grants: 对附属单位补助支出 of the one, 上级补助收入 of the other.
  case subsidy = "补助"

  /// What 单位 says in a row that takes a transfer away (抵销).
  package static let eliminating = "内部往来抵销"

  /// What it is in the accounts of the unit that pays.
  package var kind: ExpenditureKind { self == .remittance ? .remittanceToSuperior : .subsidyToAffiliate }

  /// What it is in the accounts of the unit that receives.
  package var source: IncomeSource { self == .remittance ? .affiliateRemittance : .superiorSubsidy }
}

extension IncomeRow {
  /// Whether the row takes a transfer inside the department away.
  package var isElimination: Bool { unit == InternalTransfer.eliminating }
}

extension ExpenditureRow {
  /// Whether the row takes a transfer inside the department away.
  package var isElimination: Bool { unit == InternalTransfer.eliminating }
}
