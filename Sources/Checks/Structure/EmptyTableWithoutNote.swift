import Accounts
import Tables

extension StructureCheck {
  /// D03: a table without a number that does not say so, or one with numbers that says it has none.
  static let emptyTableWithoutNote = StructureCheck(.emptyTableWithoutNote) { rule, input in
    // Tables kept as CSV have no room for notes; where none has any, none is missing.
    guard input.tables.tables.contains(where: { !$0.notes.isEmpty }) else { return [] }
    return input.tables.tables.compactMap { table in
      guard input.coverage.doubt(about: table.id) == nil else { return nil }
      let isEmpty = !table.rows.contains { row in
        row.cells.contains { cell in
          guard case .figure(let figure) = cell.content, case .number = figure.figure.content else { return false }
          return true
        }
      }
      let saysSo = table.notes.contains { $0.holds("无数据") || $0.holds("没有数据") }
      guard isEmpty != saysSo else { return nil }
      return isEmpty
        ? rule.finding("《\(table.title)》没有一个数，也没有说明", place: table.place)
        : rule.finding("《\(table.title)》有数，却说明本表无数据", place: table.place, in: .filledThoughSaidEmpty)
    }
  }
}
