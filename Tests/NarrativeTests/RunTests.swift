import Narrative
import Testing

@Suite struct RunTests {
  @Test func wordsStateNoClaim() { #expect(Run("元").claim == nil) }
}
