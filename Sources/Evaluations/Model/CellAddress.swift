/// The addresses that findings use for the cells of self-evaluation tables (绩效自评表).
///
/// An address is 绩效, the number of the table among those checked together, the row and the cell, joined by dots:
///
/// - `绩效.3.年度资金总额.执行率`: a row of the fund block by its name.
/// - `绩效.3.数量指标.2.得分`: the second row of that 二级指标; 指标 where it is not known.
/// - `绩效.3.产出指标.分值`: the sum of a 一级指标 or 二级指标, which not every layout prints.
/// - `绩效.3.总分`, `绩效.3.总分分值`, `绩效.3.等级`, `绩效.3.项目名称`: what the table has once.
package struct CellAddress: Hashable, Sendable {
  /// The number of the table, from 1.
  package let table: Int

  package init(table: Int) { self.table = table }

  /// A cell of the fund block.
  package func fund(_ row: FundRow, _ cell: FundCell) -> String { "绩效.\(table).\(row.name).\(cell.rawValue)" }

  /// A cell of the indicator at an index of the block.
  package func indicator(_ index: Int, of table: EvaluationTable, _ cell: IndicatorCell) -> String {
    "\(indicators(of: table)[index]).\(cell.rawValue)"
  }

  /// The rows of the indicator block, in their order; a cell's name is to follow.
  package func indicators(of table: EvaluationTable) -> [String] {
    var ordinals: [String: Int] = [:]
    return table.indicators.map { indicator in
      let level2 = indicator.level2.text.isEmpty ? "指标" : indicator.level2.text
      ordinals[level2, default: 0] += 1
      return "绩效.\(self.table).\(level2).\(ordinals[level2] ?? 0)"
    }
  }

  /// The 分值 of all rows of a 一级指标 or 二级指标 together.
  package func weights(of level: String) -> String { "绩效.\(table).\(level).分值" }

  /// What the table has once: 总分, 等级.
  package func single(_ name: String) -> String { "绩效.\(table).\(name)" }
}
