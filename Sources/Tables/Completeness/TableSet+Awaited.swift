import Accounts

extension TableSet {
  /// The tables with a mark (待补) in place of every figure that depends on what the ledger has yet to say, so that it is
  /// taken neither for nothing nor for the sum of what is known.
  package func awaiting(_ gaps: LedgerGaps) -> TableSet {
    guard !gaps.all.isEmpty else { return self }
    return with(tables.map { $0.awaiting(gaps) })
  }
}

extension TableFigure {
  /// The figure, or where it depends on what is not known yet the mark in its place.
  package func awaiting(_ gaps: LedgerGaps) -> TableFigure {
    guard composition.contains(where: gaps.awaits) else { return self }
    return TableFigure(address, .awaited(figure.unit), composition: composition, place: place)
  }
}

extension Table {
  fileprivate func awaiting(_ gaps: LedgerGaps) -> Table {
    guard figures.contains(where: { $0.composition.contains(where: gaps.awaits) }) else { return self }
    let rows = rows.map { row in
      Row(
        row.cells.map { cell in
          guard case .figure(let figure) = cell.content else { return cell }
          return Cell(
            .figure(figure.awaiting(gaps)), columns: cell.columns, isRowHeading: cell.isRowHeading, indent: cell.indent)
        }, isTotal: row.isTotal)
    }
    // Whether there is nothing is not known either, so that nothing is said of it; the note of all tables stays.
    return Table(
      id: id, title: title, formCode: formCode, unitLine: unitLine, period: period, currency: currency, isWide: isWide,
      header: header, rows: rows, notes: Array(notes.prefix(1)))
  }
}
