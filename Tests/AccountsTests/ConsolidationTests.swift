import Accounts
import Testing

/// What units' sheets come to in the department's, reckoned by hand; what cannot be added stays blank and is listed.
@Suite struct ConsolidationTests {
  private let schema: LedgerSchema

  init() throws { schema = try LedgerSchema.standard() }

  private func unit(_ name: String, _ nature: UnitNature = .publicInstitution) -> Ledger {
    Ledger(unit: UnitInformation(name: name, year: 2024, scope: .unit, nature: nature), schema: schema)
  }

  private func yuan(_ yuan: Int64) -> Amount { Amount(fen: yuan * 100) }

  private func code(_ digits: String) throws -> FunctionCode { try #require(FunctionCode(digits)) }

  private let place = SourceLocation(file: "试")

  private func consolidated(_ ledgers: [Ledger], costs: [Int64] = []) throws -> Consolidation {
    let units = ledgers.enumerated().map { position, ledger in
      Consolidation.Unit(ledger, operatingCost: position < costs.count ? yuan(costs[position]) : .zero)
    }
    return try Consolidation(of: units, named: "某部门", code: nil)
  }

  private func budget(_ digits: String, _ amount: Int64?) throws -> BudgetRow {
    BudgetRow(code: try code(digits), initialBudget: amount.map(yuan), place: place)
  }

  /// One gives 项, the other only the 类: together the 类 is known and nothing finer.
  @Test func budgetsAreAddedAsFineAsAllGiveThem() throws {
    var (first, second) = (unit("甲"), unit("乙"))
    first.budget = [try budget("2013801", 100), try budget("2013899", 20)]
    second.budget = [try budget("2013801", 3)]
    let fine = try consolidated([first, second]).ledger.budget
    #expect(fine.map(\.code.digits) == ["2013801", "2013899"])
    #expect(fine.map(\.initialBudget) == [yuan(103), yuan(20)])
    second.budget = [try budget("201", 3)]
    let coarse = try consolidated([first, second]).ledger.budget
    #expect(coarse.map(\.code.digits) == ["201"] && coarse.map(\.initialBudget) == [yuan(123)])
  }

  /// A unit that spent on a 类 and gave no budget for it: the sum of the others is no total.
  @Test func aBudgetThatOneLacksIsNotAdded() throws {
    var (first, second) = (unit("甲"), unit("乙"))
    first.budget = [try budget("201", 100)]
    second.expenditure = [
      ExpenditureRow(
        code: try code("2013801"), kind: .project, fund: .generalBudget, amount: yuan(5), place: place)
    ]
    second.income = [
      IncomeRow(code: try code("2013801"), source: .generalBudget, amount: yuan(5), place: place)
    ]
    let made = try consolidated([first, second])
    #expect(made.ledger.budget.map(\.initialBudget) == [nil])
    #expect(made.notAdded.contains { $0.contains("201 类") && $0.contains("乙没有填全") })
  }

  private func expense(_ item: ThreePublicItem, _ actual: Int64?, batches: Int64? = nil) throws -> ThreePublicRow {
    var fields = RowFields([.item: .text(item.rawValue)], place: place)
    fields.set(.actual, actual.map(yuan))
    fields.set(.batches, count: batches)
    return try #require(ThreePublicRow(fields))
  }

  /// Counts are added; of what nothing was spent on, a blank count is none.
  @Test func countsOfThreePublicExpensesAreAdded() throws {
    var ledgers = [unit("甲"), unit("乙"), unit("丙")]
    ledgers[0].threePublic = [try expense(.reception, 100, batches: 4)]
    ledgers[1].threePublic = [try expense(.reception, 50, batches: 3)]
    ledgers[2].threePublic = [try expense(.reception, 0)]
    let row = try #require(try consolidated(ledgers).ledger.threePublic.first)
    #expect(row.actual == yuan(150) && row.batches == 7)
    // A unit that spent and does not say how often, and one that says nothing at all.
    ledgers[1].threePublic = [try expense(.reception, 50)]
    ledgers[2].threePublic = []
    let made = try consolidated(ledgers)
    let unknown = try #require(made.ledger.threePublic.first)
    #expect(unknown.actual == nil && unknown.batches == nil)
    #expect(made.notAdded.count == 2 && made.notAdded[0].contains("丙没有填"))
    #expect(made.notAdded[1].contains("乙、丙没有填"))
  }

  /// 机关运行经费 is the 公用经费 of the units that have one, by their nature.
  @Test func operatingCostsAreThoseOfTheUnitsByNature() throws {
    let ledgers = [
      unit("甲", .administrative), unit("乙", .civilServiceManaged), unit("丙", .publicInstitution),
      unit("丁", .administrative),
    ]
    let other = try consolidated(ledgers, costs: [10, 200, 3_000, 40_000]).ledger.other
    let values = Dictionary(uniqueKeysWithValues: other.map { ($0.item, $0.value) })
    #expect(values[.operatingCostOfAdministrativeUnits] == .amount(yuan(40_010)))
    #expect(values[.operatingCostOfCivilServiceManagedUnits] == .amount(yuan(200)))
  }

  private func prior(_ item: String, _ amount: Int64, code: String? = nil) throws -> PriorRow {
    var fields = RowFields([.item: .text(item)], place: place)
    fields.set(.functionCode, code)
    fields.set(.amount, yuan(amount))
    return try #require(PriorRow(fields))
  }

  /// Last year's transfers are in last year's totals, and nobody knows how much.
  @Test func lastYearsTotalsAreNotAddedWhereThereAreTransfers() throws {
    var (first, second) = (unit("甲"), unit("乙"))
    first.prior = [try prior("收入总计", 100), try prior("公务接待费", 7)]
    second.prior = [try prior("收入总计", 30), try prior("公务接待费", 2)]
    let without = try consolidated([first, second]).ledger.prior
    #expect(without.map(\.amount) == [yuan(130), yuan(9)])
    first.income = [
      IncomeRow(code: try code("2013801"), source: .affiliateRemittance, amount: yuan(5), place: place)
    ]
    let made = try consolidated([first, second])
    #expect(made.ledger.prior.map(\.item) == ["公务接待费"])
    #expect(made.notAdded.contains { $0.contains("收入总计") && $0.contains("130.00") })
  }

  /// A unit that gives all codes of last year had nothing of those it does not give; one that does not say so may have had.
  @Test func lastYearsCodesNeedAWhole() throws {
    let item = "一般公共预算财政拨款支出"
    var (first, second) = (unit("甲"), unit("乙"))
    first.prior = [try prior(item, 60, code: "201"), try prior(item, 40, code: "208"), try prior(item, 100)]
    second.prior = [try prior(item, 5, code: "201"), try prior(item, 5)]
    let known = try consolidated([first, second]).ledger.prior
    #expect(known.map(\.amount) == [yuan(65), yuan(40), yuan(105)])
    second.prior = [try prior(item, 5, code: "201")]
    let made = try consolidated([first, second])
    #expect(made.ledger.prior.map(\.code?.digits) == ["201"] && made.notAdded.count == 2)
  }

  /// Balances stay apart by unit, and each says what its own rows leave.
  @Test func balancesAreThoseOfTheUnits() throws {
    var (first, second) = (unit("甲"), unit("乙"))
    for (number, amount) in [(0, Int64(30)), (1, 12)] {
      let row = IncomeRow(code: try code("2013801"), source: .other, amount: yuan(amount), place: place)
      if number == 0 { first.income = [row] } else { second.income = [row] }
    }
    first.balances = [BalanceRow(fund: .other, opening: yuan(1), place: place)]
    second.balances = [BalanceRow(fund: .other, opening: yuan(2), closing: yuan(14), place: place)]
    let rows = try consolidated([first, second]).ledger.balances
    #expect(rows.map(\.unit) == ["甲", "乙"] && rows.map(\.opening) == [yuan(1), yuan(2)])
    #expect(rows.map(\.closing) == [yuan(31), yuan(14)])
  }

  @Test func unitsTextsAndNamesAreTheDepartments() throws {
    var first = unit("甲", .civilServiceManaged)
    let fields = RowFields([.section: .text("公务接待费说明"), .content: .text("甲的说明。")], place: place)
    first.texts = [try #require(TextRow(fields))]
    let made = try consolidated([first, unit("乙")])
    #expect(made.ledger.unit.name == "某部门" && made.ledger.unit.scope == .department)
    #expect(made.ledger.unit.subordinates == ["甲", "乙"] && made.ledger.unit.nature == .civilServiceManaged)
    #expect(Set(made.ledger.texts.map(\.text)) == [Consolidation.toBeWritten])
    #expect(made.ledger.texts.map(\.section) == ["单位职责", "机构设置", "公务接待费说明", "预算绩效情况", "其他说明"])
    #expect(made.textsToWrite.contains("公务接待费说明（1 个单位写了）"))
  }
}
