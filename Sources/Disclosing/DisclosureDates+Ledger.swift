import Accounts
import Checks

extension DisclosureDates {
  /// These, and where one is not known that of a ledger.
  func completed(by unit: UnitInformation?) -> DisclosureDates {
    completed(
      by: DisclosureDates(
        approved: unit?.approvalDate.flatMap { CalendarDay(written: $0) },
        published: unit?.publicationDate.flatMap { CalendarDay(written: $0) }))
  }

  /// These, and where one is not known that of others.
  func completed(by others: DisclosureDates) -> DisclosureDates {
    DisclosureDates(approved: approved ?? others.approved, published: published ?? others.published)
  }
}
