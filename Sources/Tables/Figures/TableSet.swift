/// The tables of one disclosure: the waist between what figures are and what they say.
package struct TableSet: Sendable {
  /// 单位名称.
  package let unitName: String
  /// 年度.
  package let year: Int
  /// The tables in the order of their form.
  package let tables: [Table]

  package init(unitName: String, year: Int, tables: [Table]) {
    self.unitName = unitName
    self.year = year
    self.tables = tables
  }

  /// A table; nil when the disclosure lacks it.
  package subscript(id: TableID) -> Table? { tables.first { $0.id == id } }
}

extension TableSet {
  /// The figure at an address; nil when the disclosure has none there. Linear in the table.
  package func figure(at address: FigureAddress) -> TableFigure? {
    self[address.table]?.figures.first { $0.address == address }
  }
}

extension Table {
  /// What the figure at an address is called: its row's words and its column's, as `社会保障和就业支出·基本支出`.
  package func words(at address: FigureAddress) -> String {
    for row in rows {
      var label = ""
      var column = 0
      for cell in row.cells {
        switch cell.content {
        case .label(let text): label = text
        case .figure(let figure) where figure.address == address:
          let heading = columnWords(column + cell.columns - 1)
          return [label, heading].filter { !$0.isEmpty }.joined(separator: "·")
        default: break
        }
        column += cell.columns
      }
    }
    return ""
  }

  /// The words above a column, without those that say nothing of the figure.
  private func columnWords(_ column: Int) -> String {
    let words = flatHeader
    guard column < words.count else { return "" }
    return words[column].split(separator: "·").filter { !["金额", "决算数", "统计数", "收入", "支出"].contains($0) }
      .joined(separator: "·")
  }
}
