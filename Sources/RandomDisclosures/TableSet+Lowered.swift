import Accounts
package import Tables

extension TableSet {
  /// The disclosure with the figures of a table printed so many rows too low: the first rows are blank, and those of the last
  /// are lost.
  package func lowering(_ id: TableID, by distance: Int) -> TableSet {
    var columns: [Int: [TableFigure]] = [:]
    for row in self[id]?.rows ?? [] {
      var column = 0
      for cell in row.cells {
        if case .figure(let figure) = cell.content { columns[column, default: []].append(figure) }
        column += cell.columns
      }
    }
    var figures: [FigureAddress: Figure] = [:]
    for column in columns.values {
      for (row, figure) in column.enumerated() {
        figures[figure.address] = row < distance ? .blank(figure.figure.unit) : column[row - distance].figure
      }
    }
    return replacing(figures)
  }
}
