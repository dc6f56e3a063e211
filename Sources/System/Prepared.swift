import Dispatch
import Synchronization

/// A value that is made on another core while something else is done first.
package final class Prepared<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let result = Mutex<Result<Value, any Error>?>(nil)

  /// Begins to make the value.
  package init(_ make: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async(group: group) { [self] in
      let made = Result { try make() }
      result.withLock { $0 = made }
    }
  }

  /// The value, once it is made; nil where making it failed, which whoever makes it again will hear of.
  package var value: Value? {
    group.wait()
    return result.withLock { try? $0?.get() }
  }
}
