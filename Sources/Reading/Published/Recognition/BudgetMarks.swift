import Accounts
import Formats
import Tables

/// The words by which a budget (部门预算公开) is told from final accounts (决算), as data.
struct BudgetMarks: Sendable {
  /// What the title of the whole ends with.
  private let documents: [String]
  /// The titles of tables that budgets have and final accounts do not.
  private let tables: Set<String>

  /// What a publication says by which it is a budget.
  struct Budget: Equatable, Sendable {
    /// The title of the whole, or of its first table, and where it stands.
    let title: String
    let place: SourceLocation
    /// Nil where no title says it.
    let year: Int?
  }

  /// Reads the built-in words; throws ``DamagedData`` when they are damaged.
  static func standard() throws(DamagedData) -> BudgetMarks {
    try JSONText.builtIn("budget.json", of: embeddedFiles) { node throws(JSONFieldError) in
      BudgetMarks(documents: try node.field("documents").strings(), tables: Set(try node.field("tables").strings()))
    }
  }

  /// The budget that lines are of; nil where they are of anything else.
  ///
  /// Final accounts compare with budgets, and so its words alone say nothing: a budget bears the title of one, or has three
  /// of its tables, and no title of it has the word 决算.
  func budget(in lines: some Sequence<(text: String, place: SourceLocation)>) -> Budget? {
    var title: Budget?
    var first: Budget?
    var found: Set<String> = []
    for line in lines where line.text.utf8.count <= Self.longestTitle {
      let words = comparableWords(withoutNumbering(line.text))
      let isTableTitle = words.ends(with: "表")
      if words.holds("决算"), isTableTitle || words.ends(with: "决算") || words.ends(with: "公开") { return nil }
      let year = Self.year(in: words)
      if title == nil, year != nil, documents.contains(where: words.ends(with:)) {
        title = Budget(title: line.text.trimmed, place: line.place, year: year)
      }
      guard isTableTitle, let name = tableName(words) else { continue }
      found.insert(name)
      if first == nil { first = Budget(title: line.text.trimmed, place: line.place, year: year) }
    }
    if let title, !found.isEmpty { return title }
    guard let first, found.count >= 3 else { return nil }
    return title ?? first
  }

  private static let longestTitle = 200

  /// The title of a budget's table that words end with behind a year, a number or a unit's name; nil where they are none.
  private func tableName(_ words: String) -> String? {
    if tables.contains(words) { return words }
    for mark in ["年度", "年", ":"] {
      guard let end = words.ranges(of: mark).last?.upperBound else { continue }
      let rest = String(words[end...])
      if tables.contains(rest) { return rest }
    }
    // 表一收支总表, 附表1收支总表.
    guard let code = ["附表", "表"].first(where: words.begins(with:)) else { return nil }
    let rest = String(words.dropFirst(code.count).drop { $0.isNumber || "一二三四五六七八九十-".contains($0) })
    return tables.contains(rest) ? rest : nil
  }

  /// The year that words name; nil where they name none.
  private static func year(in words: String) -> Int? {
    guard let mark = words.firstIndex(of: "年") else { return nil }
    let digits = words[..<mark].suffix(4)
    return digits.utf8.count == 4 ? Int(digits) : nil
  }
}
