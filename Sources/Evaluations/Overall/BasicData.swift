/// The data table (基础数据表) beside the evaluation of a whole department: people, expenses, buildings, thrift.
///
/// Amounts are in 万元, rates in percent.
package struct BasicData: Hashable, Sendable {
  /// 年度: 2024.
  package var year: Int
  /// 编制数, of people.
  package var authorised: PrintedCell = .blank
  /// 实际在职人数.
  package var inService: PrintedCell = .blank
  /// 控制率: 实际在职人数 over 编制数.
  package var staffRate: PrintedCell = .blank
  /// 经费控制情况, in the order printed.
  package var expenses: [Expense] = []
  /// 楼堂馆所控制情况: a row each building, or one that is blank.
  package var buildings: [Building] = []
  /// 厉行节约保障措施.
  package var thrift: PrintedCell = .blank
  /// Whether rows of 经费控制情况 were not read, so that no sum of its rows is known.
  package var hasLostRows = false

  package init(year: Int) { self.year = year }

  /// A row of 经费控制情况.
  package struct Expense: Hashable, Sendable {
    /// The name used in addresses: 三公经费, or that of a fund.
    package var name: String
    /// Whether it is a fund by its own name, below 本级专项资金.
    package var isFund: Bool
    /// 上年决算数.
    package var prior: PrintedCell = .blank
    /// 预算数.
    package var budget: PrintedCell = .blank
    /// 决算数.
    package var actual: PrintedCell = .blank

    package init(name: String, isFund: Bool = false) {
      self.name = name
      self.isFund = isFund
    }

    /// The cell of a column.
    package subscript(column: ExpenseColumn) -> PrintedCell {
      get {
        switch column {
        case .prior: prior
        case .budget: budget
        case .actual: actual
        }
      }
      set {
        switch column {
        case .prior: prior = newValue
        case .budget: budget = newValue
        case .actual: actual = newValue
        }
      }
    }
  }

  /// A row of 楼堂馆所控制情况.
  package struct Building: Hashable, Sendable {
    /// 批复规模, 实际规模, 规模控制率, 预算投资, 实际投资, 投资概算控制率.
    package var cells: [PrintedCell]

    package init(_ cells: [PrintedCell]) { self.cells = cells }
  }
}

/// A column of 经费控制情况, by the name that addresses use.
package enum ExpenseColumn: String, Hashable, Sendable, CaseIterable {
  case prior = "上年决算数"
  case budget = "预算数"
  case actual = "决算数"
}

extension BasicData {
  /// The name of the row of people in addresses.
  package static let staffing = "财政供养人员"
  /// The names of the cells of a building in addresses.
  package static let buildingCells = ["批复规模", "实际规模", "规模控制率", "预算投资", "实际投资", "投资概算控制率"]

  /// The address of a cell: `基础数据表.三公经费.决算数`.
  package static func address(_ row: String, _ cell: String) -> String { "基础数据表.\(row).\(cell)" }

  /// The cell of a row and column as addresses name them; nil when there is none.
  package func cell(_ row: String, _ column: String) -> PrintedCell? {
    if row == Self.staffing {
      return ["编制数": authorised, "在职人数": inService, "控制率": staffRate][column]
    }
    guard let expense = expenses.first(where: { $0.name == row && !$0.isFund }),
      let column = ExpenseColumn(rawValue: column)
    else { return nil }
    return expense[column]
  }
}
