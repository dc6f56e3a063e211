import Accounts
import Tables

extension StructureCheck {
  /// C06: a code with expenditure in 05, 07 or 08 that 03 lacks, which lists whatever anything was spent on.
  static let codeWithoutExpenditure = StructureCheck(.codeWithoutExpenditure) { rule, input in
    let whole = ListedCodes(input.tables, in: .t03, input.coverage)
    let parts: [(table: TableID, columns: ClosedRange<Int>)] = [(.t05, 1...3), (.t07, 3...5), (.t08, 1...3)]
    return parts.flatMap { id, columns in
      input.lowestRows(of: id).filter { $0.hasAmount(in: columns) && whole.lists($0.code) == false }.map { row in
        rule.finding(
          "\(input.name(of: id))的 \(row.code) \(row.name)有支出，\(input.name(of: .t03))没有列这个科目", at: row.figure)
      }
    }
  }
}

extension StructureInput {
  /// The rows of a code table that have no row of a lower level below them; of those above, these say more.
  func lowestRows(of id: TableID) -> [Table.CodeRow] {
    let rows = codeRows.first { $0.table.id == id }?.rows ?? []
    let parents = Set(
      rows.flatMap { row in [3, 5].filter { $0 < row.code.utf8.count }.map { String(row.code.prefix($0)) } })
    return rows.filter { !parents.contains($0.code) }
  }

  /// What a table is called; its number in the national form where the disclosure lacks it.
  func name(of id: TableID) -> String { tables[id]?.name ?? "公开\(id.rawValue)表" }
}

extension Table.CodeRow {
  /// Whether any figure of these columns is an amount other than zero.
  func hasAmount(in columns: ClosedRange<Int>) -> Bool {
    figures.contains { figure in
      guard columns.contains(figure.address.column), case .number(let count, _) = figure.figure.content else {
        return false
      }
      return count != 0
    }
  }
}
