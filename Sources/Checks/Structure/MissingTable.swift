import Accounts
import Tables

extension StructureCheck {
  /// D01: a table of the form that the disclosure lacks; one that may be among what was not understood is not missed, and
  /// where its title stands alone D26 says so.
  static let missingTable = StructureCheck(.missingTable) { rule, input in
    let titled = Set(input.tables.titlesAlone.map(\.table))
    return input.form.tables.filter { input.coverage.lacks($0.id) && !titled.contains($0.id) }.map { table in
      // The information beside the accounts (相关信息统计表) is published as a table by few places.
      rule.finding("没有\(table.formCode)《\(table.title)》", in: table.id == .t10 ? .ofSomePlaces : nil)
    }
  }
}
