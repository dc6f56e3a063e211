import Accounts
import Evaluations
import Formats

/// Reads the self-evaluation tables of a package's data file, whose cells bear the names that addresses use.
struct EvaluationData {
  let layouts: EvaluationLayouts
  let file: String

  /// The tables in their order; throws where one has a layout nobody knows.
  func tables(_ nodes: [JSONNode]) throws(UnusableInput) -> [EvaluationTable] {
    var tables: [EvaluationTable] = []
    for (index, node) in nodes.enumerated() { tables.append(try table(node, number: index + 1)) }
    return tables
  }

  private func table(_ node: JSONNode, number: Int) throws(UnusableInput) -> EvaluationTable {
    guard let layout = text(node, "layout").flatMap({ layouts[$0] }) else {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: file, line: node.line), found: "自评表的 layout 不认得",
          expected: "应是下列之一：\(layouts.layouts.map(\.id).joined(separator: "、"))")
      ])
    }
    let computed = Set((node[key: "computed"]?.elements ?? []).compactMap(\.text))
    let address = CellAddress(table: number)
    func cell(_ key: String, at address: String? = nil) -> PrintedCell {
      self.cell(node, key, isComputed: address.map(computed.contains) ?? false)
    }
    var table = EvaluationTable(
      year: node[key: "year"]?.spelling.flatMap { Int($0) } ?? 0, layout: layout,
      project: text(node, "项目名称") ?? "", department: text(node, "主管部门") ?? "", unit: text(node, "实施单位") ?? "",
      goal: .init(expected: cell("年度目标"), actual: cell("实际完成情况")), totalWeight: cell("总分分值"),
      totalScore: cell("总分", at: address.single("总分")), grade: cell("等级", at: address.single("等级")))
    table.fund = (node[key: "项目资金"]?.elements ?? []).map { row in
      let name = text(row, "name") ?? ""
      var fund = FundRow(name: name, role: layout.fundRows.first { $0.name == name }?.role ?? .source)
      for cell in FundCell.allCases {
        fund[cell] = self.cell(row, cell.rawValue, isComputed: computed.contains(address.fund(fund, cell)))
      }
      return fund
    }
    table.indicators = (node[key: "绩效指标"]?.elements ?? []).map { row in
      func cell(_ name: IndicatorCell) -> PrintedCell { self.cell(row, name.rawValue, isComputed: false) }
      var indicator = Indicator(
        level1: .blank, level2: .blank, level3: .blank, target: .blank, actual: .blank, weight: .blank, score: .blank)
      for name in IndicatorCell.allCases { indicator[name] = cell(name) }
      return indicator
    }
    let rows = address.indicators(of: table)
    for index in rows.indices where computed.contains("\(rows[index]).\(IndicatorCell.score.rawValue)") {
      let score = table.indicators[index].score
      table.indicators[index].score = .computed(score.text, place: score.place)
    }
    table.analysis = (node[key: "项目绩效分析"]?.elements ?? []).map { part in
      .init(title: text(part, "title") ?? "", text: self.cell(part, "text", isComputed: false))
    }
    return table
  }

  /// The data table of a whole department.
  func basicData(_ node: JSONNode) -> BasicData {
    func cell(_ node: JSONNode?, _ key: String) -> PrintedCell {
      node.map { self.cell($0, key, isComputed: false) } ?? .blank
    }
    var data = BasicData(year: node[key: "year"]?.spelling.flatMap { Int($0) } ?? 0)
    let staff = node[key: BasicData.staffing]
    (data.authorised, data.inService, data.staffRate) = (cell(staff, "编制数"), cell(staff, "在职人数"), cell(staff, "控制率"))
    data.expenses = (node[key: "经费控制情况"]?.elements ?? []).map { row in
      let isFund = row[key: "fund"]?.truth == true
      var expense = BasicData.Expense(name: text(row, "name") ?? "", isFund: isFund)
      for column in ExpenseColumn.allCases { expense[column] = cell(row, column.rawValue) }
      return expense
    }
    data.buildings = (node[key: "楼堂馆所"]?.elements ?? []).map { row in
      .init(BasicData.buildingCells.map { cell(row, $0) })
    }
    data.thrift = cell(node, "厉行节约保障措施")
    return data
  }

  private func text(_ node: JSONNode, _ key: String) -> String? { node[key: key]?.text }

  private func cell(_ node: JSONNode, _ key: String, isComputed: Bool) -> PrintedCell {
    guard let value = node[key: key], let text = value.text, !text.isEmpty else { return .blank }
    let place = SourceLocation(file: file, line: value.line)
    return isComputed ? .computed(text, place: place) : .read(text, place: place)
  }
}
