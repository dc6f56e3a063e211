package import Accounts
import Formats

/// The code tables that ship with the tool, and the ones a user brings.
package enum CodeTables {
  /// The built-in code book for a fiscal year: that year's edition, else the latest before it, else the earliest.
  ///
  /// Throws ``UnusableInput`` when a built-in table is damaged.
  package static func standard(year: Int) throws(UnusableInput) -> CodeBook {
    let edition = edition(of: year)
    var book = CodeBook(year: year)
    func table(_ name: String) throws(UnusableInput) -> CodeTableFile {
      let path = "codes/\(edition)/\(name).csv"
      return try CodeTableFile(utf8: Array((embeddedFiles[path] ?? "").utf8), file: path)
    }
    let kinds: [(String, CodeBook.Classification, String)] = [
      ("functional", .function, "fund"), ("economic", .economic, "group"),
    ]
    for (name, classification, group) in kinds {
      let text = embeddedFiles["codes/\(edition)/\(name).csv"] ?? ""
      if let lines = CodeLines(text, group: group, evidence: .recalled) {
        book.take(lines, of: classification)
      } else {
        try add(table(name), to: &book, classification, defaultEvidence: .recalled)
      }
    }
    for row in try table("aliases").rows {
      book.add(
        CodeBook.FormerName(name: row[.formerName] ?? "", untilYear: row[.untilYear].flatMap { Int($0) }),
        of: row[.code] ?? "")
    }
    for row in try table("withdrawn").rows {
      book.add(
        CodeBook.Withdrawn(
          code: row[.code] ?? "", name: row[.name] ?? "",
          replacements: (row[.replacedBy] ?? "").split(separator: ";").map(String.init),
          untilYear: row[.untilYear].flatMap { Int($0) }))
    }
    for row in try table("uncertain").rows { book.add(doubt: row[.note] ?? "", about: row[.code] ?? "") }
    return book
  }

  /// The year of the edition that holds for a fiscal year: its own, else the latest before it, else the earliest.
  static func edition(of year: Int) -> Int {
    let editions = Set(embeddedFiles.keys.compactMap { path in Int(path.dropFirst("codes/".count).prefix(4)) }).sorted()
    return editions.last { $0 <= year } ?? editions.first ?? year
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
