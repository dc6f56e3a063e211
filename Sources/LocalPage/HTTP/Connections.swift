import System

/// All connections of a server (全部连接), of which there is one thread and a bounded number: whoever is slow keeps nobody waiting,
/// and whoever opens too many loses those that have said nothing yet.
struct Connections<Answering: Service> {
  /// Most connections at once.
  static var most: Int { 200 }

  private let listeners: [LoopbackListener]
  private let service: Answering
  private let patience: Exchange.Patience
  private var exchanges: [Exchange] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(_ listeners: [LoopbackListener], _ service: Answering, patience: Exchange.Patience) {
    self.listeners = listeners
    self.service = service
    self.patience = patience
  }

  /// Whether anything is being received or sent.
  var isBusy: Bool { exchanges.contains { !$0.isUnheard } }

  /// Waits for at most some milliseconds, and does what can be done then.
  mutating func turn(milliseconds: Int32) {
    let waits = listeners.map { Readiness.Wait($0.descriptor) } + exchanges.map(\.wait)
    let ready = Readiness.of(waits, milliseconds: milliseconds)
    let now = ContinuousClock.now
    for index in exchanges.indices {
      if ready[listeners.count + index] { exchanges[index].advance(&buffer, service, now: now) }
      exchanges[index].expire(now: now)
    }
    closeFinished()
    for (index, listener) in listeners.enumerated() where ready[index] { accept(from: listener, now) }
  }

  private mutating func accept(from listener: LoopbackListener, _ now: ContinuousClock.Instant) {
    // No more at once than is looked at in a turn, so that a flood does not keep the others waiting.
    for _ in 0..<64 {
      guard let descriptor = listener.accepted() else { return }
      if exchanges.count >= Self.most, let oldest = exchanges.firstIndex(where: \.isUnheard) {
        exchanges[oldest].abandon()
        closeFinished()
      }
      guard exchanges.count < Self.most else {
        closeFile(descriptor)
        continue
      }
      var exchange = Exchange(descriptor, patience, now: now)
      // Most requests are there with the connection.
      exchange.advance(&buffer, service, now: now)
      exchanges.append(exchange)
    }
    closeFinished()
  }

  private mutating func closeFinished() {
    for exchange in exchanges where exchange.isOver { closeFile(exchange.descriptor) }
    exchanges.removeAll { $0.isOver }
  }

  /// Ends all of them.
  mutating func closeAll() {
    for index in exchanges.indices { exchanges[index].abandon() }
    closeFinished()
    for listener in listeners { listener.close() }
  }
}
