import Accounts
import TestSupport
import Testing

@Suite struct LedgerSchemaTests {
  private let schema: LedgerSchema

  init() throws { schema = try .standard() }

  private func choices(_ sheet: String, _ column: String) -> [String]? {
    schema.sheet(sheet)?.column(column)?.choices
  }

  private func items(_ sheet: String) -> [String]? { schema.sheet(sheet)?.items?.map(\.name) }

  @Test func theSheetsAreThoseOfTheLedger() {
    #expect(
      schema.sheets.map(\.title) == [
        "单位信息", "收入", "支出", "结转结余", "预算", "三公经费", "上年决算", "其他信息", "文字", "补充科目", "绩效项目",
        "绩效资金", "绩效指标", "绩效基础数据",
      ])
    #expect(schema.sheets.filter { $0.required == true }.map(\.title) == ["单位信息", "收入", "支出"])
    #expect(schema.sheet("没有") == nil)
  }

  @Test func choicesAreTheTermsInTheirOrder() {
    #expect(choices("收入", "收入来源") == IncomeSource.allCases.map(\.rawValue))
    #expect(choices("支出", "支出性质") == ExpenditureKind.allCases.map(\.rawValue))
    for sheet in ["支出", "结转结余", "预算"] { #expect(choices(sheet, "资金性质") == Fund.allCases.map(\.rawValue)) }
    #expect(choices("补充科目", "分类") == CodeBook.Classification.allCases.map(\.rawValue))
    let unit = schema.sheet("单位信息")
    #expect(unit?.item("公开口径")?.choices == DisclosureScope.allCases.map(\.rawValue))
    #expect(unit?.item("单位性质")?.choices == UnitNature.allCases.map(\.rawValue))
    #expect(unit?.item("金额单位")?.choices == MoneyUnit.allCases.map(\.rawValue))
  }

  @Test func itemsAreTheTermsInTheirOrder() {
    #expect(items("三公经费") == ThreePublicItem.allCases.map(\.rawValue))
    #expect(items("其他信息") == OtherItem.allCases.map(\.rawValue))
    for column in ThreePublicColumn.allCases {
      #expect(schema.sheet("三公经费")?.column(column.rawValue)?.type == .amount)
    }
  }

  @Test func moneyAndThingsAreToldApart() {
    let types = Dictionary(uniqueKeysWithValues: (schema.sheet("其他信息")?.items ?? []).map { ($0.name, $0.type) })
    for item in OtherItem.vehicles + [.largeEquipment] { #expect(types[item.rawValue] == .count) }
    for item in OtherItem.allCases where !OtherItem.vehicles.contains(item) && item != .largeEquipment {
      #expect(types[item.rawValue] == .amount)
    }
  }

  @Test func keysNameColumnsOfTheirSheet() {
    for sheet in schema.sheets {
      for key in sheet.key ?? [] { #expect(sheet.column(key) != nil, "\(sheet.title) \(key)") }
    }
  }

  @Test func aliasesPointToChoicesAndAreNone() {
    var count = 0
    for sheet in schema.sheets {
      let lists =
        sheet.columns.map { ($0.aliases, $0.choices) } + (sheet.items ?? []).map { ($0.aliases, $0.choices) }
      for (aliases, choices) in lists {
        for (alias, choice) in aliases ?? [:] {
          count += 1
          #expect(choices?.contains(choice) == true, "\(sheet.title) \(alias)")
          #expect(choices?.contains(alias) == false, "\(sheet.title) \(alias)")
        }
      }
    }
    #expect(count > 0)
  }

  @Test func headingsAndItemsOccurOnce() {
    #expect(Set(schema.sheets.map(\.title)).count == schema.sheets.count)
    for sheet in schema.sheets {
      #expect(Set(sheet.columns.map(\.heading.foldedForComparison)).count == sheet.columns.count)
      let items = sheet.items ?? []
      #expect(Set(items.map(\.name.foldedForComparison)).count == items.count)
      // A column of items needs its list, and a list its column.
      #expect(sheet.columns.contains { $0.type == .item } == (sheet.items != nil))
    }
  }

  @Test func everyChoiceHasItsList() {
    for sheet in schema.sheets {
      for column in sheet.columns { #expect((column.type == .choice) == (column.choices != nil), "\(column.heading)") }
      for item in sheet.items ?? [] { #expect((item.type == .choice) == (item.choices != nil), "\(item.name)") }
      for column in sheet.columns { #expect(!column.help.isEmpty) }
      #expect(!sheet.help.isEmpty)
    }
  }

  @Test func itemsAreFoundHoweverTheirBracketsAreTyped() {
    let sheet = schema.sheet("三公经费")
    #expect(sheet?.item("因公出国(境)费")?.name == "因公出国（境）费")
    #expect(sheet?.item(" 公务 接待费")?.name == "公务接待费")
    #expect(sheet?.item("接待费") == nil)
  }

  /// Every column of a row is one of its sheet's, and a row written as cells and read back is the same row.
  @Test func rowsAndColumnsHaveTheSameHeadings() throws {
    let place = InputPlace(file: "账")
    let cells: FieldValues = [
      "功能科目编码": .text("2013801"), "功能科目名称": .text("行政运行"), "收入来源": .text("其他收入"), "金额": .amount(Amount(fen: 5)),
      "支出性质": .text("基本支出"), "资金性质": .text("其他资金"), "经济科目编码": .text("30101"), "经济科目名称": .text("基本工资"),
      "项目名称": .text("甲"), "年初结转和结余": .amount(Amount(fen: 1)), "使用非财政拨款结余": .amount(Amount(fen: 2)),
      "结余分配": .amount(Amount(fen: 3)), "年末结转和结余": .amount(Amount(fen: 4)), "年初预算数": .amount(Amount(fen: 6)),
      "全年预算数": .amount(Amount(fen: 7)), "变动原因": .text("乙"), "决算数": .amount(Amount(fen: 8)), "团组数": .count(1),
      "批次": .count(2), "人次": .count(3), "辆数": .count(4), "数值": .count(9), "章节": .text("机构设置"), "内容": .text("丙"),
      "分类": .text("支出功能分类"), "编码": .text("2013877"), "名称": .text("丁"),
    ]
    func check<R: LedgerRow>(_ type: R.Type, item: String? = nil) throws {
      let headings = try #require(schema.sheet(R.sheet)).columns.map(\.heading)
      var values = cells
      values["项目"] = item.map { .text($0) }
      values = values.only(Set(headings))
      #expect(values.count == headings.count, "\(R.sheet)")
      let row = try #require(R(RowFields(values, place: place)))
      #expect(row.fields.values == values, "\(R.sheet)")
      #expect(row.place == place)
    }
    try check(IncomeRow.self)
    try check(ExpenditureRow.self)
    try check(BalanceRow.self)
    try check(BudgetRow.self)
    try check(ThreePublicRow.self, item: "公务接待费")
    try check(PriorRow.self, item: "收入总计")
    try check(OtherRow.self, item: "其他用车")
    try check(TextRow.self)
    try check(OwnCodeRow.self)
  }
}
