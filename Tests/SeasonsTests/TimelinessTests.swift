import Accounts
import Seasons
import Testing

/// Within twenty days of the approval (预算法第十四条).
@Suite struct TimelinessTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(written: text)) }

  @Test func theTwentiethDayIsInTime() throws {
    let approved = try day("2025-09-01")
    #expect(Timeliness(approved: approved, published: try day("2025-09-21")) == .inTime(days: 20))
    #expect(Timeliness(approved: approved, published: try day("2025-09-22")) == .late(days: 21))
  }

  @Test func whatIsNotThereIsOverdueOnlyFromTheTwentyFirstDay() throws {
    let approved = try day("2025-09-11")
    #expect(Timeliness(missingOn: try day("2025-10-01"), approved: approved) == .missing)
    #expect(Timeliness(missingOn: try day("2025-10-02"), approved: approved) == .overdue(by: 1))
  }

  /// What is not known is neither in time nor late.
  @Test func withoutADayNothingIsSaidOfTime() throws {
    let one = try day("2025-09-01")
    #expect(Timeliness(approved: nil, published: one) == .delivered)
    #expect(Timeliness(approved: one, published: nil) == .delivered)
    #expect(Timeliness(missingOn: nil, approved: one) == .missing)
    #expect(Timeliness(missingOn: one, approved: nil) == .missing)
  }
}
