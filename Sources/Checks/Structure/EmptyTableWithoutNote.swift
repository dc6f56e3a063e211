import Accounts
import Tables

extension StructureCheck {
  /// D03: a table without a number that does not say so, or one with amounts that says it has none.
  static let emptyTableWithoutNote = StructureCheck(.emptyTableWithoutNote) { rule, input in
    // Tables kept as CSV have no room for notes; where none has any, none is missing.
    guard input.tables.tables.contains(where: { !$0.notes.isEmpty }) else { return [] }
    return input.tables.tables.compactMap { table in
      if table.hasAmount {
        return table.notes.contains { input.emptyTables.contradict($0, amountsIn: table.id) }
          ? rule.finding("《\(table.title)》有数，却说明本表无数据", place: table.place, in: .filledThoughSaidEmpty) : nil
      }
      // A part that was not read may hold the numbers.
      guard !table.hasNumber, input.coverage.doubt(about: table.id) == nil, !input.coverage.mayHoldNote(table.id),
        !table.notes.contains(where: { input.emptyTables.say($0, isEmpty: table.id) })
      else { return nil }
      let isOfAnother = table.notes.contains { input.emptyTables.say($0, isEmptyAnotherThan: table.id) }
      return rule.finding(
        "《\(table.title)》没有一个数，\(isOfAnother ? "表下的说明说的却是另一项资金" : "也没有说明")", place: table.place)
    }
  }
}

extension Table {
  /// Whether any figure of it is a number other than zero.
  fileprivate var hasAmount: Bool {
    rows.contains { row in
      row.cells.contains { cell in
        guard case .figure(let figure) = cell.content, case .number(let count, _) = figure.figure.content else {
          return false
        }
        return count != 0
      }
    }
  }
}
