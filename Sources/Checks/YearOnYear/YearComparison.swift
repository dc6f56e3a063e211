import Accounts
package import Tables

/// This year's figures beside last year's: what changed most, and whether the text says why.
package struct YearComparison: Sendable {
  /// Whether the text gives a reason for a change.
  package enum Reason: Hashable, Sendable {
    /// The sentence that does.
    case given(String)
    /// The text tells of the change and not why.
    case missing
    /// The text does not tell of the change.
    case notMentioned
  }

  /// A figure of both years.
  package struct Entry: Sendable {
    package let address: FigureAddress
    /// What the figure is called.
    package let name: String
    /// This year's figure as printed; empty for none.
    package let now: String
    /// Last year's figure as printed; empty for none.
    package let before: String
    /// This year's less last year's, as printed.
    package let change: String
    /// The change in per cent of last year's; nil where there was nothing.
    package let rate: String?
    package let reason: Reason
    /// How much the figure changed, in the last place of a fen or of things.
    fileprivate let size: UInt64
  }

  /// What changed: first what the text tells of without a reason, then by how much.
  package let changed: [Entry]
  /// Last year's figure of every address that has one, as printed.
  package let before: [FigureAddress: String]

  /// Compares the figures of two years; takes time in proportion to them.
  ///
  /// A blank, and a code that a table does not print, mean that there was nothing. A table that last year's
  /// disclosure lacks is not compared, nor are figures in different units.
  package init(_ now: TableSet, _ prior: TableSet, catalogue: QuantityCatalogue) {
    var told: [String: Claim] = [:]
    for claim in now.prose?.claims ?? []
    where claim.measure == .change && claim.base == Claim.lastYear && told[claim.quantity] == nil {
      told[claim.quantity] = claim
    }
    var changed: [Entry] = []
    var before: [FigureAddress: String] = [:]
    let coverage = Coverage(prior)
    for id in TableID.allCases {
      guard let table = now[id], let lastYear = prior[id] else { continue }
      var old: [FigureAddress: Figure] = [:]
      for figure in lastYear.figures where figure.figure.content != .blank {
        old[figure.address] = figure.figure
        before[figure.address] = figure.figure.text
      }
      for (figure, name) in table.namedFigures {
        // What was not read of last year is neither a change nor none.
        guard old[figure.address] != nil || coverage.unread(figure.address, isPrinted: false) == nil else { continue }
        guard
          let entry = Self.entry(
            figure, name, old[figure.address],
            claim: catalogue.name(of: figure.address).flatMap { told[$0] }, now.prose)
        else { continue }
        changed.append(entry)
      }
    }
    func isUnexplained(_ entry: Entry) -> Bool { entry.reason == .missing }
    self.changed = changed.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if isUnexplained(one) != isUnexplained(other) { return isUnexplained(one) }
      return (other.size, left.offset) < (one.size, right.offset)
    }.map(\.element)
    self.before = before
  }

  /// The figure beside last year's; nil where it did not change or cannot be compared.
  private static func entry(
    _ figure: TableFigure, _ name: String, _ old: Figure?, claim: Claim?, _ prose: Prose?
  ) -> Entry? {
    let now = figure.figure
    guard now.content != .blank || old != nil, old.map({ $0.unit == now.unit }) ?? true else { return nil }
    func count(_ figure: Figure?) -> (Int64, Int)? {
      switch figure?.content {
      case .number(let count, let decimals): (count, decimals)
      case .blank, nil: (0, 0)
      case .dash, .awaited: nil
      }
    }
    guard let (new, places) = count(now), let (last, lastPlaces) = count(old) else { return nil }
    let decimals = max(places, lastPlaces)
    func scaled(_ count: Int64, _ places: Int) -> Int128 {
      (places..<decimals).reduce(Int128(count)) { count, _ in count * 10 }
    }
    let difference = scaled(new, places) - scaled(last, lastPlaces)
    guard difference != 0, let change = Int64(exactly: difference), change != .min else { return nil }
    let text = decimalText(abs(change), decimals: decimals)
    let moved = Figure(printed: text, unit: now.unit)
    let rate = last > 0 ? old.flatMap { moved?.percentage(of: $0) } : nil
    let reason: Reason =
      if let claim { prose?.reason(for: claim).map { .given($0) } ?? .missing } else { .notMentioned }
    let sign = change < 0 ? "-" : "+"
    return Entry(
      address: figure.address, name: name, now: now.text, before: old?.text ?? "", change: sign + text,
      rate: rate.map { sign + $0.text }, reason: reason,
      size: (decimals..<6).reduce(change.magnitude) { size, _ in
        let (product, overflow) = size.multipliedReportingOverflow(by: 10)
        return overflow ? .max : product
      })
  }
}
