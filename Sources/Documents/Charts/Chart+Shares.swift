import Accounts
package import Tables

extension Chart {
  /// What the year's expenditure went to: a bar for each 类 of 公开03, the largest first.
  ///
  /// Beyond eight the smallest are drawn together as 其余 N 类. A 类 whose figure is blank is left out, and one below
  /// nought has figures but no bar. Nil when no expenditure above nought is printed.
  package static func shares(of tables: TableSet) -> Chart? {
    guard let table = tables[.t03], let total = tables.printed(.t03, "合计", 1), total.count > .zero else { return nil }
    var categories = table.rows.compactMap(Category.init)
    guard !categories.isEmpty else { return nil }
    // Equal ones stay in the order of their codes, whatever sorting does.
    categories = categories.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    if categories.count > 8 { categories = Array(categories.prefix(7)) + [Category(joining: categories.dropFirst(7))] }
    let whole = max(total.count, categories[0].count)
    let unit = total.figure.moneyWord
    let bars = categories.map { category in
      Bar(
        category.name, amount: category.text, share: category.count.share(of: total.count),
        length: category.count.length(of: whole), tone: 1)
    }
    let parts = bars.map { "\($0.label)\($0.amount)\(unit)，占\($0.share)" }
    return Chart(
      id: "shares", title: "\(tables.yearWord)支出按功能分类的构成（\(unit)）",
      summary: "\(tables.yearWord)本年支出合计\(total.figure.text)\(unit)。其中：\(parts.joined(separator: "；"))。",
      columns: ["科目名称", "决算数", "占比"],
      rows: zip(categories, bars).map { Row($0.0.fullName, [$0.1.amount, $0.1.share], lengths: [$0.1.length]) }
        + [Row("合计", [total.figure.text, "100.00%"], isTotal: true)],
      series: ["占比"], arrangement: .listed, groups: [Group("", bars: bars)])
  }

  /// A 类 with what was spent on it, or the smallest together.
  private struct Category {
    let name: String
    /// The name, and for the smallest together also theirs.
    let fullName: String
    let text: String
    let count: PrintedCount

    /// The 类 that a row of 公开03 is of; nil for every other row and for one without an amount.
    init?(_ row: Tables.Row) {
      var name = ""
      for cell in row.cells {
        switch cell.content {
        case .label(let text): name = text
        case .figure(let figure) where figure.address.column == 1:
          guard let code = FunctionCode(figure.address.row), code.level == .category,
            let count = PrintedCount(figure.figure)
          else { return nil }
          self.name = name.isEmpty ? code.digits : name
          fullName = self.name
          text = figure.figure.text
          self.count = count
          return
        default: break
        }
      }
      return nil
    }

    init(joining categories: ArraySlice<Category>) {
      name = "其余 \(categories.count) 类"
      fullName = "\(name)：\(categories.map(\.name).joined(separator: "、"))"
      count = categories.reduce(.zero) { $0 + $1.count }
      text = count.text ?? ""
    }
  }
}
