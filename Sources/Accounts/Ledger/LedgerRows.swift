/// A row of 收入: a 项 and an income source.
package struct IncomeRow: LedgerRow {
  package static let sheet = SheetID.income
  package static let columns: [ColumnID] = [
    .functionCode, .functionName, .source, .amount, .unit, .counterparty,
  ]
  package var code: FunctionCode
  /// The unit's own name for the code; nil when not given.
  package var name: String?
  package var source: IncomeSource
  package var amount: Amount
  /// 单位: whose row it is in the accounts of a department; nil in those of a unit.
  package var unit: String?
  /// 往来单位: the other unit of a transfer inside the department; nil when not given.
  package var counterparty: String?
  package var place: SourceLocation

  package init(
    code: FunctionCode, name: String? = nil, source: IncomeSource, amount: Amount, place: SourceLocation
  ) {
    self.code = code
    self.name = name
    self.source = source
    self.amount = amount
    self.place = place
  }

  package init?(_ fields: RowFields) {
    guard let code = fields.text(.functionCode).flatMap({ FunctionCode($0) }),
      let source = fields.text(.source).flatMap({ IncomeSource(rawValue: $0) }), let amount = fields.amount(.amount)
    else { return nil }
    self.init(code: code, name: fields.text(.functionName), source: source, amount: amount, place: fields.place)
    unit = fields.text(.unit)
    counterparty = fields.text(.counterparty)
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.functionCode, code.digits)
    fields.set(.functionName, name)
    fields.set(.source, source.rawValue)
    fields.set(.amount, amount)
    fields.set(.unit, unit)
    fields.set(.counterparty, counterparty)
    return fields
  }
}

/// A row of 支出: a 项, a kind, a fund, an economic code and a project.
package struct ExpenditureRow: LedgerRow {
  package static let sheet = SheetID.expenditure
  package static let columns: [ColumnID] = [
    .functionCode, .functionName, .kind, .fund, .economicCode, .economicName, .project, .amount, .unit, .counterparty,
  ]
  package var code: FunctionCode
  /// The unit's own name for the function code; nil when not given.
  package var name: String?
  package var kind: ExpenditureKind
  package var fund: Fund
  /// The 款 of the economic classification; needed for basic expenditure of the general budget.
  package var economicCode: EconomicCode?
  /// The unit's own name for the economic code; nil when not given.
  package var economicName: String?
  package var project: String?
  package var amount: Amount
  /// 单位: whose row it is in the accounts of a department; nil in those of a unit.
  package var unit: String?
  /// 往来单位: the other unit of a transfer inside the department; nil when not given.
  package var counterparty: String?
  package var place: SourceLocation

  package init(
    code: FunctionCode, name: String? = nil, kind: ExpenditureKind, fund: Fund, economicCode: EconomicCode? = nil,
    economicName: String? = nil, project: String? = nil, amount: Amount, place: SourceLocation
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.fund = fund
    self.economicCode = economicCode
    self.economicName = economicName
    self.project = project
    self.amount = amount
    self.place = place
  }

  package init?(_ fields: RowFields) {
    guard let code = fields.text(.functionCode).flatMap({ FunctionCode($0) }),
      let kind = fields.text(.kind).flatMap({ ExpenditureKind(rawValue: $0) }),
      let fund = fields.text(.fund).flatMap({ Fund(rawValue: $0) }), let amount = fields.amount(.amount)
    else { return nil }
    self.init(
      code: code, name: fields.text(.functionName), kind: kind, fund: fund,
      economicCode: fields.text(.economicCode).flatMap { EconomicCode($0) }, economicName: fields.text(.economicName),
      project: fields.text(.project), amount: amount, place: fields.place)
    unit = fields.text(.unit)
    counterparty = fields.text(.counterparty)
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.functionCode, code.digits)
    fields.set(.functionName, name)
    fields.set(.kind, kind.rawValue)
    fields.set(.fund, fund.rawValue)
    fields.set(.economicCode, economicCode?.digits)
    fields.set(.economicName, economicName)
    fields.set(.project, project)
    fields.set(.amount, amount)
    fields.set(.unit, unit)
    fields.set(.counterparty, counterparty)
    return fields
  }
}

/// A row of 结转结余: what a fund, where it applies a 项 of it, brought from last year and takes to the next.
package struct BalanceRow: LedgerRow {
  package static let sheet = SheetID.balances
  package static let columns: [ColumnID] = [
    .fund, .functionCode, .functionName, .opening, .surplusUsed, .surplusDistributed, .closing, .unit,
  ]
  package var fund: Fund
  package var code: FunctionCode?
  /// The unit's own name for the code; nil when not given.
  package var name: String?
  package var opening: Amount?
  package var surplusUsed: Amount?
  package var surplusDistributed: Amount?
  /// As stated; nil leaves it to be derived from the balance.
  package var closing: Amount?
  /// 单位: whose row it is in the accounts of a department; nil in those of a unit.
  package var unit: String?
  package var place: SourceLocation

  package init(
    fund: Fund, code: FunctionCode? = nil, name: String? = nil, opening: Amount? = nil, surplusUsed: Amount? = nil,
    surplusDistributed: Amount? = nil, closing: Amount? = nil, place: SourceLocation
  ) {
    self.fund = fund
    self.code = code
    self.name = name
    self.opening = opening
    self.surplusUsed = surplusUsed
    self.surplusDistributed = surplusDistributed
    self.closing = closing
    self.place = place
  }

  package init?(_ fields: RowFields) {
    guard let fund = fields.text(.fund).flatMap({ Fund(rawValue: $0) }) else { return nil }
    self.init(
      fund: fund, code: fields.text(.functionCode).flatMap { FunctionCode($0) }, name: fields.text(.functionName),
      opening: fields.amount(.opening), surplusUsed: fields.amount(.surplusUsed),
      surplusDistributed: fields.amount(.surplusDistributed), closing: fields.amount(.closing), place: fields.place)
    unit = fields.text(.unit)
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.fund, fund.rawValue)
    fields.set(.functionCode, code?.digits)
    fields.set(.functionName, name)
    fields.set(.opening, opening)
    fields.set(.surplusUsed, surplusUsed)
    fields.set(.surplusDistributed, surplusDistributed)
    fields.set(.closing, closing)
    fields.set(.unit, unit)
    return fields
  }
}

/// A row of 预算: what was budgeted for a code, for comparison with what was spent.
package struct BudgetRow: LedgerRow {
  package static let sheet = SheetID.budget
  package static let columns: [ColumnID] = [
    .functionCode, .functionName, .fund, .initialBudget, .finalBudget, .changeReason,
  ]
  package var code: FunctionCode
  /// The unit's own name for the code; nil when not given.
  package var name: String?
  package var fund: Fund
  package var initialBudget: Amount?
  package var finalBudget: Amount?
  package var reason: String?
  package var place: SourceLocation

  package init(
    code: FunctionCode, name: String? = nil, fund: Fund = .generalBudget, initialBudget: Amount? = nil,
    finalBudget: Amount? = nil, reason: String? = nil, place: SourceLocation
  ) {
    self.code = code
    self.name = name
    self.fund = fund
    self.initialBudget = initialBudget
    self.finalBudget = finalBudget
    self.reason = reason
    self.place = place
  }

  package init?(_ fields: RowFields) {
    guard let code = fields.text(.functionCode).flatMap({ FunctionCode($0) }) else { return nil }
    self.init(
      code: code, name: fields.text(.functionName),
      fund: fields.text(.fund).flatMap { Fund(rawValue: $0) } ?? .generalBudget,
      initialBudget: fields.amount(.initialBudget), finalBudget: fields.amount(.finalBudget),
      reason: fields.text(.changeReason),
      place: fields.place)
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.functionCode, code.digits)
    fields.set(.functionName, name)
    fields.set(.fund, fund.rawValue)
    fields.set(.initialBudget, initialBudget)
    fields.set(.finalBudget, finalBudget)
    fields.set(.changeReason, reason)
    return fields
  }
}

/// A row of 三公经费: an item with its budget, its actual and its counts.
package struct ThreePublicRow: LedgerRow {
  package static let sheet = SheetID.threePublic
  package static let columns: [ColumnID] = [
    .item, .initialBudget, .finalBudget, .actual, .groups, .batches, .people, .vehicles,
  ]
  package var item: ThreePublicItem
  package var initialBudget: Amount?
  package var finalBudget: Amount?
  package var actual: Amount?
  /// 团组数.
  package var groups: Int64?
  /// 批次.
  package var batches: Int64?
  /// 人次.
  package var people: Int64?
  /// 辆数: bought in the year, or kept at its end.
  package var vehicles: Int64?
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let item = fields.text(.item).flatMap({ ThreePublicItem(rawValue: $0) }) else { return nil }
    self.item = item
    initialBudget = fields.amount(.initialBudget)
    finalBudget = fields.amount(.finalBudget)
    actual = fields.amount(.actual)
    groups = fields.count(.groups)
    batches = fields.count(.batches)
    people = fields.count(.people)
    vehicles = fields.count(.vehicles)
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.item, item.rawValue)
    fields.set(.initialBudget, initialBudget)
    fields.set(.finalBudget, finalBudget)
    fields.set(.actual, actual)
    fields.set(.groups, count: groups)
    fields.set(.batches, count: batches)
    fields.set(.people, count: people)
    fields.set(.vehicles, count: vehicles)
    return fields
  }

  /// The amount in one of the columns of money; nil when blank.
  package func amount(_ column: ThreePublicColumn) -> Amount? {
    switch column {
    case .initialBudget: initialBudget
    case .finalBudget: finalBudget
    case .actual: actual
    }
  }
}

/// A row of 上年决算: a figure of last year's accounts, for comparison.
package struct PriorRow: LedgerRow {
  package static let sheet = SheetID.prior
  package static let columns: [ColumnID] = [.item, .functionCode, .functionName, .amount]
  /// The id of the item, which is the name of the quantity.
  package var item: String
  package var code: FunctionCode?
  /// The unit's own name for the code; nil when not given.
  package var name: String?
  package var amount: Amount
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let item = fields.text(.item), let amount = fields.amount(.amount) else { return nil }
    self.item = item
    code = fields.text(.functionCode).flatMap { FunctionCode($0) }
    name = fields.text(.functionName)
    self.amount = amount
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.item, item)
    fields.set(.functionCode, code?.digits)
    fields.set(.functionName, name)
    fields.set(.amount, amount)
    return fields
  }
}

/// A row of 其他信息: procurement, operating cost or state assets, in money or in things.
package struct OtherRow: LedgerRow {
  package static let sheet = SheetID.other
  package static let columns: [ColumnID] = [.item, .value]
  package var item: OtherItem
  /// Money or a count, as the schema says of the item.
  package var value: FieldValue
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let item = fields.text(.item).flatMap({ OtherItem(rawValue: $0) }), let value = fields.values[.value]
    else { return nil }
    self.item = item
    self.value = value
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.item, item.rawValue)
    fields.values[.value] = value
    return fields
  }
}

/// A row of 文字: a paragraph and where it belongs.
package struct TextRow: LedgerRow {
  package static let sheet = SheetID.texts
  package static let columns: [ColumnID] = [.section, .functionCode, .content]
  package var section: String
  package var code: FunctionCode?
  /// The name typed into the cell of the code (201 一般公共服务支出); nil when there was none.
  package var name: String?
  package var text: String
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let section = fields.text(.section), let text = fields.text(.content) else { return nil }
    self.section = section
    code = fields.text(.functionCode).flatMap { FunctionCode($0) }
    name = fields.text(.functionName)
    self.text = text
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.section, section)
    fields.set(.functionCode, code?.digits)
    fields.set(.content, text)
    return fields
  }
}

/// A row of 补充科目: a code that the code book lacks, and its name.
package struct OwnCodeRow: LedgerRow {
  package static let sheet = SheetID.ownCodes
  package static let columns: [ColumnID] = [.classification, .code, .name]
  package var classification: CodeBook.Classification
  package var code: String
  package var name: String
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let classification = fields.text(.classification).flatMap({ CodeBook.Classification(rawValue: $0) }),
      let code = fields.text(.code), let name = fields.text(.name)
    else { return nil }
    self.classification = classification
    self.code = code
    self.name = name
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set(.classification, classification.rawValue)
    fields.set(.code, code)
    fields.set(.name, name)
    return fields
  }
}
