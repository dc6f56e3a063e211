/// Keeps a value to the end of the process, which is near: taking a large one apart would only delay that.
package func keepToEnd<Value>(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }

private final class Kept<Value> {
  private let value: Value

  init(_ value: Value) { self.value = value }
}
