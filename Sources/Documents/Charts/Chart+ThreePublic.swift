package import Accounts
package import Tables

extension Chart {
  /// The three public expenses (“三公”经费) this year and last; where nothing of last year is known, this year's
  /// spending (决算数) beside the budget (全年预算数).
  ///
  /// `prior` holds last year's figures by item: 因公出国（境）费, 公务用车购置费, 公务用车运行维护费, 公务接待费, and “三公”经费 for
  /// their total. They are printed in the unit of this year's; a figure in another unit is not used. Items without any
  /// figure are left out. Nil when everything there is to draw is nought.
  package static func threePublic(of tables: TableSet, prior: [String: Figure]) -> Chart? {
    guard let unit = tables[.t09]?.figures.first?.figure.unit else { return nil }
    let known = prior.filter { $0.value.unit == unit && PrintedCount($0.value) != nil }
    let thisYear = tables.year.map { "\($0)年度" } ?? "本年度"
    let lastYear = tables.year.map { "\($0 - 1)年度" } ?? "上年度"
    let series = known.isEmpty ? ["全年预算数", "决算数"] : [lastYear, thisYear]
    func line(_ name: String, spent: Int, budget: Int) -> Line? {
      let printed = tables.printed(.t09, "1", spent)
      let other: (figure: Figure, count: PrintedCount)? =
        if known.isEmpty {
          tables.printed(.t09, "1", budget)
        } else {
          known[name].flatMap { figure in PrintedCount(figure).map { (figure, $0) } }
        }
      return printed == nil && other == nil ? nil : Line(name: name, values: [other, printed])
    }
    let items = [
      line("因公出国（境）费", spent: 8, budget: 2), line("公务用车购置费", spent: 10, budget: 4),
      line("公务用车运行维护费", spent: 11, budget: 5), line("公务接待费", spent: 12, budget: 6),
    ].compactMap { $0 }
    let counts = items.flatMap { $0.values.compactMap { $0?.count } }
    guard counts.contains(where: { $0.millionths != 0 }) else { return nil }
    let longest = counts.max() ?? .zero
    let total = line("“三公”经费", spent: 7, budget: 1)
    let word = (items.first?.values.compactMap { $0?.figure.moneyWord }.first) ?? ""
    let listed = items.map { $0.sentence($0.name, series, word) }.joined(separator: "；")
    let totals = total.map { "合计\($0.sentence("", series, word))。其中：" } ?? "："
    let subject = known.isEmpty ? "\(thisYear)预算与决算" : "\(thisYear)与\(lastYear)决算"
    return Chart(
      id: "three-public", title: "财政拨款“三公”经费\(subject)对比（\(word)）",
      summary: "财政拨款“三公”经费\(totals)\(listed)。",
      columns: ["项目"] + series,
      rows: items.map { item in
        Row(item.name, item.texts, lengths: item.values.map { $0?.count.length(of: longest) ?? 0 })
      } + (total.map { [Row("合计", $0.texts, isTotal: true)] } ?? []),
      series: series, arrangement: .compared,
      groups: items.map { item in
        Group(
          item.name,
          bars: zip(series, item.values).enumerated().map { index, pair in
            Bar(
              pair.0, amount: pair.1?.figure.text ?? "——", length: pair.1?.count.length(of: longest) ?? 0,
              // The bar that others are set against is the pale one.
              tone: index == 0 ? 4 : 1)
          })
      })
  }

  /// An item with its figure of the other series and its figure spent this year; nil where none is printed.
  private struct Line {
    let name: String
    let values: [(figure: Figure, count: PrintedCount)?]

    var texts: [String] { values.map { $0?.figure.text ?? "" } }

    /// `公务接待费2023年度0.80万元，2024年度0.59万元`.
    func sentence(_ name: String, _ series: [String], _ unit: String) -> String {
      name
        + zip(series, values).compactMap { series, value in value.map { "\(series)\($0.figure.text)\(unit)" } }
        .joined(separator: "，")
    }
  }
}
