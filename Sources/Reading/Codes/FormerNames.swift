import Accounts

/// What codes were called in other years (曾用名), for texts that go on saying it.
enum FormerNames {
  /// The former names of a year's editions of the code tables, each with the code that bore it. Linear in the tables.
  ///
  /// The code book has them too, and much else that a text needs not.
  static func standard(year: Int) -> [(code: String, name: String)] {
    // Split at bytes: characters cost ten times as much, and every narrative asks for them.
    CodeTables.editions(upTo: year).compactMap { embeddedFiles["codes/\($0)/aliases.csv"] }.flatMap { text in
      text.utf8.split { $0 == 0x0A || $0 == 0x0D }.dropFirst().compactMap { line in
        let cells = line.split(separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
        return cells.count > 1 ? (String(Substring(cells[0])), String(Substring(cells[1]))) : nil
      }
    }
  }
}
