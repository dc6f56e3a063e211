/// What answers requests whose form is in order.
protocol Service: Sendable {
  /// Where the body of a request is to go, asked before any of it is taken; throws where the request is refused.
  func intake(of head: RequestHead) throws(Refusal) -> Intake
  /// The answer; `received` is the file with the body, which is removed afterwards unless it was moved.
  func response(to head: RequestHead, received: String?) -> Response
}
