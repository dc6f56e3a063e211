import System
import Testing

@Suite struct ConcurrentlyTests {
  @Test func bothResultsComeInTheirPlaces() {
    let (sum, word) = concurrently {
      (1...100).reduce(0, +)
    } _: {
      "决算"
    }
    #expect(sum == 5050)
    #expect(word == "决算")
  }

  @Test func resultsOfPartsStandInTheOrderOfTheParts() async throws {
    let squares = try await inParallel(50) { $0 * $0 }
    #expect(squares == (0..<50).map { $0 * $0 })
  }

  @Test func whatAPartThrowsIsThrown() async {
    struct Refused: Error {}
    await #expect(throws: Refused.self) {
      _ = try await inParallel(8) { index -> Int in
        if index == 5 { throw Refused() }
        return index
      }
    }
  }
}
