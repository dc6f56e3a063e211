import FoundationEssentials

/// An equation between sums of a ledger's cells that a workbook shows live while people fill it in.
///
/// It is data (`Data/ledger-checks.json`); the full check of the disclosure knows many more.
package struct LedgerCheck: Sendable, Codable {
  /// What it is called.
  package let name: String
  /// The equation in words, and what a difference means.
  package let help: String
  /// Whether the left side may be less than the right; nil is no.
  package let atMost: Bool?
  /// The sum on the left.
  package let left: [Term]
  /// The sum on the right.
  package let right: [Term]

  /// The sum of a column of amounts, over the rows with given texts.
  package struct Term: Sendable, Codable {
    /// The sheet.
    package let sheet: String
    /// The heading of the column of amounts.
    package let column: String
    /// What the rows have in other columns; nil for every row.
    package let `where`: [String: String]?
    /// Whether the sum is taken away; nil is no.
    package let minus: Bool?
    /// Whether nothing can be said while the column is blank in all these rows; nil is no.
    package let mayBeBlank: Bool?
    /// Whether nothing can be said while the column is blank in any of these rows, since what it lacks is derived; nil
    /// is no.
    package let derived: Bool?

    /// The conditions in a fixed order.
    package var conditions: [(heading: String, text: String)] {
      (`where` ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  /// How a check comes out.
  package enum Verdict: String, Sendable, CaseIterable {
    /// The sides agree.
    case holds = "相符"
    /// They do not.
    case fails = "不符"
    /// They do not, but what may be left blank is blank.
    case blank = "未填全"
  }

  /// The checks that ship with the tool, in their order.
  package static func standard() throws -> [LedgerCheck] {
    struct File: Codable { let checks: [LedgerCheck] }
    return try JSONDecoder().decode(File.self, from: Data((embeddedFiles["ledger-checks.json"] ?? "").utf8)).checks
  }

  /// The two sums and the verdict on a ledger's rows by sheet; nil when a sum does not fit.
  package func outcome(on rows: [String: [RowFields]]) -> (left: Amount, right: Amount, verdict: Verdict)? {
    guard let left = try? Self.sum(left, rows), let right = try? Self.sum(right, rows),
      let difference = try? left.subtracting(right)
    else { return nil }
    if difference == .zero || atMost == true && difference < .zero { return (left, right, .holds) }
    let optional = optionalTerms.map { (filled: $0.amounts(in: rows).count, rows: $0.rows(rows).count) }
    let isBlank = !optional.isEmpty && optional.allSatisfy { $0.filled == 0 }
    let isPartial = zip(optionalTerms, optional).contains { $0.derived == true && $1.filled < $1.rows }
    return (left, right, isBlank || isPartial ? .blank : .fails)
  }

  /// The terms that may be blank.
  package var optionalTerms: [Term] { (left + right).filter { $0.mayBeBlank == true || $0.derived == true } }

  private static func sum(_ terms: [Term], _ rows: [String: [RowFields]]) throws(AmountOverflow) -> Amount {
    var sum = Amount.zero
    for term in terms {
      for amount in term.amounts(in: rows) {
        sum = term.minus == true ? try sum.subtracting(amount) : try sum.adding(amount)
      }
    }
    return sum
  }
}

extension LedgerCheck.Term {
  fileprivate func rows(_ rows: [String: [RowFields]]) -> [RowFields] {
    let rows = rows[sheet] ?? []
    let conditions = conditions
    return conditions.isEmpty ? rows : rows.filter { row in conditions.allSatisfy { row.text($0.heading) == $0.text } }
  }

  fileprivate func amounts(in rows: [String: [RowFields]]) -> [Amount] {
    self.rows(rows).compactMap { $0.amount(column) }
  }
}
