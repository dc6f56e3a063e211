import Accounts
package import Tables

/// The form in which a publication was read, and how well that fits (表样与吻合程度).
package struct ReadForm: Sendable, Equatable {
  /// The name by which the form is chosen: `national`.
  package let id: String
  package let year: Int
  /// What people call it.
  package let name: String
  /// How many tables the form has, and how many of them were read.
  package let formTables: Int
  package let tables: Int
  /// How many of these bear the form's titles, and how many its heads; the others were read by what their words mean.
  package let titles: Int
  package let heads: Int
  /// How many parts were not read.
  package let unread: Int

  /// How well a form fits what was read in it.
  package init(_ form: Form, _ tables: TableSet) {
    (id, year, name) = (form.id, form.year, form.name)
    formTables = form.tables.count
    let read = form.tables.compactMap { own in tables[own.id].map { (form: own, read: $0) } }
    self.tables = read.count
    titles = read.count { $0.form.title.foldedForComparison == $0.read.title.foldedForComparison }
    heads = read.count { tables.headsOfForm.contains($0.form.id) }
    unread = tables.unread.count
  }

  /// All of it in one line.
  package var summary: String {
    "表样：\(name)，\(id)。\(formTables) 张表读到 \(tables) 张，其中标题与表样相同的 \(titles) 张，表头相同的 \(heads) 张；"
      + "没有读懂 \(unread) 处。"
  }
}
