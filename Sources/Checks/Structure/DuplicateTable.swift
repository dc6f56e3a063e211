import Accounts
import Tables

extension StructureCheck {
  /// D02: a table that is printed twice.
  static let duplicateTable = StructureCheck(.duplicateTable) { rule, input in
    var seen: [TableID: Table] = [:]
    return input.tables.tables.filter { table in
      guard let first = seen[table.id] else {
        seen[table.id] = table
        return false
      }
      // Some places print one twice under two titles, once with balances and once without.
      return table.title == first.title || !table.agrees(with: first)
    }.map { table in
      rule.finding("《\(table.title)》出现了不止一次，只核对了第一份", place: table.place)
    }
  }
}

extension Table {
  /// Whether what stands in both of two prints is the same.
  fileprivate func agrees(with other: Table) -> Bool {
    let figures = Dictionary(other.figures.map { ($0.address, $0.figure) }, uniquingKeysWith: { one, _ in one })
    return self.figures.allSatisfy { figure in figures[figure.address].map { $0 == figure.figure } ?? true }
  }
}
