package import Accounts

/// A set of income sources.
package struct IncomeSources: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set of one source.
  package init(_ source: IncomeSource) { rawValue = 1 << UInt16(source.ordinal) }

  package static let all = IncomeSources(rawValue: (1 << UInt16(IncomeSource.allCases.count)) - 1)
  /// 财政拨款.
  package static let fiscal: IncomeSources = [
    IncomeSources(.generalBudget), IncomeSources(.governmentFund), IncomeSources(.stateCapital),
  ]

  /// The sources whose income becomes one of the funds.
  package static func of(_ funds: Funds) -> IncomeSources {
    IncomeSource.allCases.reduce(into: []) { if funds.contains(Funds($1.fund)) { $0.insert(IncomeSources($1)) } }
  }
}

/// A set of funds.
package struct Funds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set of one fund.
  package init(_ fund: Fund) { rawValue = 1 << UInt16(fund.ordinal) }

  package static let all = Funds(rawValue: (1 << UInt16(Fund.allCases.count)) - 1)
  /// 财政拨款.
  package static let fiscal: Funds = [Funds(.generalBudget), Funds(.governmentFund), Funds(.stateCapital)]
}

/// A set of kinds of expenditure.
package struct ExpenditureKinds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set of one kind.
  package init(_ kind: ExpenditureKind) { rawValue = 1 << UInt16(kind.ordinal) }

  package static let all = ExpenditureKinds(rawValue: (1 << UInt16(ExpenditureKind.allCases.count)) - 1)
  package static let basic = ExpenditureKinds(.basic)
  package static let project = ExpenditureKinds(.project)
}

extension IncomeSource {
  /// The place of the source in the list of all; the bit it has in a set.
  var ordinal: Int {
    switch self {
    case .generalBudget: 0
    case .governmentFund: 1
    case .stateCapital: 2
    case .superiorSubsidy: 3
    case .undertaking: 4
    case .operating: 5
    case .affiliateRemittance: 6
    case .other: 7
    }
  }
}

extension Fund {
  /// The place of the fund in the list of all; the bit it has in a set.
  var ordinal: Int {
    switch self {
    case .generalBudget: 0
    case .governmentFund: 1
    case .stateCapital: 2
    case .other: 3
    }
  }
}

extension ExpenditureKind {
  /// The place of the kind in the list of all; the bit it has in a set.
  var ordinal: Int {
    switch self {
    case .basic: 0
    case .project: 1
    case .remittanceToSuperior: 2
    case .operating: 3
    case .subsidyToAffiliate: 4
    }
  }
}
