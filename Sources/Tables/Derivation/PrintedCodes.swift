package import Accounts

/// What published tables tell of the rows a ledger needs: the 项 that had income, with its source, and those on which was spent, with
/// kind and fund. No amounts: what is printed is rounded, and a ledger is exact.
package struct PrintedCodes: Sendable {
  /// A 项 and a source of its income.
  package struct Income: Hashable, Sendable {
    package let code: String
    package let source: IncomeSource
  }

  /// A 项 and what was spent on it, of one kind and fund.
  package struct Expenditure: Hashable, Sendable {
    package let code: String
    package let kind: ExpenditureKind
    package let fund: Fund
  }

  /// A code with the name printed beside it.
  package struct Name: Hashable, Sendable {
    package let classification: CodeBook.Classification
    package let code: String
    package let name: String
  }

  /// In the order of the codes, then of the sources.
  package private(set) var income: [Income] = []
  /// In the order of the codes, then of the funds and kinds.
  package private(set) var expenditure: [Expenditure] = []
  /// Each code once, with the first legible name of it, in the order of the codes.
  package private(set) var names: [Name] = []

  /// Whether more was left at the year's end than of the three funds of 财政拨款, whatever was rounded.
  package let carriesOther: Bool

  /// A figure of a 项 and what its column holds.
  private struct Printed {
    let code: String
    let item: String
    let figure: Figure

    /// Whether an amount other than 0 is printed.
    var isSomething: Bool { if case .number(let count, _) = figure.content { count != 0 } else { false } }
  }

  /// `national` is the national form, whose columns addresses count; `catalogue` says where a quantity is printed. Linear in the
  /// rows, but for their order.
  package init(_ tables: TableSet, national: Form, catalogue: QuantityCatalogue) {
    func left(_ quantity: String) -> ClosedRange<Int64>? {
      catalogue.addresses(of: quantity).first.flatMap { tables.figure(at: $0)?.figure.interval }
    }
    let fiscalLeft = left(FiscalExpenditureLine.closing.rawValue)
    carriesOther = left(ExpenditureLine.closing.rawValue).map { $0.lowerBound > fiscalLeft?.upperBound ?? 0 } ?? false
    let funds: [(id: TableID, fund: Fund)] = [(.t05, .generalBudget), (.t07, .governmentFund), (.t08, .stateCapital)]
    var fundOf: [String: Fund] = [:]
    var fiscal: [String: [ExpenditureKind: (low: Int64, high: Int64)]] = [:]
    for (id, fund) in funds {
      for one in Self.printed(tables, id, national) {
        fundOf[one.code] = fund
        guard let kind = ExpenditureColumn(rawValue: one.item)?.kind, one.isSomething else { continue }
        expenditure.append(Expenditure(code: one.code, kind: kind, fund: fund))
        if let interval = one.figure.interval {
          let known = fiscal[one.code]?[kind] ?? (0, 0)
          fiscal[one.code, default: [:]][kind] = (
            known.low &+ interval.lowerBound, known.high &+ interval.upperBound
          )
        }
      }
    }
    for one in Self.printed(tables, .t03, national) {
      guard let kind = ExpenditureColumn(rawValue: one.item)?.kind, one.isSomething, let whole = one.figure.interval
      else { continue }
      // More was spent on it than any of the funds tells, whatever was rounded.
      if whole.lowerBound > fiscal[one.code]?[kind]?.high ?? 0 {
        expenditure.append(Expenditure(code: one.code, kind: kind, fund: .other))
      }
    }
    for one in Self.printed(tables, .t02, national) where one.isSomething {
      guard let column = IncomeColumn(rawValue: one.item) else { continue }
      if column == .fiscal {
        let fund = fundOf[one.code] ?? .generalBudget
        IncomeSource.allCases.first { $0.fund == fund && $0.rawValue == fund.rawValue }
          .map { income.append(Income(code: one.code, source: $0)) }
      } else if let source = IncomeSource(rawValue: one.item) {
        income.append(Income(code: one.code, source: source))
      }
    }
    income.sort { ($0.code, $0.source.ordinal) < ($1.code, $1.source.ordinal) }
    expenditure.sort { ($0.code, $0.fund.ordinal, $0.kind.ordinal) < ($1.code, $1.fund.ordinal, $1.kind.ordinal) }
    names = Self.names(of: tables)
  }

  /// The figures of the 项 in a table of codes.
  private static func printed(_ tables: TableSet, _ id: TableID, _ national: Form) -> [Printed] {
    guard let table = tables[id], case .functionCodes(let columns)? = national[id]?.body else { return [] }
    let items = Dictionary(columns.columns.map { ($0.column, $0.item) }, uniquingKeysWith: { first, _ in first })
    return table.codeRows.filter { $0.code.utf8.count == 7 }.flatMap { row in
      row.figures.compactMap { figure in
        items[figure.address.column].map { Printed(code: row.code, item: $0, figure: figure.figure) }
      }
    }
  }

  private static func names(of tables: TableSet) -> [Name] {
    var seen: Set<String> = []
    return tables.tables.flatMap { table in
      let classification: CodeBook.Classification = table.id == .t06 ? .economic : .function
      return table.codeRows.compactMap { row in
        row.name.isEmpty || !seen.insert(classification.rawValue + row.code).inserted
          ? nil : Name(classification: classification, code: row.code, name: row.name)
      }
    }.sorted { ($0.code, $0.classification.rawValue) < ($1.code, $1.classification.rawValue) }
  }
}

extension ExpenditureColumn {
  /// The one kind it holds; nil for the sum.
  fileprivate var kind: ExpenditureKind? { ExpenditureKind.allCases.first { kinds == ExpenditureKinds($0) } }
}
