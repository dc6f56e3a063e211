import Accounts
import Tables

/// The facts printed as the ten tables without any part of the derivation: own sums over the facts, own rounding.
struct PrintedFacts {
  private let facts: RandomFacts
  private let sums: ExactSums
  private let form: Form
  private let codes: CodeBook
  private let style: PrintStyle
  private var random: SplitMix64

  init(_ facts: RandomFacts, form: Form, codes: CodeBook, random: SplitMix64) {
    self.facts = facts
    sums = ExactSums(facts: facts)
    self.form = form
    self.codes = codes
    self.random = random
    style = PrintStyle(&self.random)
  }

  /// The ten tables.
  mutating func tables() -> TableSet {
    let fiscal = Fund.allCases.filter(\.isFiscal)
    let sources = IncomeSource.allCases
    let sums = sums
    var tables: [Table] = []
    tables.append(overview())
    tables.append(
      codeTable(.t02, codes: facts.income.map(\.code)) { code in
        [sums.income(sources, code), sums.income(sources.filter(\.fund.isFiscal), code)]
          + [IncomeSource.superiorSubsidy, .undertaking, .operating, .affiliateRemittance, .other].map {
            sums.income([$0], code)
          }
      })
    tables.append(
      codeTable(.t03, codes: facts.expenditure.map(\.code)) { code in
        [sums.spent(Fund.allCases, nil, code)] + ExpenditureKind.allCases.map { sums.spent(Fund.allCases, $0, code) }
      })
    tables.append(fiscalOverview(fiscal))
    tables.append(
      codeTable(.t05, codes: facts.expenditure.filter { $0.fund == .generalBudget }.map(\.code)) { code in
        [nil, .basic, .project].map { sums.spent([.generalBudget], $0, code) }
      })
    tables.append(basicExpenditure())
    tables.append(
      codeTable(.t07, codes: sums.codes(of: .governmentFund)) { code in
        [sums.opening([.governmentFund], code), sums.income([.governmentFund], code)]
          + [nil, .basic, .project].map { sums.spent([.governmentFund], $0, code) } + [
            sums.closing([.governmentFund], code)
          ]
      })
    tables.append(
      codeTable(.t08, codes: facts.expenditure.filter { $0.fund == .stateCapital }.map(\.code)) { code in
        [nil, .basic, .project].map { sums.spent([.stateCapital], $0, code) }
      })
    tables.append(threePublic())
    tables.append(other())
    return TableSet(unitName: "随机单位", year: 2024, scope: facts.scope, tables: tables)
  }

  // MARK: Tables

  private mutating func figure(_ id: TableID, _ row: String, _ column: Int, _ fen: Int64) -> Cell {
    Cell(.figure(TableFigure(FigureAddress(id, row, column), style.money(fen, &random))))
  }

  private mutating func blank(_ id: TableID, _ row: String, _ column: Int) -> Cell {
    Cell(.figure(TableFigure(FigureAddress(id, row, column), .blank(.money(style.unit)))))
  }

  private func things(_ row: Int, _ count: Int64?) -> Cell {
    Cell(.figure(TableFigure(FigureAddress(.t10, String(row), 1), count.map { Figure(things: $0) } ?? .blank(.things))))
  }

  private func table(_ id: TableID, _ rows: [Row]) -> Table {
    let isEmpty = !rows.flatMap(\.cells).contains {
      guard case .figure(let figure) = $0.content, case .number = figure.figure.content else { return false }
      return true
    }
    return Table(
      id: id, title: form[id]?.title ?? "", formCode: "公开\(id.rawValue)表",
      unitLine: "部门名称：随机单位", period: "2024年度", currency: "金额单位：\(style.unit.rawValue)", isWide: false, header: [],
      rows: rows, notes: isEmpty ? ["说明：本表无数据"] : [])
  }

  private mutating func codeTable(_ id: TableID, codes items: [Int], _ amounts: (Int) -> [Int64]) -> Table {
    var nodes: Set<Int> = []
    for item in items { nodes.formUnion([item, item / 100, item / 10_000]) }
    var rows = [codeRow(id, [Cell(.label("合计"))], "合计", amounts(0))]
    for code in nodes.map({ String($0) }).sorted() {
      let name = codes.entry(.function, code)?.name ?? "科目\(code)"
      rows.append(codeRow(id, [Cell(.number(code)), Cell(.label(name))], code, amounts(Int(code) ?? 0)))
    }
    return table(id, rows)
  }

  private mutating func codeRow(_ id: TableID, _ head: [Cell], _ row: String, _ amounts: [Int64]) -> Row {
    var cells = head
    for (index, fen) in amounts.enumerated() { cells.append(figure(id, row, index + 1, fen)) }
    return Row(cells)
  }

  private mutating func overview() -> Table {
    var left = Array(repeating: Int64?.none, count: 32)
    for (index, source) in IncomeSource.allCases.enumerated() { left[index + 1] = sums.income([source], 0) }
    left[27] = sums.income(IncomeSource.allCases, 0)
    left[28] = facts.balances.reduce(0) { $0 + $1.surplusUsed }
    left[29] = sums.opening(Fund.allCases, 0)
    left[31] = sums.income(IncomeSource.allCases, 0) + facts.balances.reduce(0) { $0 + $1.surplusUsed + $1.opening }
    let distributed = facts.balances.reduce(0) { $0 + $1.surplusDistributed }
    var rows: [Row] = []
    let lines = form[.t01]?.expenditureLines ?? []
    for (index, line) in lines.enumerated() {
      let amount: Int64? =
        switch line.line {
        case 58: sums.spent(Fund.allCases, nil, 0)
        case 59: distributed
        case 60: sums.closing(Fund.allCases, 0)
        case 62: sums.spent(Fund.allCases, nil, 0) + distributed + sums.closing(Fund.allCases, 0)
        default: line.category.map { sums.spent(Fund.allCases, nil, Int($0) ?? -1) }
        }
      let number = index + 1
      let leftCell = left[number].map { figure(.t01, String(number), 1, $0) } ?? blank(.t01, String(number), 1)
      let rightCell = amount.map { figure(.t01, String(line.line), 2, $0) } ?? blank(.t01, String(line.line), 2)
      rows.append(
        Row([
          Cell(.empty), Cell(.number(String(number))), leftCell, Cell(.empty), Cell(.number(String(line.line))),
          rightCell,
        ]))
    }
    return table(.t01, rows)
  }

  private mutating func fiscalOverview(_ fiscal: [Fund]) -> Table {
    let sources = IncomeSource.allCases.filter(\.fund.isFiscal)
    var left = Array(repeating: Int64?.none, count: 33)
    for (index, fund) in fiscal.enumerated() {
      left[index + 1] = sums.income(sources.filter { $0.fund == fund }, 0)
      left[index + 29] = sums.opening([fund], 0)
    }
    left[27] = sums.income(sources, 0)
    left[28] = sums.opening(fiscal, 0)
    left[32] = sums.income(sources, 0) + sums.opening(fiscal, 0)
    var rows: [Row] = []
    for (index, line) in (form[.t04]?.expenditureLines ?? []).enumerated() {
      let number = index + 1
      var cells = [Cell(.empty), Cell(.number(String(number)))]
      cells.append(left[number].map { figure(.t04, String(number), 1, $0) } ?? blank(.t04, String(number), 1))
      cells += [Cell(.empty), Cell(.number(String(line.line)))]
      for (column, funds) in [fiscal, [fiscal[0]], [fiscal[1]], [fiscal[2]]].enumerated() {
        let amount: Int64? =
          switch line.line {
          case 59: sums.spent(funds, nil, 0)
          case 60: sums.closing(funds, 0)
          case 64: sums.spent(funds, nil, 0) + sums.closing(funds, 0)
          default: line.category.map { sums.spent(funds, nil, Int($0) ?? -1) }
          }
        cells.append(
          amount.map { figure(.t04, String(line.line), column + 2, $0) } ?? blank(.t04, String(line.line), column + 2))
      }
      rows.append(Row(cells))
    }
    return table(.t04, rows)
  }

  private mutating func basicExpenditure() -> Table {
    let printed = form[.t06]?.economicCodes ?? []
    let extra = Set(facts.expenditure.compactMap(\.economicCode)).map { String($0) }
      .filter { code in !printed.contains { $0.code == code } }.sorted()
    var rows: [Row] = []
    for (code, name) in printed.map({ ($0.code, $0.name) }) + extra.map({ ($0, "科目\($0)") }) {
      rows.append(Row([Cell(.number(code)), Cell(.label(name)), figure(.t06, code, 1, sums.basic(Int(code) ?? 0))]))
    }
    let staff = [301, 303].reduce(0) { $0 + sums.basic($1) }
    rows.append(Row([Cell(.label("人员经费合计")), figure(.t06, "人员经费合计", 1, staff)]))
    rows.append(Row([Cell(.label("公用经费合计")), figure(.t06, "公用经费合计", 1, sums.operation)]))
    return table(.t06, rows)
  }

  private mutating func threePublic() -> Table {
    func amounts(_ amount: (RandomFacts.Expense) -> Int64) -> [Int64] {
      func of(_ items: [ThreePublicItem]) -> Int64 {
        facts.expenses.reduce(0) { $0 + (items.contains($1.item) ? amount($1) : 0) }
      }
      return [
        of([.abroad, .vehiclePurchase, .vehicleOperation, .reception]), of([.abroad]),
        of([.vehiclePurchase, .vehicleOperation]), of([.vehiclePurchase]), of([.vehicleOperation]), of([.reception]),
      ]
    }
    return table(.t09, [codeRow(.t09, [], "1", amounts(\.budget) + amounts(\.actual))])
  }

  private mutating func other() -> Table {
    var cells: [(Int, Cell)] = []
    let procured = facts.procurement
    cells.append((1, figure(.t10, "1", 1, procured.reduce(0) { $0 + $1.fen })))
    for (index, item) in OtherItem.procurement.enumerated() {
      cells.append((index + 2, figure(.t10, String(index + 2), 1, procured.first { $0.item == item }?.fen ?? 0)))
    }
    let lines: [(UnitNature, OtherItem)] = [
      (.administrative, .operatingCostOfAdministrativeUnits),
      (.civilServiceManaged, .operatingCostOfCivilServiceManagedUnits),
    ]
    for (index, (nature, item)) in lines.enumerated() {
      let ofUnits = facts.operatingCost.first { $0.item == item }?.fen ?? 0
      let cell =
        facts.scope == .department
        ? figure(.t10, String(index + 5), 1, ofUnits)
        : facts.nature == nature
          ? figure(.t10, String(index + 5), 1, sums.operation) : blank(.t10, String(index + 5), 1)
      cells.append((index + 5, cell))
    }
    cells.append((7, things(7, facts.vehicles.isEmpty ? nil : facts.vehicles.reduce(0) { $0 + $1.count })))
    for (index, item) in OtherItem.vehicles.enumerated() {
      cells.append((index + 8, things(index + 8, facts.vehicles.first { $0.item == item }?.count)))
    }
    cells.append((17, things(17, facts.equipment)))
    return table(.t10, cells.map { number, cell in Row([Cell(.empty), Cell(.number(String(number))), cell]) })
  }
}
