import FoundationEssentials

/// Runs the parts of a piece of work on all cores; the results are in the order of the parts, whichever ends first.
package func inParallel<Result: Sendable>(
  _ count: Int, _ part: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var results = Array(repeating: Result?.none, count: count)
    var next = 0
    while next < min(count, ProcessInfo.processInfo.activeProcessorCount) {
      let index = next
      group.addTask { (index, try part(index)) }
      next += 1
    }
    while let (index, result) = try await group.next() {
      results[index] = result
      guard next < count else { continue }
      let following = next
      group.addTask { (following, try part(following)) }
      next += 1
    }
    return results.compactMap(\.self)
  }
}
