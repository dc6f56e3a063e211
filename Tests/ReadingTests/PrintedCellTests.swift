import Formats
import Testing

@testable import Reading

/// What a cell of a published workbook shows.
@Suite struct PrintedCellTests {
  /// 9·10¹⁵ 分 in 元, spelled as typed, and as the binary fraction nearest to it.
  @Test(arguments: [
    ("90071992547409.91", "0.00", "90071992547409.91"), ("9.007199254740991E13", "#,##0.00", "90071992547409.91"),
    ("90071992547409.906", "0.00", "90071992547409.91"), ("90071992547409.91", "General", "90071992547409.91"),
    ("9007199254.740991", "0.00", "9007199254.74"), ("1.0049999999999999", "0.00", "1.01"),
  ])
  func largestAmountsAreExact(spelling: String, format: String, printed: String) throws {
    let value = XLSXValue.number(try #require(DecimalSpelling(spelling)), NumberFormat(format))
    #expect(value.printed.filter { $0 != "," } == printed)
  }
}
