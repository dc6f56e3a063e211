package import Accounts
import Reading
package import Tables

extension NextYear {
  /// The rows taken over from last year's publication: the unit, the 项 with their sources, kinds and funds, the codes that no list
  /// has, what it says of its duties and organisation.
  ///
  /// No amount is taken over: what is published is rounded, and a ledger is exact. What the text compares with, and the opening
  /// balances are checked with, is the publication itself (`--prior`). Throws where built-in data is damaged.
  package func rows(from publication: TableSet, codes: CodeBook) throws -> [SheetID: [RowFields]] {
    let national = try Form.builtIn(Form.ancestor, year: publication.year ?? year - 1)
    let printed = PrintedCodes(publication, national: national, catalogue: try .standard())
    var unit: [RowFields] = []
    if let name = publication.unitName { unit.append(UnitItem.name.row(name)) }
    unit.append(UnitItem.year.row(String(year)))
    if let scope = publication.scope { unit.append(UnitItem.scope.row(scope.rawValue)) }
    let own = printed.names.filter { codes.entry($0.classification, $0.code) == nil }
    return [
      .unit: unit,
      IncomeRow.sheet: printed.income.map { one in
        row([.functionCode: one.code, .source: one.source.rawValue])
      },
      ExpenditureRow.sheet: printed.expenditure.map { one in
        row([.functionCode: one.code, .kind: one.kind.rawValue, .fund: one.fund.rawValue])
      },
      BalanceRow.sheet: balances(printed),
      TextRow.sheet: try publication.prose.map { try TakenOverTexts.standard().rows(of: $0) } ?? [],
      OwnCodeRow.sheet: own.map { one in
        row([.classification: one.classification.rawValue, .code: one.code, .name: one.name])
      },
    ]
  }

  /// A row of 结转结余 for each fund that was used; those of 政府性基金 and 国有资本经营预算 have one for each 项.
  private func balances(_ printed: PrintedCodes) -> [RowFields] {
    Fund.allCases.flatMap { fund -> [RowFields] in
      let codes = Set(
        printed.income.filter { $0.source.fund == fund }.map(\.code)
          + printed.expenditure.filter { $0.fund == fund }.map(\.code))
      guard !codes.isEmpty || fund == .other && printed.carriesOther else { return [] }
      switch fund {
      case .governmentFund, .stateCapital:
        return codes.sorted().map { row([.fund: fund.rawValue, .functionCode: $0]) }
      case .generalBudget, .other: return [row([.fund: fund.rawValue])]
      }
    }
  }

  private func row(_ texts: [ColumnID: String]) -> RowFields {
    var fields = RowFields(place: SourceLocation(file: ""))
    for (column, text) in texts { fields.set(column, text) }
    return fields
  }
}
