import Accounts
import Tables

extension StructureCheck {
  /// D02: a table that is printed twice.
  static let duplicateTable = StructureCheck(.duplicateTable) { rule, input in
    var seen: Set<TableID> = []
    return input.tables.tables.filter { !seen.insert($0.id).inserted }.map { table in
      rule.finding("《\(table.title)》出现了不止一次，只核对了第一份", place: table.place)
    }
  }
}
