import Accounts
import Evaluations
import Mustache
import Tables

/// What the templates of the narrative are given, by Chinese names that a finance section can read.
enum NarrativeContext {
  static func context(
    of ledger: Ledger, _ tables: TableSet, evaluations: [EvaluationTable], codes: CodeBook,
    _ values: inout StatementValues
  ) throws -> [String: MustacheValue] {
    let unit = ledger.unit
    let names = CodeNames(ledger, tables, codes)
    var context: [String: MustacheValue] = [
      "年度": .text(String(unit.year)), "上年度": .text(String(unit.year - 1)), "单位名称": values.name(unit.name),
      "口径": .text(unit.scope.rawValue), "是部门": .bool(unit.scope == .department),
      "金额单位": .text(values.figures.form.unit.rawValue),
      "有所属单位": .bool(!unit.subordinates.isEmpty),
      "所属单位": .list(punctuated(unit.subordinates.map { .object(["名称": values.name($0)]) })),
      "有年初预算": .bool(values.figures.figure(of: "年初预算") != nil),
      "有全年预算": .bool(values.figures.figure(of: "全年预算") != nil),
      "有上年": .bool(!values.comparatives.isEmpty),
    ]
    for (name, whole) in plainQuantities { context[name] = values.quantity(name, whole: whole) }
    for name in zeroQuantities { context[name] = values.quantity(name, missingAsZero: true) }
    for name in counts { context[name] = values.count(name, missingAsZero: true) }
    context["公务用车保有量"] = values.count("公务用车保有量")
    context["车辆"] = .list(
      OtherItem.vehicles.filter { $0 != .otherVehicles && values.figures.hasAmount($0.rawValue) }.map { item in
        .object(["名称": values.name(item.rawValue), "数量": values.count(item.rawValue)])
      })
    context["收入来源"] = .list(list(incomeSources, whole: "收入合计", &values))
    context["支出性质"] = .list(list(expenditureKinds, whole: "支出合计", &values))
    addFamilies(ledger, tables, names, &values, &context)
    addTexts(ledger, &values, &context)
    try addEvaluations(evaluations, &values, &context)
    try addOverall(ledger, evaluations, &values, &context)
    return context
  }

  /// Quantities that are spoken of where they are known, and the whole a share is of.
  private static let plainQuantities: [(String, String?)] = [
    ("收入总计", nil), ("支出总计", nil), ("收入合计", nil), ("支出合计", nil), ("财政拨款收入总计", nil), ("财政拨款支出总计", nil),
    ("使用非财政拨款结余", nil), ("年初结转和结余", nil), ("结余分配", nil), ("年末结转和结余", nil),
    ("一般公共预算财政拨款支出", "支出合计"), ("一般公共预算财政拨款基本支出", nil), ("人员经费", nil), ("公用经费", nil),
    ("政府性基金预算财政拨款收入", nil), ("政府性基金预算财政拨款支出", nil), ("政府性基金预算财政拨款年初结转和结余", nil),
    ("政府性基金预算财政拨款年末结转和结余", nil), ("国有资本经营预算财政拨款收入", nil), ("国有资本经营预算财政拨款支出", nil),
    ("国有资本经营预算财政拨款年初结转和结余", nil), ("国有资本经营预算财政拨款年末结转和结余", nil),
    ("机关运行经费", nil), ("政府采购支出总额", nil), ("授予中小企业合同金额", "政府采购支出总额"),
    ("授予小微企业合同金额", "政府采购支出总额"),
  ]

  /// Quantities that the text says do not exist (没有…支出).
  private static let zeroQuantities = [
    "“三公”经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费", "国内接待费", "外事接待费",
    "国（境）外接待费", "政府采购货物支出", "政府采购工程支出", "政府采购服务支出",
  ]

  /// Counts (团组、批次、人次、辆数) that the text says are zero.
  private static let counts = [
    "出国（境）团组", "出国（境）人次", "购置公务用车", "接待批次", "接待人次", "国内接待批次", "国内接待人次", "外事接待批次", "外事接待人次",
    "国（境）外接待批次", "国（境）外接待人次", "车辆合计", "其他用车", "单价100万元（含）以上设备（不含车辆）",
  ]

  private static let incomeSources = ["财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
  private static let expenditureKinds = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]

  /// The quantities that have an amount; what has none is not listed.
  private static func list(
    _ names: [String], whole: String, _ values: inout StatementValues
  ) -> [MustacheValue] {
    var list: [MustacheValue] = []
    for name in names where values.figures.hasAmount(name) {
      let whole = values.quantity(name, whole: whole)
      list.append(.object(["名称": values.name(name), "值": whole]))
    }
    return punctuated(list)
  }

  /// A list whose last member knows that it is the last: what ends it is another sign.
  static func punctuated(_ list: [MustacheValue]) -> [MustacheValue] {
    list.enumerated().map { index, value in
      guard case .object(var members) = value else { return value }
      members["末"] = .bool(index == list.count - 1)
      members["序号"] = .text(String(index + 1))
      return .object(members)
    }
  }
}
