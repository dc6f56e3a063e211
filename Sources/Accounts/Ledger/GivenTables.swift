/// The 公开 tables that a ledger brings itself (给定的表) instead of 收入, 支出 and 结转结余.
///
/// They are printed as given; which rows are behind a figure is not known then. Addresses are those of the tables
/// (`05.208.2`), which stand above this target, so that here they are texts.
package struct GivenTables: Sendable {
  /// A figure of a given table.
  package struct Cell: Sendable {
    package let figure: Figure
    /// Where it stands.
    package let place: SourceLocation?

    package init(_ figure: Figure, at place: SourceLocation?) {
      self.figure = figure
      self.place = place
    }
  }

  /// A code of a given table with the name beside it, and where its row stands.
  package struct Code: Sendable {
    package let digits: String
    /// As printed; empty where nothing stands there.
    package let name: String
    package let place: SourceLocation?

    package init(_ digits: String, name: String, at place: SourceLocation?) {
      self.digits = digits
      self.name = name
      self.place = place
    }
  }

  /// Their figures by their addresses.
  package let cells: [String: Cell]
  /// The codes of each table that lists codes, by its number (`05`), in the order of the codes.
  package let codes: [String: [Code]]
  /// The numbers of the tables there are: `01`, `02`.
  package let numbers: Set<String>
  /// Where they stand.
  package let place: SourceLocation
  /// Whether what they tell stands among the ledger's rows already.
  package var isTakenIn = false

  package init(
    cells: [String: Cell], codes: [String: [Code]], numbers: Set<String>, at place: SourceLocation
  ) {
    self.cells = cells
    self.codes = codes
    self.numbers = numbers
    self.place = place
  }
}

extension GivenTables {
  /// The 类 of the economic classification that 06 lists.
  package var basicCategories: [String] { (codes["06"] ?? []).map(\.digits).filter { $0.utf8.count == 3 } }

  /// What 06 prints for some of its codes, none of them below another; nil where that is nothing. Throws where the sum does not fit.
  package func basicExpenditure(of codes: [String]) throws(AmountOverflow) -> Amount? {
    var sum = Amount.zero
    for code in codes { sum = try sum.adding(cells["06.\(code).1"]?.figure.shown ?? .zero) }
    return sum == .zero ? nil : sum
  }

  /// Whether its amounts are those of the accounts: in 元, not rounded to 万元.
  package var isExact: Bool {
    cells.values.allSatisfy { cell in
      guard case .number(let count, let decimals) = cell.figure.content, count != 0,
        case .money(let unit) = cell.figure.unit
      else { return true }
      return unit == .yuan || decimals >= unit.exactDecimals
    }
  }
}
