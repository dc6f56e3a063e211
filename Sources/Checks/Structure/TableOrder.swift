import Accounts
import Tables

extension StructureCheck {
  /// D27: tables in another order than the form's; those of several files have none.
  static let tableOrder = StructureCheck(.tableOrder) { rule, input in
    let places = Dictionary(
      input.form.tables.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<TableID> = []
    let tables = input.tables.tables.filter { places[$0.id] != nil && seen.insert($0.id).inserted }
    let files = Set(tables.compactMap { $0.place?.file })
    guard files.count == 1 else { return [] }
    return zip(tables, tables.dropFirst()).filter { before, after in
      (places[before.id] ?? 0) > (places[after.id] ?? 0)
    }.prefix(1).map { before, after in
      rule.finding("\(after.name)排在\(before.name)之后，与表样的次序不同", place: after.place)
    }
  }
}
