/// Waiting for many open files at once.
package enum Readiness {
  /// What is waited for.
  package struct Wait: Sendable {
    package let descriptor: Int32
    /// Whether it is to be written to rather than read from.
    package let isForWriting: Bool

    package init(_ descriptor: Int32, isForWriting: Bool = false) {
      self.descriptor = descriptor
      self.isForWriting = isForWriting
    }
  }

  /// Waits until one of them can go on, or some milliseconds have passed; says of each, in order, whether it can.
  package static func of(_ waits: [Wait], milliseconds: Int32) -> [Bool] {
    var all = waits.map {
      pollfd(fd: $0.descriptor, events: Int16($0.isForWriting ? POLLOUT : POLLIN), revents: 0)
    }
    guard poll(&all, nfds_t(all.count), milliseconds) > 0 else { return waits.map { _ in false } }
    return all.map { $0.revents != 0 }
  }
}
