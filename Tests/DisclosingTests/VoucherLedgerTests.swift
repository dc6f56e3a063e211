import Accounts
import Checks
import Disclosing
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// A ledger in which every voucher (凭证) has its row says the same as one whose rows are sums.
@Suite struct VoucherLedgerTests {
  /// Each amount of 收入 and 支出 in three rows that differ, one of them negative as a correction is.
  private func split(_ ledger: Ledger) throws -> Ledger {
    var split = ledger
    split.income = try ledger.income.flatMap { row in
      try parts(of: row.amount).map { part in
        var row = row
        row.amount = part
        return row
      }
    }
    split.expenditure = try ledger.expenditure.flatMap { row in
      try parts(of: row.amount).map { part in
        var row = row
        row.amount = part
        return row
      }
    }
    return split
  }

  private func parts(of amount: Amount) throws -> [Amount] {
    [Amount(fen: amount.fen / 2 + 7), Amount(fen: -31), Amount(fen: amount.fen - amount.fen / 2 + 24)]
  }

  @Test(arguments: Example.allCases) func vouchersAddUp(example: Example) throws {
    let disclosure = try ComposedDisclosure(split(example.ledger))
    let files = try disclosure.package(disclosure.report()).byPath
    for file in ["index.html", "index.md"] {
      #expect(String(decoding: try #require(files[file]), as: UTF8.self) == (try example.text(file)))
    }
    #expect(disclosure.report().verdict == (try example.composed.report().verdict))
  }

  /// Two rows of one payee and amount may be two payments, or one entered twice: the finding is a note that says where.
  @Test func equalRowsAreToldOf() throws {
    var ledger = try Example.datong.ledger
    #expect(ledger.equalRows.isEmpty)
    // Twice one fen, taken from the row beside it.
    var again = ledger.expenditure[2]
    again.amount = Amount(fen: 1)
    again.project = "零星"
    ledger.expenditure[2].amount = Amount(fen: ledger.expenditure[2].amount.fen - 2)
    for line in [899, 900] {
      again.place.line = line
      ledger.expenditure.append(again)
    }
    let equal = try #require(ledger.equalRows.first)
    #expect(ledger.equalRows.count == 1)
    #expect(equal.sheet == .expenditure)
    #expect(equal.groups.map { $0.map(\.line) } == [[899, 900]])
    let told = try ComposedDisclosure(ledger).report().findings.filter { $0.rule == "L03" }
    #expect(told.map(\.message) == ["“支出”第 899、900 行的科目、性质和金额都相同"])
    #expect(told.map(\.severity) == [.note])
    // A row that differs in its project alone is another payment.
    ledger.expenditure[ledger.expenditure.count - 1].project = "另一个项目"
    #expect(ledger.equalRows.isEmpty)
  }
}
