package import Accounts

extension TableSet {
  /// The tables with other figures at some addresses. Linear in the rows of the tables concerned.
  package func replacing(_ figures: [FigureAddress: Figure]) -> TableSet {
    replacing(figures.mapValues { Optional($0) })
  }

  /// The same, where nil stands for a figure that is not known: its cell is unread.
  package func replacing(_ figures: [FigureAddress: Figure?]) -> TableSet {
    let concerned = Set(figures.keys.map(\.table))
    func replaced(_ tables: [Table]) -> [Table] {
      tables.map { table in concerned.contains(table.id) ? table.replacing(figures) : table }
    }
    var changed = with(replaced(tables))
    changed.supplementary = replaced(supplementary)
    return changed
  }

  /// The tables with another figure at an address.
  package func replacing(_ figure: Figure, at address: FigureAddress) -> TableSet { replacing([address: figure]) }
}

extension Table {
  fileprivate func replacing(_ figures: [FigureAddress: Figure?]) -> Table {
    with(
      rows.map { row in
        var cells = row.cells
        for (number, cell) in row.cells.enumerated() {
          guard case .figure(let old) = cell.content, let figure = figures[old.address] else { continue }
          let content: Cell.Content =
            figure.map {
              .figure(
                TableFigure(old.address, $0, composition: old.composition, place: old.place))
            } ?? .unread(old.address, text: old.figure.text, place: old.place)
          cells[number] = Cell(
            content, columns: cell.columns, isRowHeading: cell.isRowHeading, indent: cell.indent)
        }
        return Row(cells, isTotal: row.isTotal)
      })
  }

  /// The table with other rows.
  package func with(_ rows: [Row]) -> Table {
    Table(
      id: id, title: title, formCode: formCode, unitLine: unitLine, period: period, currency: currency, isWide: isWide,
      header: header, rows: rows, notes: notes)
  }
}
