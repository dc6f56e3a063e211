import Dispatch
import Synchronization

/// Does pieces of work on several cores, each worker with a state of its own that it makes first and keeps; the results are in
/// the order of the pieces. What one throws ends the work: the first thrown is thrown.
func inWorkers<State, Result: Sendable>(
  _ count: Int, workers: Int, state: @Sendable () throws -> State,
  _ piece: @Sendable (inout State, Int) throws -> Result
) throws -> [Result] {
  let work = Mutex(Work<Result>(results: Array(repeating: nil, count: count)))
  /// The next piece; nil where there is none, or something was thrown.
  @Sendable func next() -> Int? {
    work.withLock { work in
      guard work.next < count, work.failure == nil else { return nil }
      work.next += 1
      return work.next - 1
    }
  }
  DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { _ in
    do {
      var own = try state()
      while let index = next() {
        let result = try piece(&own, index)
        work.withLock { $0.results[index] = result }
      }
    } catch {
      work.withLock { $0.failure = $0.failure ?? error }
    }
  }
  let done = work.withLock { $0 }
  if let failure = done.failure { throw failure }
  return done.results.compactMap(\.self)
}

/// How far the pieces are.
private struct Work<Result: Sendable>: Sendable {
  var next = 0
  var results: [Result?]
  var failure: (any Error)?
}
