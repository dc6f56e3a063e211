import Accounts
import Tables

/// The tables of a publication as other places print them (各地的印法): a web page made from what an example publishes, whose
/// titles, heads, codes and rows can be put otherwise, the figures staying as they are.
struct OtherPrint {
  /// A cell of a page's table.
  struct Cell: Equatable {
    var text: String
    var columns = 1
    var rows = 1
    var address: FigureAddress?
    /// The exact amount behind its figure.
    var exact: Amount?
  }

  struct Table {
    let id: TableID
    var title: String
    var captions: [String]
    var header: [[Cell]]
    var rows: [[Cell]]
    var notes: [String]
    /// Before which of its rows another table of the page begins, with what stands between.
    var breaks: [(row: Int, between: String)] = []
  }

  var tables: [Table]
  /// The unit's name.
  let unit: String

  init(_ read: TableSet) {
    unit = read.unitName ?? ""
    tables = read.tables.map { table in
      Table(
        id: table.id, title: table.title, captions: [table.formCode, table.unitLine, table.period, table.currency],
        header: table.header.map { row in row.cells.map { Cell(text: $0.text, columns: $0.columns, rows: $0.rows) } },
        rows: table.rows.map { row in
          row.cells.map { cell in
            if case .figure(let figure) = cell.content {
              return Cell(text: cell.text, columns: cell.columns, address: figure.address, exact: figure.exact)
            }
            return Cell(text: cell.text, columns: cell.columns)
          }
        },
        notes: table.notes)
    }
  }

  /// What is printed at each address where something is.
  var printed: [FigureAddress: String] {
    var printed: [FigureAddress: String] = [:]
    for cell in tables.flatMap(\.rows).joined() {
      if let address = cell.address, !cell.text.isEmpty { printed[address] = cell.text }
    }
    return printed
  }

  /// The page.
  var page: String {
    var text = "<!DOCTYPE html><html><body><h1>\(unit)2024年度部门决算公开</h1>\n"
    for table in tables {
      text += "<p>\(table.title)</p>\n"
      for caption in table.captions where !caption.isEmpty { text += "<p>\(caption)</p>\n" }
      text += "<table>\n"
      for row in table.header { text += Self.row(row) }
      for (index, row) in table.rows.enumerated() {
        if let broken = table.breaks.first(where: { $0.row == index }) {
          text += "</table>\n\(broken.between)<table>\n"
        }
        text += Self.row(row)
      }
      text += "</table>\n"
      for note in table.notes { text += "<p>\(note)</p>\n" }
    }
    return text + "</body></html>\n"
  }

  static func row(_ cells: [Cell]) -> String {
    let cells = cells.map { cell in
      let columns = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
      let rows = cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : ""
      return "<td\(columns)\(rows)>\(cell.text)</td>"
    }
    return "<tr>\(cells.joined())</tr>\n"
  }

  /// The tables with one of them, or all of some, put otherwise.
  func changing(_ ids: Set<TableID>, _ change: (inout Table) -> Void) -> OtherPrint {
    var other = self
    for index in other.tables.indices where ids.contains(other.tables[index].id) { change(&other.tables[index]) }
    return other
  }

  /// The tables with every cell of their rows put otherwise.
  func changingCells(of ids: Set<TableID> = Set(TableID.allCases), _ change: (inout Cell) -> Void) -> OtherPrint {
    changing(ids) { table in
      for row in table.rows.indices {
        for cell in table.rows[row].indices { change(&table.rows[row][cell]) }
      }
    }
  }

  /// The tables whose rows are function codes (功能分类科目).
  static let codeTables: Set<TableID> = [.t02, .t03, .t05, .t07, .t08]
}
