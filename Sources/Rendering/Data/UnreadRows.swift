import Accounts
import Tables

/// What of a publication was not read and why, as the rows of a list (没有读懂).
enum UnreadRows {
  static let headings = ["表", "位置", "原文", "为什么没有读"]

  static func rows(of tables: TableSet) -> [[String]] {
    tables.unread.map { part in [part.table?.publicName ?? "", part.place.description, part.text, part.reason] }
  }
}
