import Accounts
import Tables

extension StructureCheck {
  /// D26: the title of a table, with the unit's name or the unit of money under it, that no table follows.
  static let titleWithoutTable = StructureCheck(.titleWithoutTable) { rule, input in
    var seen: Set<TableID> = []
    return input.tables.titlesAlone.compactMap { title in
      if input.tables[title.table] != nil {
        return rule.finding("标题《\(title.title)》之后没有表，这张表印在别处", place: title.place, in: .tableElsewhere)
      }
      return seen.insert(title.table).inserted
        ? rule.finding("标题《\(title.title)》之后没有读到这张表", place: title.place) : nil
    }
  }
}
