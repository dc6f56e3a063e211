import Accounts

/// How much of a disclosure's tables was read, and so what it means that something is not in them.
///
/// Unread is neither zero nor blank: whatever is summed over rows that were not all read, compared with a figure that was
/// not read, or concluded from something not being there, is “not checked” (未核对). Every check asks here, and nowhere
/// else, whether what it did not find is known to be absent.
package struct Coverage: Sendable {
  private var present: Set<TableID> = []
  /// Why not all rows of a table are known, as a clause.
  private var gaps: [TableID: String] = [:]
  private var figures: Set<FigureAddress> = []
  /// The figures that a ledger does not tell yet (待补).
  private var awaited: Set<FigureAddress> = []
  /// The tables that are there and were not read.
  private var unreadTables: Set<TableID> = []
  /// The tables under which something stands that was not read; nil for one not known.
  private var unreadNotes: Set<TableID?> = []
  /// The tables that print rows of codes, and so have a total.
  private var withCodes: Set<TableID> = []
  /// Whether something that was not read may be any table.
  private var hasUnknownTable = false
  /// The tables of lines whose 行次 go on without a gap, or that print none.
  private var unbroken: Set<TableID> = []

  /// The tables whose rows are codes (科目), of which only those with an amount are printed.
  package static let codeTables: Set<TableID> = [.t02, .t03, .t05, .t06, .t07, .t08]

  /// Whether a table's rows that are not printed have no amount: those of codes, of which only such as have one are printed.
  package static func printsOnlyAmounts(_ table: TableID, row: String) -> Bool {
    codeTables.contains(table)
      || table.isSupplementary && (FunctionCode(row) != nil || EconomicCode(row) != nil)
  }

  /// The coverage of tables; linear in their cells.
  package init(_ tables: TableSet) {
    for part in tables.unread {
      switch (part.reach, part.table) {
      case (.figure, _), (.words, _): break
      case (.note, let table): unreadNotes.insert(table)
      case (.rows, let table?): gaps[table] = "\(table.publicName)有没有读懂的行"
      case (.rows, nil):
        hasUnknownTable = true
        for table in TableID.allCases { gaps[table] = "有没有读懂的行，不知道属于哪张表" }
      case (.table, let table?): unreadTables.insert(table)
      case (.table, nil): hasUnknownTable = true
      }
    }
    for table in tables.tables + tables.supplementary where present.insert(table.id).inserted {
      var hasTotal = false
      var hasCodes = false
      for row in table.rows {
        for cell in row.cells {
          switch cell.content {
          case .figure(let figure):
            hasTotal = hasTotal || figure.address.row == Self.total
            if figure.figure.content == .awaited { awaited.insert(figure.address) }
          case .unread(let address, _, _):
            figures.insert(address)
            hasTotal = hasTotal || address.row == Self.total
          case .number: hasCodes = true
          case .label, .empty: break
          }
        }
      }
      guard hasCodes else {
        if [.t01, .t04].contains(table.id) { unbroken.insert(table.id) }
        continue
      }
      if Self.codeTables.contains(table.id) { withCodes.insert(table.id) }
      if !hasTotal, table.id != .t06, Self.codeTables.contains(table.id), gaps[table.id] == nil {
        gaps[table.id] = "\(table.id.publicName)没有读到合计"
      }
      if [.t01, .t04].contains(table.id), !table.hasBrokenLineNumbers { unbroken.insert(table.id) }
    }
  }

  private static let total = "合计"

  /// Whether nothing of the ten tables was left unread.
  package var isWhole: Bool {
    gaps.keys.allSatisfy(\.isSupplementary) && figures.allSatisfy(\.table.isSupplementary) && awaited.isEmpty
      && unreadTables.allSatisfy(\.isSupplementary) && !hasUnknownTable
  }

  /// Whether a table is known not to be in the disclosure; false where it is, and where it may be one not understood.
  package func lacks(_ table: TableID) -> Bool {
    !present.contains(table) && !unreadTables.contains(table) && !hasUnknownTable
  }

  /// Whether a table is there and was not read.
  package func isUnread(_ table: TableID) -> Bool { unreadTables.contains(table) }

  /// Whether a table was read, or is known not to be there.
  package func isKnown(_ table: TableID) -> Bool { present.contains(table) || lacks(table) }

  /// Whether a table was read from its first row to its last, so that a row that was not found does not stand in it.
  package func listsEveryRow(_ table: TableID) -> Bool { present.contains(table) && gaps[table] == nil }

  /// Why not all rows of a table are known, as a clause; nil where they are, or it was not read at all.
  package func gap(in table: TableID) -> String? { gaps[table] }

  /// Why a table's being without a number proves nothing; nil where all of it was read.
  package func doubt(about table: TableID) -> String? {
    gaps[table] ?? (figures.contains { $0.table == table } ? "\(table.publicName)有没有读懂的数" : nil)
  }

  /// Whether a note that was not found under a table may stand there unread.
  package func mayHoldNote(_ table: TableID) -> Bool { unreadNotes.contains(table) || unreadNotes.contains(nil) }

  /// Whether all of a table's lines were read and their 行次 leave none out: a 类 without a line then has no amount.
  package func listsEveryLine(_ table: TableID) -> Bool { unbroken.contains(table) && gaps[table] == nil }

  /// Whether a figure that was not found at an address may be there unread.
  package func mayHold(_ address: FigureAddress) -> Bool {
    !lacks(address.table) && unread(address, isPrinted: false) != nil
  }

  /// Why the figure at an address is not known, as a clause; nil where it is, or is known to be none because all rows
  /// were read and none is its.
  ///
  /// `isPrinted` says whether the row of the address was read.
  package func unread(_ address: FigureAddress, isPrinted: Bool) -> String? {
    guard present.contains(address.table) else { return "没有读到\(address.table.publicName)" }
    if figures.contains(address) { return "没有读懂 \(address)" }
    if awaited.contains(address) { return "\(address) 待补" }
    if isPrinted { return nil }
    if withCodes.contains(address.table), FunctionCode(address.row) == nil, EconomicCode(address.row) == nil {
      return "\(address.table.publicName)没有读到\(address.row)"
    }
    return gaps[address.table]
  }
}

extension TableID {
  /// What the table is called where no publication names it: 公开01表.
  package var publicName: String {
    self == .prose ? "情况说明的文字" : isSupplementary ? "“\(rawValue)”表" : "公开\(rawValue)表"
  }
}
