/// Why a request is not answered as it would like to be (拒绝), and what to do, in plain Chinese.
package struct Refusal: Error, Sendable, Equatable {
  /// The status of HTTP.
  package let status: Int
  /// What is said of it.
  package let message: String

  init(_ status: Int, _ message: String) {
    self.status = status
    self.message = message
  }

  static let malformed = Refusal(400, "请求不合规矩，没有处理。请用浏览器打开 juesuan serve 给出的链接。")
  static let headTooLarge = Refusal(431, "请求头太长，没有处理。")
  static let tooSlow = Refusal(408, "等了太久，没有等到完整的请求。请再试一次。")
  static let notHere = Refusal(404, "没有这一页。请回到首页，再做一次。")
}
