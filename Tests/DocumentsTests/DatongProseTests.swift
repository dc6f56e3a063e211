import Accounts
import Foundation
import Reading
import Tables
import TestSupport
import Testing

private let publishedText = "published/datong-2024-final-accounts.txt"

/// The real publication's part 3 is read number by number, where it lies beside the checkout.
@Suite(.enabled(if: SharedFiles.url(publishedText) != nil, "\(SharedFiles.absence(of: publishedText))"))
struct DatongProseTests {
  private static let prose = Result {
    try Standard.reader.disclosure(at: #require(SharedFiles.url(publishedText)).path).prose
  }

  @Test func everyNumberIsAttributed() throws {
    let prose = try #require(try Self.prose.get())
    #expect(NarrativeFact.all.count == 145)
    // The text before and behind the explanation has numbers too: 34 个内设科室.
    #expect(prose.unattributed.filter { prose.lines[$0.line].section != nil }.isEmpty)
    #expect(prose.unattributed.first?.text == "34个")
    #expect(prose.claims.count { $0.figure.content != .blank } == 145)
    // 与上年相同 of two items, and 无此项收支 of two sections.
    #expect(prose.claims.count { $0.figure.content == .blank } == 4)
  }

  @Test(arguments: Array(NarrativeFact.all.indices))
  func numberIsReadAsWhatItStates(index: Int) throws {
    let prose = try #require(try Self.prose.get())
    let fact = NarrativeFact.all[index]
    let claim = try #require(prose.claims.filter { $0.figure.content != .blank }[safe: index])
    #expect(prose.lines[claim.line].section == fact.sectionName)
    // One fact calls the same money 基本支出 in the section that calls it 财政拨款基本支出.
    let isFiscalBasic = fact.cur == "exp.basic" && fact.section == "六"
    #expect(claim.quantity == (isFiscalBasic ? "一般公共预算财政拨款基本支出" : fact.quantity))
    #expect(claim.measure == fact.claimMeasure)
    #expect(claim.direction == fact.claimDirection)
    #expect(claim.figure.text == fact.printed.replacingOccurrences(of: "%", with: ""))
    #expect(claim.base == Claim.lastYear ? fact.claimBase == Claim.lastYear : claim.baseQuantity == fact.claimBase)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
