import Accounts
import Tables

extension StructureCheck {
  /// D02: a table that is printed twice.
  static let duplicateTable = StructureCheck(
    id: "D02", title: "每张表只有一份", severity: .error, basis: "部门决算公开的规定格式"
  ) { check, input in
    var seen: Set<TableID> = []
    return input.tables.tables.filter { !seen.insert($0.id).inserted }.map { table in
      check.finding("《\(table.title)》出现了不止一次，只核对了第一份", place: table.place, advice: "请删去多余的一份")
    }
  }
}
