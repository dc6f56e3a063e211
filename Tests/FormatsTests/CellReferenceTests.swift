import Formats
import Testing

@Suite struct CellReferenceTests {
  @Test(arguments: [
    ("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("ZZ1", 1, 702), ("AAA1", 1, 703), ("XFD1048576", 1_048_576, 16_384),
    ("$B$5", 5, 2), ("b5", 5, 2),
  ])
  func namesPlaces(text: String, row: Int, column: Int) {
    #expect(CellReference(text) == CellReference(row: row, column: column))
    #expect(CellReference(row: row, column: column).name == text.uppercased().filter { $0 != "$" })
  }

  @Test(arguments: [
    "", "A", "1", "A0", "A01", "XFE1", "A1048577", "ZZZZZZZZZZZZZZ1", "A99999999999999999999", "A1B", "1A", "Á1", "A-1",
    "A1:B2",
  ])
  func otherTextNamesNoPlace(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test func rangesAreTurnedRound() {
    #expect(CellRange("D5:B2")?.name == "B2:D5")
    #expect(CellRange("C3")?.absoluteName == "$C$3")
    #expect(CellRange("A1:B2:C3") == nil)
    #expect(CellRange("A1:") == nil)
    #expect(CellRange(":") == nil)
  }
}
