/// The addresses by which findings speak of the cells of self-evaluation tables.
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
    let level2 = table.indicators[index].level2.text
    let ordinal = table.indicators[...index].count { $0.level2.text == level2 }
    return "绩效.\(self.table).\(level2.isEmpty ? "指标" : level2).\(ordinal).\(cell.rawValue)"
  }

  /// The 分值 of all rows of a 一级指标 or 二级指标 together.
  package func weights(of level: String) -> String { "绩效.\(table).\(level).分值" }

  /// What the table has once: 总分, 等级.
  package func single(_ name: String) -> String { "绩效.\(table).\(name)" }
}
