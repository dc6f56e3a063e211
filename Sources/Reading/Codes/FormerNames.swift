import Accounts

/// What codes were called in other years (曾用名), for texts that go on saying it.
enum FormerNames {
  /// The former names of a year's edition of the code tables, each with the code that bore it. Linear in the table.
  ///
  /// The code book has them too, and much else that a text needs not.
  static func standard(year: Int) -> [(code: String, name: String)] {
    let path = "codes/\(CodeTables.edition(of: year))/aliases.csv"
    return (embeddedFiles[path] ?? "").split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      return cells.count > 1 ? (String(cells[0]), String(cells[1])) : nil
    }
  }
}
