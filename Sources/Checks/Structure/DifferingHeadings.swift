import Accounts
import Tables

extension StructureCheck {
  /// D04: a unit's name that differs between tables.
  static let differingUnit = StructureCheck(.differingUnit) { rule, input in
    differing(rule, input, "单位名称") { table in
      guard let colon = table.unitLine.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return "" }
      return String(table.unitLine[table.unitLine.index(after: colon)...])
    }
  }

  /// D05: a year that differs between tables.
  static let differingYear = StructureCheck(.differingYear) { rule, input in
    differing(rule, input, "年度") { $0.period }
  }

  /// D06: a unit of money that differs between tables.
  static let differingCurrency = StructureCheck(.differingCurrency) { rule, input in
    differing(rule, input, "金额单位") { table in
      table.currency.holds("万元") ? "万元" : table.currency.holds("元") ? "元" : ""
    }
  }

  /// The tables whose heading differs from the one most tables have; a table without it is passed over.
  private static func differing(
    _ rule: Rule, _ input: StructureInput, _ what: String, _ heading: (Table) -> String
  ) -> [Finding] {
    let stated = input.tables.tables.map { (table: $0, text: heading($0).foldedForComparison) }
      .filter { !$0.text.isEmpty }
    var counts: [String: Int] = [:]
    for (_, text) in stated { counts[text, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    guard let common = stated.first(where: { counts[$0.text] == most })?.text else { return [] }
    return stated.filter { $0.text != common }.map { table, text in
      rule.finding(
        "\(table.name)的\(what)是“\(text)”，其他表是“\(common)”", place: table.place, expected: common)
    }
  }
}
