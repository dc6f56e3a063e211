import Accounts

/// The rows of the ledger behind every figure, each row listed once and named by its number.
package struct FigureSources: Sendable {
  /// A cell of the ledger that goes into figures.
  package struct Row: Sendable {
    /// Where it stands.
    package let place: String
    /// What its row says of itself.
    package let words: String
    /// What it is: an amount in 元, or a number of things.
    package let value: String
  }

  /// What a figure is the sum of.
  package struct Sum: Sendable {
    package let address: FigureAddress
    /// What the figure is called.
    package let name: String
    /// As printed.
    package let printed: String
    /// The sum of its rows: 元 with two decimals, or a number of things.
    package let total: String
    /// How many rows it sums.
    package let count: Int
    /// Its rows by their numbers, counted from 1; what is taken away is counted below 0. Consecutive numbers are drawn
    /// together.
    package let rows: [ClosedRange<Int>]
  }

  /// The rows in the order of the ledger, numbered from 1.
  package let rows: [Row]
  /// What every figure that is not blank sums, in the order in which they stand.
  package let sums: [Sum]

  /// Looks up the rows behind every figure; takes time in proportion to how many rows the figures have altogether.
  package init(_ tables: TableSet, _ index: ContributionIndex) {
    var cells: [Int: Row] = [:]
    var found: [(figure: TableFigure, name: String, cells: [Int], total: Int64)] = []
    for (figure, name) in tables.tables.flatMap(\.namedFigures) where !figure.composition.isEmpty {
      guard case .number = figure.figure.content else { continue }
      let isThings = figure.figure.unit == .things
      var total: Int64 = 0
      var signed: [Int] = []
      for contribution in figure.composition.flatMap({ index.contributions(to: $0) }) {
        total &+= contribution.value
        // A cell is a row's own value; taken away it is counted below 0.
        let isNegative = contribution.isTakenAway
        signed.append(isNegative ? -contribution.cell - 1 : contribution.cell + 1)
        if cells[contribution.cell] == nil {
          let value = isNegative ? 0 &- contribution.value : contribution.value
          cells[contribution.cell] = Row(
            place: contribution.place.description, words: contribution.words.joined(separator: " "),
            value: isThings ? String(value) : Amount(fen: value).yuanText)
        }
      }
      if !signed.isEmpty { found.append((figure, name, signed, total)) }
    }
    let order = cells.keys.sorted()
    var numbers: [Int: Int] = [:]
    for (offset, cell) in order.enumerated() { numbers[cell] = offset + 1 }
    rows = order.compactMap { cells[$0] }
    sums = found.map { figure, name, cells, total in
      let signed = cells.map { $0 > 0 ? numbers[$0 - 1] ?? 0 : -(numbers[-$0 - 1] ?? 0) }
      return Sum(
        address: figure.address, name: name, printed: figure.figure.text,
        total: figure.figure.unit == .things ? String(total) : Amount(fen: total).yuanText, count: signed.count,
        rows: Self.ranges(signed))
    }
  }

  /// Numbers in the order given, consecutive ones drawn together.
  private static func ranges(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number, (number > 0) == (last.lowerBound > 0) {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else if let last = ranges.last, last.lowerBound - 1 == number, number < 0, last.lowerBound < 0 {
        ranges[ranges.count - 1] = number...last.upperBound
      } else {
        ranges.append(number...number)
      }
    }
    return ranges
  }
}
