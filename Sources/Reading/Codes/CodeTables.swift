package import Accounts
import Formats

/// The code tables that ship with the tool, and the ones a user brings.
package enum CodeTables {
  /// The built-in code book for a fiscal year: the first edition (2024) with what each later one up to that year adds, renames and
  /// withdraws; the first for a year before it.
  ///
  /// Throws ``UnusableInput`` when a built-in table is damaged.
  package static func standard(year: Int) throws(UnusableInput) -> CodeBook {
    var book = CodeBook(year: year)
    for edition in editions(upTo: year) { try add(edition, to: &book) }
    return book
  }

  private static func add(_ edition: Int, to book: inout CodeBook) throws(UnusableInput) {
    func rows(_ name: String) throws(UnusableInput) -> [CodeTableFile.Row] {
      let path = "codes/\(edition)/\(name).csv"
      guard let text = embeddedFiles[path] else { return [] }
      return try CodeTableFile(utf8: Array(text.utf8), file: path).rows
    }
    let kinds: [(String, CodeBook.Classification, String)] = [
      ("functional", .function, "fund"), ("economic", .economic, "group"),
    ]
    for (name, classification, group) in kinds {
      let path = "codes/\(edition)/\(name).csv"
      guard let text = embeddedFiles[path] else { continue }
      if let lines = CodeLines(text, group: group, evidence: .recalled) {
        book.take(lines, of: classification)
      } else {
        let table = try CodeTableFile(utf8: Array(text.utf8), file: path)
        try add(table, to: &book, classification, defaultEvidence: .recalled)
      }
    }
    for row in try rows("aliases") {
      book.add(
        CodeBook.FormerName(name: row[.formerName] ?? "", untilYear: row[.untilYear].flatMap { Int($0) }),
        of: row[.code] ?? "")
    }
    for row in try rows("withdrawn") {
      book.add(
        CodeBook.Withdrawn(
          code: row[.code] ?? "", name: row[.name] ?? "",
          replacements: (row[.replacedBy] ?? "").split(separator: ";").map(String.init),
          untilYear: row[.untilYear].flatMap { Int($0) }))
    }
    for row in try rows("uncertain") { book.add(doubt: row[.note] ?? "", about: row[.code] ?? "") }
  }

  /// The years of the editions that hold for a fiscal year, the earliest first: all up to it, or for a year before them the first.
  static func editions(upTo year: Int) -> [Int] {
    let all = Set(embeddedFiles.keys.compactMap { path in Int(path.dropFirst("codes/".count).prefix(4)) }).sorted()
    let past = all.filter { $0 <= year }
    return past.isEmpty ? Array(all.prefix(1)) : past
  }

  /// Adds the codes of a user's table, which replace built-in ones of the same number.
  ///
  /// The table is CSV with the columns `code` and `name`, optionally `fund` or `group`, `evidence` and `year` (rows of
  /// other years are passed over); Chinese headings (编码, 名称, 资金性质, 类别, 年度) are taken too. Codes beginning with 3 are
  /// economic ones, which function codes never do. Throws ``UnusableInput`` with every wrong row.
  package static func extend(_ book: inout CodeBook, withFileAt path: String) throws(UnusableInput) {
    let table = try CodeTableFile(utf8: InputFile.text(of: path), file: InputFile.displayName(of: path))
    try add(table, to: &book, nil, defaultEvidence: .user)
  }

  private static func add(
    _ table: CodeTableFile, to book: inout CodeBook, _ classification: CodeBook.Classification?,
    defaultEvidence: CodeBook.Evidence
  ) throws(UnusableInput) {
    var problems = table.problems
    for row in table.rows {
      if let year = row[.year], !year.isEmpty {
        guard let number = Int(year.foldedForComparison) else {
          problems.append(
            Problem(
              at: row.place, found: "年度是\(Problem.quoted(year))", expected: "应为四位数字，如 2024；适用于各年度时留空"))
          continue
        }
        if number != book.year { continue }
      }
      let written = row[.code] ?? ""
      let isEconomic = classification.map { $0 == .economic } ?? written.foldedForComparison.begins(with: "3")
      let code = isEconomic ? EconomicCode(written)?.digits : FunctionCode(written)?.digits
      guard let code, let name = row[.name], !name.isEmpty else {
        problems.append(
          Problem(
            at: row.place, found: "编码是\(Problem.quoted(written))，名称是\(Problem.quoted(row[.name] ?? ""))",
            expected: "编码应为三、五\(isEconomic ? "" : "或七")位数字，名称不应为空"))
        continue
      }
      book.add(
        CodeBook.Entry(
          code: code, name: name, group: row[.fund] ?? row[.group] ?? "",
          evidence: row[.evidence].flatMap { CodeBook.Evidence(rawValue: $0) } ?? defaultEvidence),
        to: isEconomic ? .economic : .function)
    }
    guard problems.isEmpty else {
      throw UnusableInput(problems.sorted { ($0.location.line ?? 0) < ($1.location.line ?? 0) })
    }
  }
}
