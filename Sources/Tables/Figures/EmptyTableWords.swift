import Accounts
package import Formats

/// The ways of saying under a table that there is nothing in it (本表无数据的说法).
package struct EmptyTableWords: Sendable {
  /// Words that say there is none of something.
  private let none: [String]
  /// What there is none of, where it is no fund by name.
  private let whole: [String]
  /// What is wrong under a table with an amount in it.
  private let contradicting: [String]
  /// What in such a sentence makes it speak of single cells, or of other cases.
  private let notContradicting: [String]
  /// What the tables that can be confused with one another are about.
  private let subjects: [(table: TableID, words: [String])]

  /// Reads the built-in words; throws ``DamagedData`` when the file does not say what it has to.
  package static func standard() throws(DamagedData) -> EmptyTableWords { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("empty-tables.json", of: embeddedFiles, EmptyTableWords.init)
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    none = try node.field("none").strings()
    whole = try node.field("whole").strings()
    contradicting = try node.field("contradicting").strings()
    notContradicting = try node.field("notContradicting").strings()
    var subjects: [(table: TableID, words: [String])] = []
    for member in try node.field("subjects").members ?? [] {
      guard let table = TableID(rawValue: member.key) else {
        throw JSONFieldError(member.value, "不能是“\(member.key)”，应是表的编号")
      }
      subjects.append((table, try member.value.strings()))
    }
    self.subjects = subjects
  }

  /// Whether a line says of a table that there is nothing in it; what it says of another fund alone (政府性基金 under
  /// 国有资本经营预算) it does not say of this one.
  package func say(_ line: String, isEmpty table: TableID) -> Bool {
    let words = line.foldedForComparison
    guard none.contains(where: { words.holds($0) }) else { return false }
    let named = subjects(of: words)
    return named.contains(table) || (named.isEmpty && whole.contains { words.holds($0) })
  }

  /// Whether a line says that there is nothing of another fund, and does not name that of the table.
  package func say(_ line: String, isEmptyAnotherThan table: TableID) -> Bool {
    let words = line.foldedForComparison
    guard none.contains(where: { words.holds($0) }) else { return false }
    let named = subjects(of: words)
    return !named.contains(table) && named.contains { $0 == .t07 || $0 == .t08 }
  }

  /// Whether a line says of a table as a whole that there is nothing in it, whatever else it may be about.
  package func contradict(_ line: String, amountsIn table: TableID) -> Bool {
    let words = line.foldedForComparison
    guard contradicting.contains(where: { words.holds($0) }), !notContradicting.contains(where: { words.holds($0) })
    else { return false }
    let named = subjects(of: words)
    return named.isEmpty || named.contains(table)
  }

  private func subjects(of words: String) -> [TableID] {
    subjects.filter { one in one.words.contains { words.holds($0) } }.map(\.table)
  }
}
