import Accounts
import Tables

extension StructureCheck {
  /// D01: a table of the form that the disclosure lacks.
  static let missingTable = StructureCheck(
    id: "D01", title: "表样中的各表齐全", severity: .error, basis: "部门决算公开的规定格式"
  ) { check, input in
    input.form.tables.filter { input.tables[$0.id] == nil }.map { table in
      check.finding("没有\(table.formCode)《\(table.title)》", advice: "请补上这张表；没有数据的也应保留表格并注明本表无数据")
    }
  }
}
