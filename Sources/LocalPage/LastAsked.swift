import Synchronization

/// When somebody last asked for something (最近一次有人用), by which it is known that nobody does any more.
final class LastAsked: Sendable {
  private let time = Mutex(ContinuousClock.now)

  /// Somebody asks now.
  func note() { time.withLock { $0 = .now } }

  /// For how long nobody has.
  var idle: Duration { time.withLock { $0.duration(to: .now) } }
}
