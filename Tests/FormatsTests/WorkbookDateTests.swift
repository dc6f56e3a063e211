import Formats
import Testing

@Suite struct WorkbookDateTests {
  /// Day numbers as Excel shows them.
  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"), ("36526", "2000-01-01"),
    ("45351", "2024-02-29"), ("45657", "2024-12-31"), ("2958465", "9999-12-31"), ("0.5", "12:00:00"),
    ("45351.5515625", "2024-02-29 13:14:15"), ("45657.99999999", "2025-01-01"),
  ])
  func countsFrom1900(serial: String, text: String) throws {
    #expect(WorkbookDate(serial: try #require(DecimalSpelling(serial)), epoch: .year1900)?.text == text)
  }

  @Test(arguments: [("0", "1904-01-01"), ("44195", "2024-12-31"), ("43889.25", "2024-02-29 06:00:00")])
  func countsFrom1904(serial: String, text: String) throws {
    #expect(WorkbookDate(serial: try #require(DecimalSpelling(serial)), epoch: .year1904)?.text == text)
  }

  @Test(arguments: ["-1", "2958466", "1E+300", "-0.5"])
  func otherNumbersAreNoDates(serial: String) throws {
    #expect(WorkbookDate(serial: try #require(DecimalSpelling(serial)), epoch: .year1900) == nil)
  }

  @Test func everyDayComesBack() throws {
    for day in stride(from: 61, through: 2_958_465, by: 97) {
      let serial = try #require(DecimalSpelling("\(day).25"))
      let date = try #require(WorkbookDate(serial: serial, epoch: .year1900))
      #expect(date.serialText == "\(day).2500000000")
    }
  }

  @Test(arguments: [
    ("2024-12-31", "2024-12-31"), ("2024-12-31T08:30:00", "2024-12-31 08:30:00"),
    ("2024-12-31T08:30:00.123Z", "2024-12-31 08:30:00"), ("08:30:05", "08:30:05"),
  ])
  func readsTheSpellingOfXML(text: String, shown: String) {
    #expect(WorkbookDate(iso8601: text)?.text == shown)
  }

  @Test(arguments: [
    "", "T", "2024", "2024-13-01", "2024-1-1", "2024-12-31T", "24:00:00", "08:30", "2024-12-31T1:2:3", "-",
  ])
  func otherTextIsNoDate(text: String) {
    #expect(WorkbookDate(iso8601: text) == nil)
  }
}
