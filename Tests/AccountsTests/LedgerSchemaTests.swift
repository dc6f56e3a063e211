import Accounts
import Formats
import Foundation
import TestSupport
import Testing

@Suite struct LedgerSchemaTests {
  private let schema: LedgerSchema

  init() throws { schema = try .standard() }

  private func choices(_ sheet: SheetID, _ column: ColumnID) -> [String]? {
    schema.sheet(sheet)?.column(column)?.choices
  }

  private func items(_ sheet: SheetID) -> [String]? { schema.sheet(sheet)?.items?.map(\.name) }

  @Test func theSheetsAreThoseOfTheLedger() {
    #expect(
      schema.sheets.map(\.title) == [
        "单位信息", "收入", "支出", "结转结余", "预算", "三公经费", "上年决算", "其他信息", "文字", "补充科目", "绩效项目",
        "绩效资金", "绩效指标", "绩效基础数据",
      ])
    #expect(schema.sheets.filter(\.required).map(\.title) == ["单位信息", "收入", "支出"])
    #expect(schema.sheets.map(\.id) == SheetID.allCases)
  }

  @Test func choicesAreTheTermsInTheirOrder() {
    #expect(choices(.income, .source) == IncomeSource.allCases.map(\.rawValue))
    #expect(choices(.expenditure, .kind) == ExpenditureKind.allCases.map(\.rawValue))
    for sheet in [SheetID.expenditure, .balances, .budget] {
      #expect(choices(sheet, .fund) == Fund.allCases.map(\.rawValue))
    }
    #expect(choices(.ownCodes, .classification) == CodeBook.Classification.allCases.map(\.rawValue))
    let unit = schema.sheet(.unit)
    #expect(unit?.item(named: "公开口径")?.choices == DisclosureScope.allCases.map(\.rawValue))
    #expect(unit?.item(named: "单位性质")?.choices == UnitNature.allCases.map(\.rawValue))
    #expect(unit?.item(named: "金额单位")?.choices == MoneyUnit.allCases.map(\.rawValue))
  }

  @Test func itemsAreTheTermsInTheirOrder() {
    #expect(items(.threePublic) == ThreePublicItem.allCases.map(\.rawValue))
    #expect(items(.other) == OtherItem.allCases.map(\.rawValue))
    for column in ThreePublicColumn.allCases {
      #expect(schema.sheet(.threePublic)?.column(column.id)?.type == .amount)
      #expect(schema.heading(.threePublic, column.id) == column.rawValue)
    }
  }

  @Test func moneyAndThingsAreToldApart() {
    let types = Dictionary(uniqueKeysWithValues: (schema.sheet(.other)?.items ?? []).map { ($0.name, $0.type) })
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
    let sheet = schema.sheet(.threePublic)
    #expect(sheet?.item(named: "因公出国(境)费")?.name == "因公出国（境）费")
    #expect(sheet?.item(named: " 公务 接待费")?.name == "公务接待费")
    #expect(sheet?.item(named: "接待费") == nil)
  }

  /// A row takes every column of its sheet and no other: written as cells and read back it is the same row.
  @Test func rowsAndSheetsHaveTheSameColumns() throws {
    let place = InputPlace(file: "账")
    let words: [ColumnID: String] = [
      .functionCode: "2013801", .source: "其他收入", .kind: "基本支出", .fund: "其他资金", .economicCode: "30101",
      .section: "机构设置", .classification: "支出功能分类", .code: "2013877", .dataItem: "楼堂馆所", .layout: "大同", .grade: "优",
    ]
    /// A cell of a column, as its type has it; of columns that the sheet lacks one of each kind.
    func cell(_ id: ColumnID, _ column: LedgerSchema.Column?) -> FieldValue {
      switch column?.type {
      case .amount: .amount(Amount(fen: 5))
      case .count, .value: .count(3)
      default: .text(words[id] ?? "甲")
      }
    }
    func check<R: LedgerRow>(_ type: R.Type, item: String? = nil) throws {
      let sheet = try #require(schema.sheet(R.sheet))
      var all = FieldValues()
      for id in ColumnID.allCases { all[id] = cell(id, sheet.column(id)) }
      all[.item] = .text(item ?? "甲")
      let own = all.only(Set(sheet.columns.map(\.id)))
      #expect(own.count == sheet.columns.count, "\(sheet.title)")
      let row = try #require(R(RowFields(all, place: place)), "\(sheet.title)")
      #expect(row.fields.values == own, "\(sheet.title)")
      #expect(row.place == place)
      for id in ColumnID.allCases where sheet.column(id) == nil {
        for value in [FieldValue.text("乙"), .amount(Amount(fen: 6)), .count(7)] {
          all[id] = value
          #expect(R(RowFields(all, place: place))?.fields.values == own, "\(sheet.title) \(id)")
        }
      }
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
    try check(EvaluationProjectRow.self)
    try check(EvaluationFundRow.self)
    try check(EvaluationIndicatorRow.self)
    try check(EvaluationBasicRow.self)
  }

  @Test func unitInformationIsMadeOfAllItemsButTheMoneyUnit() throws {
    let unit = UnitInformation(
      name: "某局", code: "001", year: 2024, scope: .unit, nature: .administrative, supervisor: "某厅",
      subordinates: ["甲", "乙"], approvalDate: "2025-09-01", publicationDate: "2025-09-10", printsZeros: false,
      dataRemark: "无")
    #expect(UnitInformation(unit.rows) == unit)
    let items = unit.rows.compactMap { $0.text(.item) }
    #expect(items.filter { $0 == "subordinate" }.count == 2)
    #expect(Set(items).union(["moneyUnit"]) == Set(UnitItem.allCases.map(\.rawValue)))
  }

  /// No id stands in the code for nothing.
  @Test func everyColumnIDIsOfSomeSheet() {
    #expect(Set(schema.sheets.flatMap { $0.columns.map(\.id) }) == Set(ColumnID.allCases))
  }

  @Test(
    arguments: [
      (#""id": "income""#, #""id": "incomes""#, "不能是“incomes”"),
      (#""id": "changeReason""#, #""id": "changeReasons""#, "不能是“changeReasons”"),
      (#""id": "changeReason""#, #""id": "economicCode""#, "“economicCode”不应有，或已经有过"),
      (#""id": "moneyUnit""#, #""id": "currency""#, "“currency”不应有，或已经有过"),
      (#""id": "其他用车""#, #""id": "用车""#, "“用车”不应有，或已经有过"),
      (#""heading": "变动原因", "#, "", "应有“heading”一项"),
      (#""heading": "变动原因""#, #""heading": 3"#, "应是一段文字"),
      (#""type": "longText", "help": "决算与"#, #""type": "long", "help": "决算与"#, "不能是“long”"),
      (#""key": ["classification", "code"]"#, #""key": ["classification", "amount"]"#, "应是这张表的一列"),
      (#""required": true"#, #""required": "是""#, "应是 true 或 false"),
      (#""主要由于", "主要系"]"#, #""主要由于", "主要系", ]"#, "多了一个逗号"),
    ])
  func aDamagedSchemaSaysWhere(text: String, damage: String, expected: String) throws {
    let sound = LedgerSchema.standardText
    let range = try #require(sound.range(of: text))
    let line = sound[..<range.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let error = #expect(throws: DamagedData.self) {
      try LedgerSchema(json: sound.replacingCharacters(in: range, with: damage))
    }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.hasPrefix("软件自带的数据 ledger-schema.json 有误：第 "))
    #expect(message.contains(expected), "\(message)")
    // What is missed in a list is missed where the list begins, and what it lacks where it ends.
    let stated = Int(message.split(separator: "第 ").dropFirst().first?.prefix { $0.isNumber } ?? "") ?? 0
    #expect(stated > 0 && stated <= line + 1, "\(message)")
  }

  @Test func aMissingSheetOrColumnIsMissed() throws {
    let sound = LedgerSchema.standardText
    #expect(throws: DamagedData.self) { try LedgerSchema(json: "") }
    let error = #expect(throws: DamagedData.self) { try LedgerSchema(json: #"{"sheets": []}"#) }
    #expect(error?.message == "第 1 行第 12 个字符：这里缺少 id 为“unit”的一项。请改正。")
    let row = #"        {"id": "vehicles", "heading": "辆数", "type": "count", "help": "购置的辆数；运行维护费填年末保有量"}"#
    let cut = sound.replacing(",\n" + row, with: "")
    #expect(cut != sound)
    #expect(throws: DamagedData.self) { try LedgerSchema(json: cut) }
  }

  @Test(
    arguments: [
      ("[", "文本到此就结束了"), (#"{"checks": [{"name": "甲"}]}"#, "应有“help”一项"),
      (
        #"{"checks": [{"name": "", "help": "", "left": [{"sheet": "收入", "column": "amount"}], "right": []}]}"#,
        "不能是“收入”"
      ),
      (
        #"{"checks": [{"name": "", "help": "", "left": [{"sheet": "income", "column": "fund"}], "right": []}]}"#,
        "不能是“fund”"
      ),
    ])
  func damagedChecksSayWhere(json: String, expected: String) {
    let error = #expect(throws: DamagedData.self) { try LedgerCheck.all(json: json) }
    #expect(error?.message.contains(expected) == true, "\(error?.message ?? "")")
    #expect(error?.message.hasPrefix("第 1 行第 ") == true)
  }

  /// A condition of a check asks for what the schema lets stand in its column.
  @Test func checksAskForWhatThereIs() throws {
    for term in try LedgerCheck.standard().flatMap({ $0.left + $0.right }) {
      let sheet = try #require(schema.sheet(term.sheet))
      #expect([.amount, .value, .count].contains(sheet.column(term.column)?.type))
      for condition in term.conditions {
        let column = try #require(sheet.column(condition.column))
        switch column.type {
        case .choice: #expect(column.choices?.contains(condition.text) == true, "\(condition)")
        case .item: #expect(sheet.item(condition.text) != nil, "\(condition)")
        default: #expect(column.type == .economicSection && condition.text.utf8.count == 5, "\(condition)")
        }
      }
    }
  }
}
