import Accounts
import Tables

extension StructureCheck {
  /// D08: something in a table that could not be understood, and so was not checked.
  static let unreadPart = StructureCheck(
    id: "D08", title: "表中的内容都能读懂", severity: .warning, basis: "读不懂的不猜测，所涉的勾稽不核对"
  ) { check, input in
    input.tables.unread.map { part in
      let table = part.table.flatMap { id in input.form[id] }.map { "\($0.name)中的" } ?? ""
      return check.finding(
        "\(table)\(Problem.quoted(part.text))没有读懂：\(part.reason)", place: part.place, advice: "请核对原文")
    }
  }
}
