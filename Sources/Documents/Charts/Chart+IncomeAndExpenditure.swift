import Accounts
package import Tables

extension Chart {
  /// Where the year's money came from and what it was spent on: income by source (公开01) above expenditure by kind
  /// (公开03), both on one scale.
  ///
  /// Sources and kinds without a figure are left out; one below nought is listed and not drawn. Nil unless both totals
  /// are printed and something is above nought.
  package static func incomeAndExpenditure(of tables: TableSet) -> Chart? {
    guard let income = Side("本年收入合计", of: tables, .t01, total: ("27", 1), parts: (1...8).map { (String($0), 1) }),
      let expenditure = Side("本年支出合计", of: tables, .t03, total: ("合计", 1), parts: (2...6).map { ("合计", $0) })
    else { return nil }
    let sides = [income, expenditure]
    let longest = sides.map(\.reach).max() ?? .zero
    guard longest > .zero else { return nil }
    let unit = income.total.figure.moneyWord
    let groups = sides.map { side in
      Group(
        side.name, side.total.figure.text,
        bars: side.parts.enumerated().map { index, part in
          Bar(
            part.name, amount: part.figure.text, share: part.count.share(of: side.total.count),
            length: part.count.length(of: longest), tone: index + 1)
        })
    }
    let sentences = groups.map { group in
      let parts = group.bars.map { "\($0.label)\($0.amount)\(unit)" }
      let listed = parts.isEmpty ? "" : "，其中\(parts.joined(separator: "、"))"
      return "\(group.label)\(group.figure)\(unit)\(listed)。"
    }
    return Chart(
      id: "income-and-expenditure", title: "\(tables.yearWord)收入来源与支出性质（\(unit)）",
      summary: tables.yearWord + sentences.joined(),
      columns: ["项目", "决算数", "占比"],
      rows: groups.flatMap { group in
        [Row(group.label, [group.figure, "100.00%"], isTotal: true)]
          + group.bars.map { Row($0.label, [$0.amount, $0.share], lengths: [$0.length]) }
      },
      series: ["金额"], arrangement: .stacked, groups: groups)
  }

  /// Income or expenditure: its total and what it is made of.
  private struct Side {
    let name: String
    let total: (figure: Figure, count: PrintedCount)
    let parts: [(name: String, figure: Figure, count: PrintedCount)]

    init?(
      _ name: String, of tables: TableSet, _ id: TableID, total: (row: String, column: Int),
      parts: [(row: String, column: Int)]
    ) {
      guard let table = tables[id], let printed = tables.printed(id, total.row, total.column) else { return nil }
      self.name = name
      self.total = printed
      self.parts = parts.compactMap { row, column in
        guard let part = tables.printed(id, row, column) else { return nil }
        let words = table.words(at: FigureAddress(id, row, column))
        return (Self.bare(words), part.figure, part.count)
      }
    }

    /// The words of a line without its number (一、) and without the row they were found in (合计·).
    private static func bare(_ words: String) -> String {
      let last = words.split(separator: "·").last.map(String.init) ?? words
      guard let mark = last.firstIndex(of: "、"), last[..<mark].allSatisfy({ "一二三四五六七八九十".contains($0) })
      else { return last }
      return String(last[last.index(after: mark)...])
    }

    /// How far its bars reach end to end, or its total where that is more.
    var reach: PrintedCount {
      max(total.count, parts.filter { $0.count > .zero }.reduce(.zero) { $0 + $1.count })
    }
  }
}
