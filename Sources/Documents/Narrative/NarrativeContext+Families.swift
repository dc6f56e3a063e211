import Accounts
import Mustache
import Tables

extension NarrativeContext {
  /// Adds what is said code by code: 类 and 项 of each fund, and the 款 of basic expenditure.
  static func addFamilies(
    _ ledger: Ledger, _ tables: TableSet, _ names: CodeNames, _ values: inout StatementValues,
    _ context: inout [String: MustacheValue]
  ) {
    let general = "一般公共预算财政拨款支出"
    let spent = codes(of: .t05, tables)
    context["支出结构"] = .list(
      punctuated(
        spent.filter { $0.utf8.count == 3 && values.figures.hasAmount("\(general)/\($0)") }.map { code in
          entry(code, general, whole: general, names, &values)
        }))
    let budgeted = Set(ledger.budget.filter { $0.fund == .generalBudget }.map(\.code.digits))
    let earlier = Set(values.comparatives.codes(of: general))
    var items: [(code: String, members: MustacheObject)] = []
    for (key, length) in [("项级支出", 7), ("类级支出", 3)] {
      let planned = length == 3 ? Set(budgeted.map { String($0.prefix(3)) }) : budgeted
      let before = length == 3 ? Set(earlier.map { String($0.prefix(3)) }) : earlier
      let all = Set(spent).union(planned).union(before).filter { $0.utf8.count == length }.sorted()
      context[key] = .list(
        punctuated(
          all.map { code in
            let value = entry(code, general, whole: nil, names, &values)
            guard case .object(var members) = value else { return value }
            if length == 7, !isComparable(code, general, values.comparatives), case .object(var own) = members["值"] {
              own["变动"] = .null
              members["值"] = .object(own)
            }
            // Where codes of one level are gone through, what was written of those below them is said with it.
            members["用途"] = text("科目支出用途", code, ledger, &values, andBelow: names)
            members["用于"] = text(
              "科目支出用途", code, ledger, &values, without: ["主要用于", "用于", "："], andBelow: names)
            members["变动原因"] = text("科目支出变动原因", code, ledger, &values, andBelow: names)
            members["预算差异原因"] = budgetReason(code, names, ledger, &values) {
              $0.fund == .generalBudget && $0.code.digits.hasPrefix(code)
            }
            members["全称"] = values.name(fullName(code, names))
            if length == 7 {
              items.append((code, members))
            } else {
              // Where both are gone through, each says what was written of itself, and the 类 that of its 款.
              members["项"] = .list(
                punctuated(items.filter { $0.code.hasPrefix(code) }.map { .object($0.members) }))
              members["本级用途"] = text("科目支出用途", code, ledger, &values, andBelow: names, sparingItems: true)
              members["本级变动原因"] = text("科目支出变动原因", code, ledger, &values, andBelow: names, sparingItems: true)
              members["本级预算差异原因"] = budgetReason(code, names, ledger, &values) {
                $0.fund == .generalBudget && $0.code.digits.hasPrefix(code) && $0.code.level != .item
              }
            }
            return .object(members)
          }))
    }
    // Where the 项 are gone through, what was written of the 类 and 款 above them stands with the total.
    if case .object(var total) = context[general] {
      total["预算差异原因"] = budgetReason(nil, names, ledger, &values) {
        $0.fund == .generalBudget && $0.code.level != .item
      }
      context[general] = .object(total)
    }
    for (key, fund) in [
      ("政府性基金预算差异原因句", Fund.governmentFund), ("国有资本经营预算差异原因句", .stateCapital), ("其他资金预算差异原因句", .other),
    ] {
      context[key] = budgetReason(nil, names, ledger, &values) { $0.fund == fund }
    }
    for (key, family, table) in [
      ("政府性基金支出项", "政府性基金预算财政拨款支出", TableID.t07), ("国有资本支出项", "国有资本经营预算财政拨款支出", .t08),
    ] {
      context[key] = .list(
        punctuated(
          codes(of: table, tables).filter { $0.utf8.count == 3 && values.figures.hasAmount("\(family)/\($0)") }
            .map { entry($0, family, whole: family, names, &values) }))
    }
    let economic = codes(of: .t06, tables).filter { $0.utf8.count == 5 && values.figures.hasAmount("经济科目/\($0)") }
      .sorted()
    for (key, isPersonnel) in [("人员经费科目", true), ("公用经费科目", false)] {
      context[key] = .list(
        punctuated(
          economic.filter { ($0.hasPrefix("301") || $0.hasPrefix("303")) == isPersonnel }
            .map { entry($0, "经济科目", whole: nil, names, &values) }))
    }
  }

  /// A code with its name, its level and what is said of it; what is not there this year is said to be nothing.
  private static func entry(
    _ code: String, _ family: String, whole: String?, _ names: CodeNames, _ values: inout StatementValues
  ) -> MustacheValue {
    let level = [3: "类", 5: "款", 7: "项"][code.utf8.count] ?? ""
    return .object([
      "编码": .text(code), "名称": values.name(names.name(code)), "级": .text(level),
      "值": values.quantity("\(family)/\(code)", whole: whole, missingAsZero: true),
    ])
  }

  /// Whether last year's figure of a 项 is known: where the 类 alone are given, what its 项 had is not nothing.
  private static func isComparable(_ code: String, _ family: String, _ comparatives: Comparatives) -> Bool {
    let known = comparatives.codes(of: family).filter { $0.hasPrefix(code.prefix(3)) }
    return known.contains { $0.utf8.count == 7 }
  }

  /// 一般公共服务支出（类）社会工作事务（款）行政运行（项）.
  private static func fullName(_ code: String, _ names: CodeNames) -> String {
    [(3, "类"), (5, "款"), (7, "项")].filter { $0.0 <= code.utf8.count }
      .map { names.name(String(code.prefix($0.0))) + "（\($0.1)）" }.joined()
  }

  private static func codes(of id: TableID, _ tables: TableSet) -> [String] {
    var seen: Set<String> = []
    return (tables[id]?.figures ?? []).map(\.address.row)
      .filter { code in code.utf8.allSatisfy { (48...57).contains($0) } && seen.insert(code).inserted }
  }
}
