import Accounts
import Tables

extension StructureCheck {
  /// D25: a second 合计 of a code table that is not what the first one says, by which everything else is checked.
  ///
  /// One that says the same is no mistake: tables over several pages repeat it.
  static let contradictingTotal = StructureCheck(.contradictingTotal) { rule, input in
    input.tables.tables.flatMap { table -> [Finding] in
      let totals = table.rows.map { row in
        row.cells.compactMap { cell -> TableFigure? in
          guard case .figure(let figure) = cell.content, figure.address.row == "合计" else { return nil }
          return figure
        }
      }.filter { !$0.isEmpty }
      guard let first = totals.first else { return [] }
      return totals.dropFirst().compactMap { total -> Finding? in
        let pairs = first.compactMap { stated in
          total.first { $0.address.column == stated.address.column }.map { (stated, $0) }
        }.filter { $0.0.contradicts($0.1) }
        guard let (stated, repeated) = pairs.first else { return nil }
        return rule.finding(
          "\(table.name)有不止一个合计，这一个与第一个不同，只按第一个核对",
          operands: [stated, repeated].map { figure in
            Finding.Operand(
              address: figure.address.description, label: table.words(at: figure.address),
              printed: figure.figure.text, place: figure.place)
          }, place: repeated.place, expected: stated.figure.text.isEmpty ? nil : stated.figure.text)
      }
    }
  }
}

extension TableFigure {
  /// Whether another figure of the same place says something else; one left blank says nothing.
  fileprivate func contradicts(_ other: TableFigure) -> Bool {
    guard case .number(let count, let decimals) = other.figure.content else { return false }
    switch figure.content {
    case .number(let own, let places):
      let most = max(decimals, places)
      return (places..<most).reduce(Int128(own)) { sum, _ in sum * 10 }
        != (decimals..<most).reduce(Int128(count)) { sum, _ in sum * 10 }
    case .blank, .dash: return count != 0
    }
  }
}
