/// A file or folder that could not be written.
package struct WriteError: Error, Sendable {
  /// What went wrong, in Chinese.
  package let message: String

  package init(_ message: String) { self.message = message }

  /// What the system says of the call that has just failed.
  static func system(_ what: String, _ path: String) -> WriteError {
    WriteError("\(path): 错误: \(what)（\(systemReason)），应是可以写入的位置。")
  }
}
