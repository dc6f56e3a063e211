import Synchronization

/// What was told while something was done (提醒), from whichever core.
final class Told: Sendable {
  private let texts = Mutex<[String]>([])

  /// Somebody should know this.
  func add(_ text: String) { texts.withLock { $0.append(text) } }

  /// All of it, in the order told.
  var all: [String] { texts.withLock { $0 } }
}
