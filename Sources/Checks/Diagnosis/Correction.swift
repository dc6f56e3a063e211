import Accounts
import Tables

/// Figures that are put in place of what is printed, to see what is found then.
struct Correction {
  private var figures: [FigureAddress: Figure] = [:]
  private var claims: [Int: (figure: Figure, direction: Direction?)] = [:]

  /// Puts in what a suspect should be.
  mutating func correct(_ suspect: Suspect, in net: RelationNet) {
    let member = net.members[suspect.position]
    let figure = net.figure(suspect.count, at: suspect.position)
    if let claim = member.claim {
      let isChange = member.figure.address.column == Measure.change.column
      claims[claim] = (figure, isChange ? suspect.count < 0 ? .less : suspect.count > 0 ? .more : .equal : nil)
    } else {
      figures[member.figure.address] = figure
    }
  }

  /// The tables with these figures.
  func applied(to tables: TableSet) -> TableSet {
    claims.reduce(figures.isEmpty ? tables : tables.replacing(figures)) { tables, claim in
      tables.restating(claim: claim.key, as: claim.value.figure, direction: claim.value.direction)
    }
  }
}

extension RelationNet {
  /// The figure that prints as a count of its last place, in the unit and the way of the one printed.
  func figure(_ count: Int64, at position: Int) -> Figure {
    let member = members[position]
    let old = member.figure.figure
    let isChange = member.claim != nil && member.figure.address.column != Measure.amount.column
    let text = decimalText(isChange ? abs(count) : count, decimals: decimals(of: member))
    let isGrouped = old.text.utf8.contains(UInt8(ascii: ","))
    return Figure(printed: isGrouped ? groupedDigits(text) : text, unit: old.unit) ?? .blank(old.unit)
  }

  /// How many decimals stand behind the point of what a figure prints.
  private func decimals(of member: Member) -> Int {
    if case .number(_, let decimals) = member.figure.figure.content { return decimals }
    guard case .money(let unit) = member.figure.figure.unit else { return 0 }
    var (decimals, step) = (0, unit.fen)
    while step > member.step, decimals < 6 { (decimals, step) = (decimals + 1, step / 10) }
    return decimals
  }

  /// What should be printed, as a reader is told it.
  func text(_ count: Int64, at position: Int, _ tables: TableSet) -> String {
    let figure = figure(count, at: position)
    guard let claim = members[position].claim.flatMap({ tables.prose?.claims[$0] }) else { return figure.text }
    let direction: Direction? = claim.direction == nil ? nil : count < 0 ? .less : .more
    return Claim(claim.quantity, claim.measure, of: claim.base, direction: direction, figure: figure, line: claim.line)
      .printed
  }
}
