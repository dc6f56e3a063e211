import Accounts
import Tables
import TestSupport
import Testing

/// Sums past Int64 fen: a problem at the row that brings it about, never a trap and never a wrong figure.
@Suite struct OverflowTests {
  private static let limit = "加到这一行时合计超出了可表示的范围，合计应在约九亿亿元以内。请检查金额是否多写了位数，或单位填错。"

  private static let ledgers: [(place: String, fill: @Sendable (inout SmallLedger) throws -> Void)] = [
    (
      "收入.csv:3",
      { small in
        try small.income("2013801", .generalBudget, fen: .max)
        try small.income("2013801", .generalBudget, fen: 1)
      }
    ),
    (
      "收入.csv:4",
      { small in
        // Each source fits by itself, and so do the first two together.
        try small.income("2013801", .generalBudget, fen: .max / 2)
        try small.income("2013801", .undertaking, fen: .max / 2)
        try small.income("2080501", .other, fen: 2)
        try small.expenditure("2013801", .project, .generalBudget, fen: 1)
      }
    ),
    (
      "收入.csv:2",
      { small in
        try small.income("2013801", .generalBudget, fen: .min)
      }
    ),
    (
      "支出.csv:3",
      { small in
        try small.expenditure("2013801", .project, .generalBudget, fen: .max)
        try small.expenditure("2080501", .project, .other, fen: .max)
      }
    ),
    (
      "支出.csv:2",
      { small in
        try small.income("2013801", .generalBudget, fen: .max)
        try small.expenditure("2013801", .project, .generalBudget, fen: -1)
      }
    ),
    (
      "结转结余.csv:2",
      { small in
        try small.income("2013801", .generalBudget, fen: .max - 5)
        try small.balance(.generalBudget, opening: 6)
      }
    ),
    (
      "结转结余.csv:2",
      { small in
        try small.balance(.other, opening: .max, used: .max, distributed: .max, closing: .max)
      }
    ),
    (
      "三公经费.csv:3",
      { small in
        small.threePublic(.abroad, actual: .max)
        small.threePublic(.reception, actual: .max)
      }
    ),
    (
      "其他信息.csv:3",
      { small in
        small.other(.procuredGoods, .amount(Amount(fen: .max)))
        small.other(.procuredServices, .amount(Amount(fen: 1)))
      }
    ),
    (
      "其他信息.csv:3",
      { small in
        small.other(.otherVehicles, .count(.max))
        small.other(.enforcementVehicles, .count(.max))
      }
    ),
  ]

  @Test(arguments: ledgers.indices)
  func sumsPastTheLimitsAreProblemsAtTheirRow(index: Int) throws {
    var small = try SmallLedger()
    try Self.ledgers[index].fill(&small)
    #expect(try small.problems() == ["\(Self.ledgers[index].place): 错误: \(Self.limit)"])
  }

  @Test func theGreatestAmountIsPrinted() throws {
    var small = try SmallLedger()
    try small.income("2013801", .generalBudget, fen: .max / 3)
    try small.expenditure("2013801", .project, .generalBudget, fen: .max / 3)
    // 9223372036854775807 / 3 = 3074457345618258602 fen.
    #expect(try small.text("01.31.1") == "3074457345618.26")
    #expect(try small.text("01.62.2") == "3074457345618.26")
  }

  /// Amounts from the edges in every column: the tables are derived or refused with a place.
  @Test func nothingTraps() throws {
    let edges: [Int64] = [.min, .min + 1, .max, .max - 1, .max / 2, .max / 2 + 1, .min / 2, -1, 0, 1, 4_999, 5_000]
    var derived = 0
    var refused = 0
    for tables in try RandomTables.all.get().prefix(150) {
      var generator = SeededGenerator(seed: tables.seed)
      func edge() -> Amount {
        Amount(fen: Bool.random(using: &generator) ? edges.randomElement(using: &generator) ?? 0 : 0)
      }
      var ledger = tables.ledger
      let isGentle = tables.seed % 3 == 0
      for index in ledger.income.indices where !isGentle || index == 0 { ledger.income[index].amount = edge() }
      for index in ledger.expenditure.indices where !isGentle { ledger.expenditure[index].amount = edge() }
      for index in ledger.balances.indices {
        ledger.balances[index].opening = edge()
        ledger.balances[index].closing = isGentle ? nil : edge()
      }
      do {
        let tables = try TableSet(deriving: ledger, form: Standard.form, codes: Standard.codes)
        derived += 1
        let index = ContributionIndex(ledger)
        for selection in Set(tables.tables.flatMap(\.figures).flatMap(\.composition)) {
          _ = index.contributions(to: selection)
        }
      } catch let error as UnusableInput {
        refused += 1
        #expect(!error.problems.isEmpty)
        #expect(error.problems.allSatisfy { $0.location.line != nil }, "seed \(tables.seed)")
      }
      // Asked without a derivation, the rows that make up a figure are still listed.
      _ = ContributionIndex(ledger).contributions(to: .closing(.all, under: ""))
    }
    #expect(derived > 0)
    #expect(refused > 50)
  }
}
