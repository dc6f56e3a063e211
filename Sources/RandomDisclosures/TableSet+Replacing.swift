package import Accounts
package import Tables

extension TableSet {
  /// The tables with other figures at some addresses. Linear in the rows of the tables concerned.
  package func replacing(_ figures: [FigureAddress: Figure]) -> TableSet {
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
  fileprivate func replacing(_ figures: [FigureAddress: Figure]) -> Table {
    var rows = rows
    for (rowIndex, row) in rows.enumerated() {
      for (cellIndex, cell) in row.cells.enumerated() {
        guard case .figure(let old) = cell.content, let figure = figures[old.address] else { continue }
        var cells = rows[rowIndex].cells
        cells[cellIndex] = Cell(
          .figure(TableFigure(old.address, figure, composition: old.composition, place: old.place)),
          columns: cell.columns, isRowHeading: cell.isRowHeading, indent: cell.indent)
        rows[rowIndex] = Row(cells, isTotal: row.isTotal)
      }
    }
    return Table(
      id: id, title: title, formCode: formCode, unitLine: unitLine, period: period, currency: currency, isWide: isWide,
      header: header, rows: rows, notes: notes)
  }
}
