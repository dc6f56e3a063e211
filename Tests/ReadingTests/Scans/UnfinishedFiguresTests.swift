import Testing

@testable import Reading

/// A figure without decimals among those with them is part of one that was cut off.
@Suite struct UnfinishedFiguresTests {
  private static func doubted(_ rows: [[String]]) -> [[String]] {
    UnfinishedFigures.doubted(
      rows.enumerated().map { index, texts in
        var row = GridRow(line: index + 1)
        for text in texts { row.append(text, line: index + 1) }
        return row
      }
    ).map { $0.cells.map(\.text) }
  }

  @Test func partsOfNumbersAreDoubtful() {
    #expect(
      Self.doubted([["项目", "合计", "购置费"], ["栏次", "1", "2"], ["预算数", "177.34", "2.20"], ["决算数", "84", "000"]])
        == [["项目", "合计", "购置费"], ["栏次", "1", "2"], ["预算数", "177.34", "2.20"], ["决算数", "84⯑", "000⯑"]])
  }

  @Test func numbersOfColumnsAreNoFigures() {
    let rows = [["项目", "合计", "购置费", "接待费", "其他"], ["", "1", "2", "3", "4"], ["决算数", "-⯑", "-⯑", "-⯑", "-⯑"]]
    #expect(Self.doubted(rows) == [rows[0], rows[2]])
    #expect(Self.doubted([["栏次", "1", "2", "3", "4"]]) == [["栏次", "1", "2", "3", "4"]])
  }

  @Test(arguments: [["1⯑", "二", "3⯑", "4⯑", "1717⯑4⯑", "6"], ["伙", "1", "2⯑12⯑", "3"]])
  func numbersOfColumnsAreToldThoughSomeWereReadOtherwise(_ numbers: [String]) {
    let figures = numbers.map { _ in "12.50" }
    #expect(Self.doubted([numbers, figures]) == [figures])
    // Below an amount it is a row like others.
    #expect(Self.doubted([figures, numbers]).count == 2)
  }

  @Test(arguments: [["2", "1", "4", "3"], ["1", "2"], ["1", "0", "2", "0", "3", "0"], ["1", "2", "3", "行政运行支出"]])
  func otherNumbersAreNotTakenForThoseOfColumns(_ numbers: [String]) {
    #expect(Self.doubted([numbers]) == [numbers])
  }

  @Test func codesNumbersOfLinesAndCountsAreNone() {
    let rows = [
      ["2080501", "行政单位离退休", "4", "12.50"], ["2080505", "养老保险缴费", "5", "3.00"], ["", "车辆数合计(辆)", "6", "3"],
    ]
    #expect(Self.doubted(rows) == rows)
  }
}
