import Seasons
import Testing

/// Outliers by the median and the median of the distances from it, worked out by hand.
@Suite struct SpreadTests {
  private func made(_ values: [Int64], fewest: Int = 5) -> Spread? {
    Spread(of: values, fewest: fewest, deviations: 51_891)
  }

  /// 10 11 12 12 13 90: the median is 12, the distances 2 1 0 0 1 78, and of these the median is 1.
  @Test func oneFarOffIsMarked() throws {
    let spread = try #require(made([12, 90, 10, 13, 11, 12]))
    #expect(spread.median == 12 && spread.deviation == 1)
    #expect(spread.side(of: 90) == .high)
    #expect([10, 11, 12, 13].allSatisfy { spread.side(of: $0) == nil })
    #expect(spread.side(of: 6) == .low && spread.side(of: 7) == nil)
  }

  /// −20000 −10000 0 10000 and one more: the median is 0, the deviation 10000; 5.1891 deviations are 51891.
  @Test func theBoundItselfIsNotBeyondIt() throws {
    #expect(try #require(made([-20_000, -10_000, 0, 10_000, 51_891])).side(of: 51_891) == nil)
    #expect(try #require(made([-20_000, -10_000, 0, 10_000, 51_892])).side(of: 51_892) == .high)
  }

  /// 1 2 3 4: the median is two and a half, the distances are 1½ ½ ½ 1½, and in their middle lies 1: no half is lost.
  @Test func halvesAreNotLost() throws {
    let spread = try #require(made([1, 2, 3, 4], fewest: 4))
    #expect(spread.median == 3 && spread.deviation == 1)
    // 2.5 + 5.1891 lies between 7 and 8.
    #expect(spread.side(of: 7) == nil && spread.side(of: 8) == .high)
    #expect(spread.side(of: -2) == nil && spread.side(of: -3) == .low)
  }

  @Test func nothingIsToldWhereHalfAreTheSameOrTheyAreFew() throws {
    #expect(try #require(made([5, 5, 5, 9, 1])).side(of: 9) == nil)
    #expect(made([1, 2, 3, 400]) == nil)
  }

  @Test func equalValuesShareAPlace() throws {
    let spread = try #require(made([30, 10, 30, 20, 5]))
    #expect([30, 20, 10, 5].map { spread.rank(of: $0) } == [1, 3, 4, 5])
  }

  @Test func theLargestAmountsDoNotOverflow() throws {
    let spread = try #require(made([.max, .min, 0, 1, -1]))
    #expect(spread.side(of: .max) == .high && spread.side(of: .min) == .low)
  }

  @Test func sharesAreRoundedOnce() {
    #expect(share(of: 1, in: 3) == 3333 && share(of: 2, in: 3) == 6667)
    #expect(share(of: 1, in: 20_000) == 1 && share(of: -1, in: 20_000) == -1)
    #expect(share(of: 1, in: 0) == nil)
  }
}
