package import Formats

/// An equation between sums of a ledger's cells that a workbook shows live while people fill it in.
///
/// It is data (`Data/ledger-checks.json`); the full check of the disclosure knows many more.
package struct LedgerCheck: Sendable {
  /// What it is called.
  package let name: String
  /// The equation in words, and what a difference means.
  package let help: String
  /// Whether the left side may be less than the right.
  package let atMost: Bool
  /// Whether it is only likely (合理性): where it does not hold somebody should look, and it may be right.
  package let isLikely: Bool
  /// The sum on the left.
  package let left: [Term]
  /// The sum on the right.
  package let right: [Term]

  /// The sum of a column of amounts, or of numbers of things, over the rows with given texts.
  package struct Term: Sendable {
    /// The sheet.
    package let sheet: SheetID
    /// The column of amounts.
    package let column: ColumnID
    /// What the rows have in other columns, an item by its id; empty for every row.
    package let conditions: [(column: ColumnID, text: String)]
    /// Whether the sum is taken away.
    package let minus: Bool
    /// How many times it is taken.
    package let times: Int
    /// Whether nothing can be said while the column is blank in all these rows.
    package let mayBeBlank: Bool
    /// Whether nothing can be said while the column is blank in any of these rows, since what it lacks is derived.
    package let derived: Bool
  }

  /// How a check comes out.
  package enum Verdict: String, Sendable, CaseIterable {
    /// The sides agree.
    case holds = "相符"
    /// They do not.
    case fails = "不符"
    /// They do not, which is unlikely and may be right.
    case unlikely = "请核实"
    /// They do not, but what may be left blank is blank.
    case blank = "未填全"
  }

  private static let file = "ledger-checks.json"
  private static let shipped = Result { () throws(DamagedData) in try all(json: embeddedFiles[file] ?? "") }

  /// The checks that ship with the tool, in their order; throws ``DamagedData`` when they are damaged.
  package static func standard() throws(DamagedData) -> [LedgerCheck] { try shipped.get() }

  /// The checks of a JSON text; throws ``DamagedData``, with the place, when it is damaged.
  package static func all(json: String) throws(DamagedData) -> [LedgerCheck] {
    try JSONText.builtIn(file, of: [file: json]) { node throws(JSONFieldError) in
      try node.field("checks").array().map { node throws(JSONFieldError) in try LedgerCheck(node) }
    }
  }

  /// The two sums and the verdict on a ledger's rows by sheet; nil when a sum does not fit.
  package func outcome(on rows: [SheetID: [RowFields]]) -> (left: Amount, right: Amount, verdict: Verdict)? {
    guard let left = try? Self.sum(left, rows), let right = try? Self.sum(right, rows),
      let difference = try? left.subtracting(right)
    else { return nil }
    if difference == .zero || atMost && difference < .zero { return (left, right, .holds) }
    let optional = optionalTerms.map { (filled: $0.amounts(in: rows).count, rows: $0.rows(rows).count) }
    let isBlank = !optional.isEmpty && optional.allSatisfy { $0.filled == 0 }
    let isPartial = zip(optionalTerms, optional).contains { $0.derived && $1.filled < max(1, $1.rows) }
    return (left, right, isBlank || isPartial ? .blank : failure)
  }

  /// The verdict where it does not hold.
  package var failure: Verdict { isLikely ? .unlikely : .fails }

  /// The terms that may be blank.
  package var optionalTerms: [Term] { (left + right).filter { $0.mayBeBlank || $0.derived } }

  private static func sum(_ terms: [Term], _ rows: [SheetID: [RowFields]]) throws(AmountOverflow) -> Amount {
    var sum = Amount.zero
    for term in terms {
      for amount in term.amounts(in: rows) {
        for _ in 0..<term.times { sum = term.minus ? try sum.subtracting(amount) : try sum.adding(amount) }
      }
    }
    return sum
  }
}

extension LedgerCheck.Term {
  fileprivate func rows(_ rows: [SheetID: [RowFields]]) -> [RowFields] {
    let rows = rows[sheet] ?? []
    return conditions.isEmpty ? rows : rows.filter { row in conditions.allSatisfy { row.text($0.column) == $0.text } }
  }

  fileprivate func amounts(in rows: [SheetID: [RowFields]]) -> [Amount] {
    self.rows(rows).compactMap { row in
      row.amount(column)
        ?? row.count(column).flatMap { count in
          let (fen, overflow) = count.multipliedReportingOverflow(by: 100)
          return overflow ? nil : Amount(fen: fen)
        }
    }
  }
}

extension LedgerCheck {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    name = try node.field("name").string()
    help = try node.field("help").string()
    atMost = try node.optional("atMost")?.bool() ?? false
    isLikely = try node.optional("likely")?.bool() ?? false
    left = try node.field("left").array().map { node throws(JSONFieldError) in try Term(node) }
    right = try node.field("right").array().map { node throws(JSONFieldError) in try Term(node) }
  }
}

extension LedgerCheck.Term {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    let sheet = try node.field("sheet").word(SheetID.self)
    self.sheet = sheet
    column = try Self.column(node.field("column").string(), of: sheet, at: node.field("column"))
    conditions = try (node.optional("where")?.members ?? []).map { member throws(JSONFieldError) in
      (try Self.column(member.key, of: sheet, at: member.value), try member.value.string())
    }
    minus = try node.optional("minus")?.bool() ?? false
    times = try node.optional("times")?.integer(in: 1...100) ?? 1
    mayBeBlank = try node.optional("mayBeBlank")?.bool() ?? false
    derived = try node.optional("derived")?.bool() ?? false
  }

  private static func column(
    _ id: String, of sheet: SheetID, at node: JSONNode
  ) throws(JSONFieldError) -> ColumnID {
    guard let column = ColumnID(rawValue: id), sheet.columns.contains(column) else {
      throw JSONFieldError(node, "说的应是 \(sheet.rawValue) 的一列，不能是“\(id)”")
    }
    return column
  }
}
