package import Accounts
package import Tables

extension TableSet {
  /// The tables with another figure at an address. Linear in the rows of that table.
  package func replacing(_ figure: Figure, at address: FigureAddress) -> TableSet {
    let tables = tables.map { table in table.id == address.table ? table.replacing(figure, at: address) : table }
    return TableSet(unitName: unitName, year: year, scope: scope, tables: tables, unread: unread)
  }
}

extension Table {
  fileprivate func replacing(_ figure: Figure, at address: FigureAddress) -> Table {
    var rows = rows
    for (rowIndex, row) in rows.enumerated() {
      for (cellIndex, cell) in row.cells.enumerated() {
        guard case .figure(let old) = cell.content, old.address == address else { continue }
        var cells = row.cells
        cells[cellIndex] = Cell(
          .figure(TableFigure(address, figure, composition: old.composition, place: old.place)), columns: cell.columns,
          isRowHeading: cell.isRowHeading, indent: cell.indent)
        rows[rowIndex] = Row(cells, isTotal: row.isTotal)
      }
    }
    return Table(
      id: id, title: title, formCode: formCode, unitLine: unitLine, period: period, currency: currency, isWide: isWide,
      header: header, rows: rows, notes: notes)
  }
}
