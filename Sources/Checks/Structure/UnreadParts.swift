import Accounts
import Tables

extension StructureCheck {
  /// D08: something in a table that could not be understood, and so was not checked.
  static let unreadPart = StructureCheck(.unreadPart) { rule, input in
    input.tables.unread.map { part in
      let table = part.table.flatMap { id in input.form[id] }.map { "\($0.name)中的" } ?? ""
      return rule.finding(
        "\(table)\(Problem.quoted(part.text))没有读懂：\(part.reason)", place: part.place)
    }
  }
}
