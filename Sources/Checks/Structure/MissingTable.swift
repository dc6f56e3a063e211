import Accounts
import Tables

extension StructureCheck {
  /// D01: a table of the form that the disclosure lacks.
  static let missingTable = StructureCheck(.missingTable) { rule, input in
    input.form.tables.filter { input.tables[$0.id] == nil }.map { table in
      rule.finding("没有\(table.formCode)《\(table.title)》")
    }
  }
}
