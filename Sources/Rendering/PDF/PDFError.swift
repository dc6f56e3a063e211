/// A PDF that could not be made.
package struct PDFError: Error, Sendable {
  /// What went wrong and what to do, in Chinese.
  package let message: String

  init(_ message: String) { self.message = "juesuan: 错误: " + message }
}
