import Accounts
import Checks

extension DisclosureDates {
  /// These, and where one is not known that of a ledger.
  func completed(by unit: UnitInformation?) -> DisclosureDates {
    DisclosureDates(
      approved: approved ?? unit?.approvalDate.flatMap { CalendarDay(written: $0) },
      published: published ?? unit?.publicationDate.flatMap { CalendarDay(written: $0) })
  }
}
