/// A row of 收入: a 项 and an income source.
package struct IncomeRow: LedgerRow {
  package static let sheet = "收入"
  package var code: FunctionCode
  /// The unit's own name for the code; nil when not given.
  package var name: String?
  package var source: IncomeSource
  package var amount: Amount
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
    guard let code = fields.text("功能科目编码").flatMap({ FunctionCode($0) }),
      let source = fields.text("收入来源").flatMap({ IncomeSource(rawValue: $0) }), let amount = fields.amount("金额")
    else { return nil }
    self.init(code: code, name: fields.text("功能科目名称"), source: source, amount: amount, place: fields.place)
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("功能科目编码", code.digits)
    fields.set("功能科目名称", name)
    fields.set("收入来源", source.rawValue)
    fields.set("金额", amount)
    return fields
  }
}

/// A row of 支出: a 项, a kind, a fund, an economic code and a project.
package struct ExpenditureRow: LedgerRow {
  package static let sheet = "支出"
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
    guard let code = fields.text("功能科目编码").flatMap({ FunctionCode($0) }),
      let kind = fields.text("支出性质").flatMap({ ExpenditureKind(rawValue: $0) }),
      let fund = fields.text("资金性质").flatMap({ Fund(rawValue: $0) }), let amount = fields.amount("金额")
    else { return nil }
    self.init(
      code: code, name: fields.text("功能科目名称"), kind: kind, fund: fund,
      economicCode: fields.text("经济科目编码").flatMap { EconomicCode($0) }, economicName: fields.text("经济科目名称"),
      project: fields.text("项目名称"), amount: amount, place: fields.place)
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("功能科目编码", code.digits)
    fields.set("功能科目名称", name)
    fields.set("支出性质", kind.rawValue)
    fields.set("资金性质", fund.rawValue)
    fields.set("经济科目编码", economicCode?.digits)
    fields.set("经济科目名称", economicName)
    fields.set("项目名称", project)
    fields.set("金额", amount)
    return fields
  }
}

/// A row of 结转结余: what a fund, where it applies a 项 of it, brought from last year and takes to the next.
package struct BalanceRow: LedgerRow {
  package static let sheet = "结转结余"
  package var fund: Fund
  package var code: FunctionCode?
  /// The unit's own name for the code; nil when not given.
  package var name: String?
  package var opening: Amount?
  package var surplusUsed: Amount?
  package var surplusDistributed: Amount?
  /// As stated; nil leaves it to be derived from the balance.
  package var closing: Amount?
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
    guard let fund = fields.text("资金性质").flatMap({ Fund(rawValue: $0) }) else { return nil }
    self.init(
      fund: fund, code: fields.text("功能科目编码").flatMap { FunctionCode($0) }, name: fields.text("功能科目名称"),
      opening: fields.amount("年初结转和结余"), surplusUsed: fields.amount("使用非财政拨款结余"),
      surplusDistributed: fields.amount("结余分配"), closing: fields.amount("年末结转和结余"), place: fields.place)
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("资金性质", fund.rawValue)
    fields.set("功能科目编码", code?.digits)
    fields.set("功能科目名称", name)
    fields.set("年初结转和结余", opening)
    fields.set("使用非财政拨款结余", surplusUsed)
    fields.set("结余分配", surplusDistributed)
    fields.set("年末结转和结余", closing)
    return fields
  }
}

/// A row of 预算: what was budgeted for a code, for comparison with what was spent.
package struct BudgetRow: LedgerRow {
  package static let sheet = "预算"
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
    guard let code = fields.text("功能科目编码").flatMap({ FunctionCode($0) }) else { return nil }
    self.init(
      code: code, name: fields.text("功能科目名称"),
      fund: fields.text("资金性质").flatMap { Fund(rawValue: $0) } ?? .generalBudget,
      initialBudget: fields.amount("年初预算数"), finalBudget: fields.amount("全年预算数"), reason: fields.text("变动原因"),
      place: fields.place)
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("功能科目编码", code.digits)
    fields.set("功能科目名称", name)
    fields.set("资金性质", fund.rawValue)
    fields.set("年初预算数", initialBudget)
    fields.set("全年预算数", finalBudget)
    fields.set("变动原因", reason)
    return fields
  }
}

/// A row of 三公经费: an item with its budget, its actual and its counts.
package struct ThreePublicRow: LedgerRow {
  package static let sheet = "三公经费"
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
    guard let item = fields.text("项目").flatMap({ ThreePublicItem(rawValue: $0) }) else { return nil }
    self.item = item
    initialBudget = fields.amount("年初预算数")
    finalBudget = fields.amount("全年预算数")
    actual = fields.amount("决算数")
    groups = fields.count("团组数")
    batches = fields.count("批次")
    people = fields.count("人次")
    vehicles = fields.count("辆数")
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("项目", item.rawValue)
    fields.set("年初预算数", initialBudget)
    fields.set("全年预算数", finalBudget)
    fields.set("决算数", actual)
    fields.set("团组数", count: groups)
    fields.set("批次", count: batches)
    fields.set("人次", count: people)
    fields.set("辆数", count: vehicles)
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
  package static let sheet = "上年决算"
  package var item: String
  package var code: FunctionCode?
  /// The unit's own name for the code; nil when not given.
  package var name: String?
  package var amount: Amount
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let item = fields.text("项目"), let amount = fields.amount("金额") else { return nil }
    self.item = item
    code = fields.text("功能科目编码").flatMap { FunctionCode($0) }
    name = fields.text("功能科目名称")
    self.amount = amount
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("项目", item)
    fields.set("功能科目编码", code?.digits)
    fields.set("功能科目名称", name)
    fields.set("金额", amount)
    return fields
  }
}

/// A row of 其他信息: procurement, operating cost or state assets, in money or in things.
package struct OtherRow: LedgerRow {
  package static let sheet = "其他信息"
  package var item: OtherItem
  /// Money or a count, as the schema says of the item.
  package var value: FieldValue
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let item = fields.text("项目").flatMap({ OtherItem(rawValue: $0) }), let value = fields.values["数值"]
    else { return nil }
    self.item = item
    self.value = value
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("项目", item.rawValue)
    fields.values["数值"] = value
    return fields
  }
}

/// A row of 文字: a paragraph and where it belongs.
package struct TextRow: LedgerRow {
  package static let sheet = "文字"
  package var section: String
  package var code: FunctionCode?
  package var text: String
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let section = fields.text("章节"), let text = fields.text("内容") else { return nil }
    self.section = section
    code = fields.text("功能科目编码").flatMap { FunctionCode($0) }
    self.text = text
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("章节", section)
    fields.set("功能科目编码", code?.digits)
    fields.set("内容", text)
    return fields
  }
}

/// A row of 补充科目: a code that the code book lacks, and its name.
package struct OwnCodeRow: LedgerRow {
  package static let sheet = "补充科目"
  package var classification: CodeBook.Classification
  package var code: String
  package var name: String
  package var place: SourceLocation

  package init?(_ fields: RowFields) {
    guard let classification = fields.text("分类").flatMap({ CodeBook.Classification(rawValue: $0) }),
      let code = fields.text("编码"), let name = fields.text("名称")
    else { return nil }
    self.classification = classification
    self.code = code
    self.name = name
    place = fields.place
  }

  package var fields: RowFields {
    var fields = RowFields(place: place)
    fields.set("分类", classification.rawValue)
    fields.set("编码", code)
    fields.set("名称", name)
    return fields
  }
}
