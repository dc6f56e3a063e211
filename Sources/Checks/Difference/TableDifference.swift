package import Accounts
package import Tables

/// How the figures of two disclosures differ, address by address.
///
/// Where both say which exact amount stands behind a figure that is printed alike, these are compared too, in 元.
/// Figures printed to different precision (12.3 and 12.34, 元 and 万元) agree when the finer is one that the coarser
/// stands for. An address that one disclosure lacks and the other leaves blank is no difference.
package struct TableDifference: Sendable {
  /// One address at which the disclosures differ.
  package struct Entry: Sendable, Hashable {
    package let address: FigureAddress
    /// What the figure is called.
    package let label: String
    /// The figure in the first disclosure; nil where it has none there.
    package let first: Figure?
    /// The figure in the second disclosure; nil where it has none there.
    package let second: Figure?
    /// Where it stands in the first disclosure.
    package let firstPlace: SourceLocation?
    /// Where it stands in the second disclosure.
    package let secondPlace: SourceLocation?

    /// Which of the disclosures have the figure.
    package var presence: Presence { first == nil ? .onlySecond : second == nil ? .onlyFirst : .both }

    /// The second less the first, as printed; nil unless both are numbers in one unit.
    package var difference: String? {
      guard let first, let second, first.unit == second.unit,
        case .number(let one, let places) = first.content, case .number(let other, let otherPlaces) = second.content
      else { return nil }
      let decimals = max(places, otherPlaces)
      var difference = Int128(other)
      var subtrahend = Int128(one)
      for _ in otherPlaces..<decimals { difference *= 10 }
      for _ in places..<decimals { subtrahend *= 10 }
      difference -= subtrahend
      return Int64(exactly: difference).map { decimalText($0, decimals: decimals) }
    }
  }

  /// Which of the disclosures have a figure.
  package enum Presence: Sendable, CaseIterable {
    case both, onlyFirst, onlySecond
  }

  /// The differences: by table, within a table in the order of the first disclosure, then what only the second has.
  package let entries: [Entry]
  /// How many addresses were compared.
  package let compared: Int
  /// How many could not be compared, since one of the disclosures has what was not read there.
  package let unread: Int

  /// Whether nothing differs, and all was compared.
  package var isEmpty: Bool { entries.isEmpty && unread == 0 }

  /// How many differences there are of a kind.
  package func count(_ presence: Presence) -> Int { entries.count { $0.presence == presence } }

  /// Compares two disclosures; of a table printed twice the first print counts. Linear in the figures, but for naming
  /// those that differ.
  package init(from first: TableSet, to second: TableSet) {
    var entries: [Entry] = []
    var compared = 0
    var unread = 0
    let coverages = (Coverage(first), Coverage(second))
    for id in TableID.allCases {
      let (one, other) = (first[id], second[id])
      let ownFigures = Self.figures(one)
      let otherFigures = Self.figures(other)
      for address in ownFigures.order + otherFigures.order.filter({ ownFigures.byAddress[$0] == nil }) {
        let (left, right) = (ownFigures.byAddress[address], otherFigures.byAddress[address])
        if left == nil && coverages.0.mayHold(address) || right == nil && coverages.1.mayHold(address) {
          unread += 1
          continue
        }
        compared += 1
        var pair = (left?.figure, right?.figure)
        if Self.agree(pair.0, pair.1) {
          guard let own = left?.exact, let its = right?.exact, own != its else { continue }
          pair = (Figure(own, in: .yuan, decimals: 2), Figure(its, in: .yuan, decimals: 2))
        }
        let words = left == nil ? other?.words(at: address) : one?.words(at: address)
        entries.append(
          Entry(
            address: address, label: words ?? "", first: pair.0, second: pair.1,
            firstPlace: left?.place, secondPlace: right?.place))
      }
    }
    self.entries = entries
    self.compared = compared
    self.unread = unread
  }

  private static func figures(_ table: Table?) -> (order: [FigureAddress], byAddress: [FigureAddress: TableFigure]) {
    var order: [FigureAddress] = []
    var byAddress: [FigureAddress: TableFigure] = [:]
    for figure in table?.figures ?? [] where byAddress[figure.address] == nil {
      order.append(figure.address)
      byAddress[figure.address] = figure
    }
    return (order, byAddress)
  }

  private static func agree(_ first: Figure?, _ second: Figure?) -> Bool {
    guard let first, let second else { return (first ?? second)?.content == .blank }
    if first.content == second.content, first.unit == second.unit || first.content == .blank { return true }
    guard let one = first.interval, let other = second.interval, case .money = first.unit, case .money = second.unit
    else { return false }
    return one.count != other.count && (one.contains(other) || other.contains(one))
  }
}

extension ClosedRange<Int64> {
  fileprivate func contains(_ other: Self) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
