import Accounts
import Tables
import TestSupport
import Testing

/// What must hold for every ledger there can be, whoever keeps it.
@Suite struct RandomLedgerTests {
  private let cases: [RandomTables]

  init() throws { cases = try RandomTables.all.get() }

  /// The generator reaches what it is meant to reach.
  @Test func theLedgersAreVaried() {
    #expect(cases.count == 240)
    let rows = cases.flatMap(\.ledger.expenditure)
    for kind in ExpenditureKind.allCases {
      for fund in Fund.allCases {
        let isPossible = !fund.isFiscal || kind == .basic || kind == .project
        #expect(rows.contains { $0.kind == kind && $0.fund == fund } == isPossible)
      }
    }
    for source in IncomeSource.allCases {
      #expect(cases.contains { $0.ledger.income.contains { $0.source == source } })
    }
    for fund in Fund.allCases {
      let balances = cases.flatMap(\.ledger.balances).filter { $0.fund == fund }
      #expect(balances.contains { $0.opening != nil && $0.closing == nil })
      #expect(balances.contains { ($0.closing ?? .zero) < .zero })
      #expect(balances.contains { ($0.closing ?? .zero) > .zero })
    }
    #expect(cases.contains { $0.ledger.income.isEmpty && $0.ledger.expenditure.isEmpty })
    #expect(cases.contains { $0.ledger.expenditure.count > 40 })
    #expect(cases.contains { $0.printed.values.contains("0.00") })
    #expect(cases.contains { $0.printed.values.contains { $0.hasPrefix("-") } })
    for scope in DisclosureScope.allCases {
      for nature in UnitNature.allCases {
        #expect(cases.contains { $0.ledger.unit.scope == scope && $0.ledger.unit.nature == nature })
      }
    }
  }

  @Test func everyFigureIsItsExactSumRoundedOnce() throws {
    let economicCodes = try #require(try PrintedTables.datong.table("06")).rows.flatMap { $0 }
      .compactMap(\.number)
    #expect(economicCodes.count == 108)
    for tables in cases {
      let expected = LedgerArithmetic(ledger: tables.ledger).figures(standardEconomicCodes: economicCodes)
      #expect(Set(expected.keys) == Set(tables.printed.keys), "seed \(tables.seed)")
      for (address, figure) in expected where figure.text != tables.printed[address] {
        Issue.record("seed \(tables.seed) \(address): \(figure.text) expected, \(tables.text(address)) printed")
      }
    }
  }

  @Test func whatIsPrintedTwiceIsPrintedAlike() {
    var compared = 0
    for tables in cases {
      for (one, other) in sameQuantities(tables) {
        if tables.text(one) != tables.text(other) {
          Issue.record("seed \(tables.seed) \(one) \(tables.text(one)), \(other) \(tables.text(other))")
        }
        compared += tables.text(one).isEmpty ? 0 : 1
      }
    }
    #expect(compared > 1_000)
  }

  /// The pairs of one quantity printed in two tables: 01-5, 04-7, X01 to X06, X10 to X13 and X21 of the identities.
  private func sameQuantities(_ tables: RandomTables) -> [(String, String)] {
    var pairs = [
      ("01.31.1", "01.62.2"), ("04.32.1", "04.64.2"),
      ("01.1.1", "04.1.1"), ("01.2.1", "04.2.1"), ("01.3.1", "04.3.1"),
      ("01.27.1", "02.合计.1"), ("01.58.2", "03.合计.1"), ("02.合计.2", "04.27.1"),
      ("02.合计.3", "01.4.1"), ("02.合计.4", "01.5.1"), ("02.合计.5", "01.6.1"), ("02.合计.6", "01.7.1"),
      ("02.合计.7", "01.8.1"),
      ("04.59.3", "05.合计.1"), ("04.59.5", "08.合计.1"),
      ("04.2.1", "07.合计.2"), ("04.30.1", "07.合计.1"), ("04.59.4", "07.合计.3"), ("04.60.4", "07.合计.6"),
    ]
    for (index, category) in LedgerArithmetic.categories.enumerated() {
      pairs += [
        ("01.\(32 + index).2", "03.\(category).1"), ("04.\(33 + index).3", "05.\(category).1"),
        ("04.\(33 + index).4", "07.\(category).3"), ("04.\(33 + index).5", "08.\(category).1"),
      ]
    }
    if tables.ledger.unit.scope == .unit {
      switch tables.ledger.unit.nature {
      case .administrative: pairs.append(("10.5.1", "06.公用经费合计.1"))
      case .civilServiceManaged: pairs.append(("10.6.1", "06.公用经费合计.1"))
      case .publicInstitution: break
      }
    }
    return pairs
  }

  @Test func sumsMissByNoMoreThanRoundingCan() {
    var compared = 0
    var inexact = 0
    for tables in cases {
      for (left, right) in sums(tables) {
        let terms = (left + right).compactMap(tables.hundredths)
        guard !terms.isEmpty else { continue }
        compared += 1
        let residual =
          left.compactMap(tables.hundredths).reduce(0, +) - right.compactMap(tables.hundredths).reduce(0, +)
        if residual != 0 { inexact += 1 }
        // One of the figures is the whole, the others its parts: half a hundredth each, the whole's included.
        if residual.magnitude > (terms.count - 1) / 2 {
          Issue.record("seed \(tables.seed) \(left) = \(right): misses by \(residual), \(terms.count) figures")
        }
      }
    }
    #expect(compared > 10_000)
    #expect(inexact > 100)
  }

  /// The sums among printed figures, level by level: what stands left equals what stands right.
  private func sums(_ tables: RandomTables) -> [(left: [String], right: [String])] {
    var sums: [(left: [String], right: [String])] = [
      (["01.27.1"], (1...8).map { "01.\($0).1" }),
      (["01.58.2"], (32...57).map { "01.\($0).2" }),
      (["01.31.1"], ["01.27.1", "01.28.1", "01.29.1"]),
      (["01.62.2"], ["01.58.2", "01.59.2", "01.60.2"]),
      (["02.合计.2"], ["01.1.1", "01.2.1", "01.3.1"]),
      (["04.27.1"], ["04.1.1", "04.2.1", "04.3.1"]),
      (["04.28.1"], ["04.29.1", "04.30.1", "04.31.1"]),
      (["04.32.1"], ["04.27.1", "04.28.1"]),
      (["05.合计.2"], ["06.人员经费合计.1", "06.公用经费合计.1"]),
      (["06.人员经费合计.1"], LedgerArithmetic.personnel.map { "06.\($0).1" }),
      (["06.公用经费合计.1"], LedgerArithmetic.operating.map { "06.\($0).1" }),
      (["10.1.1"], ["10.2.1", "10.3.1", "10.4.1"]),
    ]
    for column in 2...5 {
      sums.append((["04.59.\(column)"], (33...58).map { "04.\($0).\(column)" }))
      sums.append((["04.64.\(column)"], ["04.59.\(column)", "04.60.\(column)"]))
    }
    for line in 33...64 { sums.append((["04.\(line).2"], (3...5).map { "04.\(line).\($0)" })) }
    for fund in 1...3 { sums.append((["04.\(fund).1", "04.\(fund + 28).1"], ["04.64.\(fund + 2)"])) }
    for shift in [0, 6] {
      sums.append((["09.1.\(shift + 1)"], [2, 3, 6].map { "09.1.\(shift + $0)" }))
      sums.append((["09.1.\(shift + 3)"], [4, 5].map { "09.1.\(shift + $0)" }))
    }
    for (table, columns) in [("02", 7), ("03", 6), ("05", 3), ("07", 6), ("08", 3)] {
      let codes = tables.codes(table)
      for column in 1...columns {
        for parent in ["合计"] + codes.filter({ $0.utf8.count < 7 }) {
          let level = parent == "合计" ? 3 : parent.utf8.count + 2
          let parts = codes.filter { $0.utf8.count == level && (parent == "合计" || $0.hasPrefix(parent)) }
          sums.append((["\(table).\(parent).\(column)"], parts.map { "\(table).\($0).\(column)" }))
        }
      }
      for row in ["合计"] + codes {
        if table == "07" {
          sums.append((["07.\(row).1", "07.\(row).2"], ["07.\(row).3", "07.\(row).6"]))
          sums.append((["07.\(row).3"], ["07.\(row).4", "07.\(row).5"]))
        } else {
          sums.append((["\(table).\(row).1"], (2...columns).map { "\(table).\(row).\($0)" }))
        }
      }
    }
    let economic = tables.codes("06")
    for category in LedgerArithmetic.personnel + LedgerArithmetic.operating {
      let sections = economic.filter { $0.utf8.count == 5 && $0.hasPrefix(category) }
      sums.append((["06.\(category).1"], sections.map { "06.\($0).1" }))
    }
    return sums
  }

  @Test func vehiclesAddUpExactly() {
    for tables in cases {
      let uses = (8...15).compactMap { Int(tables.text("10.\($0).1")) }
      #expect(tables.text("10.7.1") == (uses.isEmpty ? "" : String(uses.reduce(0, +))), "seed \(tables.seed)")
    }
  }

  @Test func contributionsMakeUpTheirFigure() throws {
    for tables in cases.prefix(120) {
      var sums: [Selection: (total: Int128, rows: Int)] = [:]
      let index = ContributionIndex(tables.ledger)
      for figure in tables.tables.tables.flatMap(\.figures) {
        var total: Int128 = 0
        var rows = 0
        for selection in figure.composition {
          if sums[selection] == nil {
            let contributions = index.contributions(to: selection)
            sums[selection] = (contributions.reduce(0) { $0 + Int128($1.value) }, contributions.count)
          }
          total += sums[selection]?.total ?? 0
          rows += sums[selection]?.rows ?? 0
        }
        let place = "seed \(tables.seed) \(figure.address)"
        #expect((figure.figure.content == .blank) == (rows == 0), "\(place)")
        guard rows > 0 else { continue }
        let interval = try #require(figure.figure.interval, "\(place)")
        #expect(Int64(exactly: total).map(interval.contains) == true, "\(place)")
      }
    }
  }

  /// Whatever a figure's selections pick is what stands in the rows: place, words and amount.
  @Test func contributionsNameTheRowsOfTheLedger() throws {
    for tables in cases.prefix(40) {
      let index = ContributionIndex(tables.ledger)
      let picked = index.contributions(to: .expenditure(.all, .all, under: ""))
      #expect(picked.map(\.place) == tables.ledger.expenditure.map(\.place))
      #expect(picked.map(\.value) == tables.ledger.expenditure.map(\.amount.fen))
      for (contribution, row) in zip(picked, tables.ledger.expenditure) {
        #expect(contribution.words.prefix(3) == [row.code.digits, row.kind.rawValue, row.fund.rawValue])
      }
      let income = index.contributions(to: .income(.all, under: ""))
      #expect(income.map(\.place) == tables.ledger.income.map(\.place))
      #expect(income.map(\.value) == tables.ledger.income.map(\.amount.fen))
      // Cells are told apart by their numbers, in the order of the ledger.
      let cells = (income + picked).map(\.cell)
      #expect(cells == cells.sorted() && Set(cells).count == cells.count)
    }
  }

  @Test func theOrderOfRowsChangesNothing() throws {
    for tables in cases.prefix(120) {
      var generator = SeededGenerator(seed: tables.seed)
      var ledger = tables.ledger
      ledger.income.shuffle(using: &generator)
      ledger.expenditure.shuffle(using: &generator)
      ledger.balances.shuffle(using: &generator)
      ledger.threePublic.shuffle(using: &generator)
      ledger.other.shuffle(using: &generator)
      let shuffled = try TableSet(deriving: ledger, form: Standard.form, codes: Standard.codes)
      #expect(shuffled.tables.map(cells) == tables.tables.tables.map(cells), "seed \(tables.seed)")
    }
  }

  private func cells(_ table: Table) -> [[String]] {
    table.rows.map { row in row.texts } + [table.notes]
  }

  @Test func addressesAreUniqueAndRowsAsWideAsTheHeader() {
    for tables in cases {
      for table in tables.tables.tables {
        #expect(Set(table.figures.map(\.address)).count == table.figures.count, "seed \(tables.seed) \(table.id)")
        #expect(table.rows.allSatisfy { row in row.cells.reduce(0) { $0 + $1.columns } == table.width })
        #expect(table.figures.allSatisfy { $0.address.table == table.id })
      }
    }
  }

  @Test func everyRowOfCodesHasItsName() throws {
    for tables in cases {
      for table in tables.tables.tables where ["02", "03", "05", "06", "07", "08"].contains(table.id.rawValue) {
        for row in table.rows {
          for (number, name) in zip(row.cells, row.cells.dropFirst()) {
            if case .number(let code) = number.content, name.text.isEmpty {
              Issue.record("seed \(tables.seed) \(table.id) \(code)")
            }
          }
        }
      }
    }
  }
}
