import Accounts
import Formats

extension Derivation {
  /// Why a ledger cannot be printed in the form: its own contradictions, codes the form has no line for, and stated
  /// figures that the rows do not bear out. `codes` is the code book without the ledger's own names.
  func problems(in ledger: Ledger, codes: CodeBook) -> [Problem] {
    if let given {
      return problems(of: given) + ledger.problems(codes: codes) + placementProblems(in: ledger)
    }
    do throws(AmountOverflow) {
      return ledger.problems(codes: codes) + placementProblems(in: ledger) + (try closingProblems(in: ledger))
        + (try operatingCostProblems(in: ledger))
    } catch {
      return [LedgerTotals.overflow(at: ledger.expenditure.first?.place ?? SourceLocation(file: "账"))]
    }
  }

  /// Tables of income and expenditure that the form prints and the ledger does not bring, and figures that are given coarser than
  /// the form prints them.
  private func problems(of given: GivenTables) -> [Problem] {
    var problems: [Problem] = []
    for table in form.tables where table.id < .t09 && !given.has(table.id) {
      problems.append(
        Problem(
          at: given.place, found: "账里带着公开表，没有\(table.id.publicName)《\(table.title)》", expected: "这个地方印的收支各表都要给",
          advice: "没有这项收支的，也请把空表放进来"))
    }
    var reported: Set<TableID> = []
    for (text, cell) in given.cells.sorted(by: { $0.key < $1.key }) {
      guard let address = FigureAddress(text), form[address.table] != nil, given.figure(at: address, in: form) == nil,
        reported.insert(address.table).inserted
      else { continue }
      problems.append(
        Problem(
          at: cell.place ?? given.place, found: "给的数是 \(cell.figure.text)，比要印的粗",
          expected: "表样以\(form.unit.rawValue)为单位，印 \(form.decimals) 位小数", advice: "请换成以元为单位的表"))
    }
    return problems
  }

  /// 类 for which 01, 04 or 06 have no line: their amounts would be in the totals and nowhere else.
  private func placementProblems(in ledger: Ledger) -> [Problem] {
    var problems: [Problem] = []
    var reported: Set<String> = []
    func report(_ code: String, _ row: ExpenditureRow, _ table: TableForm, _ column: ColumnID) {
      guard reported.insert(table.name + code).inserted else { return }
      problems.append(
        Problem(
          at: ledger.schema.place(of: row, at: column), found: "\(code) 类在\(table.name)中没有对应的行",
          expected: "应是表样中列出的类", advice: "请核对编码；表样确应有此行时，用 --form 指定补了这一行的表样"))
    }
    for table in form.tables {
      switch table.body {
      case .twoSided(let sides):
        let categories = Set(sides.right.compactMap(\.category))
        for row in ledger.expenditure
        where (sides.scope == .everything || row.fund.isFiscal) && !categories.contains(row.code.category) {
          report(row.code.category, row, table, .functionCode)
        }
      case .economicCodes:
        let categories = Set(table.economicCodes.map(\.code).filter { $0.utf8.count == 3 })
        for row in ledger.expenditure where row.kind == .basic && row.fund == .generalBudget {
          guard let code = row.economicCode, !categories.contains(code.category) else { continue }
          report(code.category, row, table, .economicCode)
        }
      case .functionCodes, .singleRow, .sections: continue
      }
    }
    return problems
  }

  /// Stated closing balances that differ from what the balance leaves, and negative ones that nobody stated.
  private func closingProblems(in ledger: Ledger) throws(AmountOverflow) -> [Problem] {
    let schema = ledger.schema
    var problems: [Problem] = []
    for row in ledger.balances {
      guard row.closing != nil else { continue }
      let code = row.code?.digits ?? ""
      // The rows of several units, which a department has, state one balance together: told of at the first that does.
      let stated = Amount(fen: totals.statedClosing(of: row.fund, under: code).total)
      let first = ledger.balances.first { $0.fund == row.fund && $0.code == row.code && $0.closing != nil }
      guard row.unit == first?.unit else { continue }
      let left = try totals.balance(of: row.fund, under: code)
      if left.total != stated.fen {
        problems.append(
          Problem(
            at: schema.place(of: row, at: .closing), found: "填的是 \(stated.yuanText) 元",
            expected: "按 年初 + 收入 + 使用结余 − 支出 − 结余分配 推算应为 \(Amount(fen: left.total).yuanText) 元",
            advice: "请核对这项资金的收入、支出和年初数，或留空由软件推算"))
      }
    }
    for fund in Fund.allCases {
      let rows = ledger.balances.filter { $0.fund == fund }
      let isByCode = fund == .governmentFund || fund == .stateCapital || rows.contains { $0.code != nil }
      let withFlows = try totals.functionCodes { code in
        code.utf8.count == 7
          ? [.income(.of(Funds(fund)), under: code), .expenditure(.all, Funds(fund), under: code)] : []
      }
      let codes = isByCode ? Set(withFlows).union(rows.compactMap(\.code?.digits)).sorted() : [""]
      for code in codes where totals.statedClosing(of: fund, under: code).rows == 0 {
        let left = try totals.balance(of: fund, under: code)
        guard left.total < 0 else { continue }
        // Without a row of its own, the place is where the money went (or was taken back).
        let place =
          rows.first { ($0.code?.digits ?? "") == code }.map { schema.place(of: $0, at: .closing) }
          ?? ledger.expenditure.first { $0.fund == fund && $0.code.digits.begins(with: code) }
          .map { schema.place(of: $0, at: .amount) }
          ?? ledger.income.first { $0.source.fund == fund && $0.code.digits.begins(with: code) }
          .map { schema.place(of: $0, at: .amount) }
        problems.append(
          Problem(
            at: place ?? SourceLocation(file: "账", sheet: schema.title(BalanceRow.sheet)),
            found:
              "\(fund.rawValue)\(code.isEmpty ? "" : " \(code) ")的支出大于来源，推算的年末数是 \(Amount(fen: left.total).yuanText) 元",
            expected: "没有填写的年末数应不小于 0",
            advice: "请补填\(schema.heading(.balances, .opening))；年末确为负数时，请把它填在“\(schema.title(.balances))”中"))
      }
    }
    return problems
  }

  /// A stated 机关运行经费 of a single unit that is not its 公用经费, or that its nature rules out.
  private func operatingCostProblems(in ledger: Ledger) throws(AmountOverflow) -> [Problem] {
    guard unit.scope == .unit else { return [] }
    let basicExpenditure = form[.t06]
    var problems: [Problem] = []
    for row in ledger.other {
      let nature: UnitNature
      switch row.item {
      case .operatingCostOfAdministrativeUnits: nature = .administrative
      case .operatingCostOfCivilServiceManagedUnits: nature = .civilServiceManaged
      default: continue
      }
      guard case .amount(let stated) = row.value else { continue }
      let derived = nature == unit.nature ? try totals.tally(operatingCost(of: nature, basicExpenditure)).total : 0
      guard stated.fen != derived else { continue }
      problems.append(
        Problem(
          at: ledger.schema.place(of: row, at: .value),
          found: "\(ledger.schema.name(of: row.item.rawValue, in: .other))填的是 \(stated.yuanText) 元",
          expected: nature == unit.nature
            ? "单位口径下它等于公用经费合计 \(Amount(fen: derived).yuanText) 元" : "\(unit.nature.rawValue)没有这一项",
          advice: "请删去这一行，由软件得出"))
    }
    return problems
  }
}
