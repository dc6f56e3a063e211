/// What is sent back (答复): a status, a kind, the bytes, and what the browser may do with them.
package struct Response: Sendable {
  /// What a browser may do with what it is sent (内容安全策略).
  package enum Policy: Sendable {
    /// Nothing at all: data.
    case inert
    /// The page of the doors: its own script and style, its own requests, documents of ours in frames.
    case page
    /// A document that holds what users wrote: shown in a box of its own from which nothing can be asked of this server.
    case boxed
    /// A page of ours with links to others, whose scripts are these, by their hashes in base64.
    case linked(scripts: [String])

    /// As the field of HTTP says it.
    var words: String {
      switch self {
      case .inert: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
      case .page:
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
          + "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
      case .boxed:
        // Which of its scripts and styles run, the page itself narrows by their hashes.
        "sandbox allow-scripts allow-downloads allow-modals; default-src 'none'; script-src 'unsafe-inline'; "
          + "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
      case .linked(let scripts):
        "default-src 'none'; script-src \(scripts.map { "'sha256-\($0)'" }.joined(separator: " ")); "
          + "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
      }
    }
  }

  /// The status of HTTP.
  package var status = 200
  /// The media type.
  package var type: String
  /// What is sent.
  package var body: [UInt8]
  package var policy = Policy.inert
  /// Fields besides those that every answer has.
  package var fields: [(name: String, value: String)] = []

  package init(_ type: String, _ body: [UInt8], policy: Policy = .inert) {
    self.type = type
    self.body = body
    self.policy = policy
  }

  /// The answer to a request that is refused: a line of text, which scripts show.
  init(_ refusal: Refusal) {
    self.init("text/plain; charset=utf-8", Array((refusal.message + "\n").utf8))
    status = refusal.status
  }

  /// An answer that says nothing but that all is well.
  static var done: Response {
    var response = Response("text/plain; charset=utf-8", [])
    response.status = 204
    return response
  }

  /// The browser goes elsewhere on this server.
  static func elsewhere(_ path: String) -> Response {
    var response = Response("text/plain; charset=utf-8", [])
    response.status = 303
    response.fields = [("Location", path)]
    return response
  }

  /// The bytes as they go over the socket. Nothing is kept by browsers, guessed by them, or shown to other sites.
  var wire: [UInt8] {
    var lines = [
      "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Error")",
      "Content-Type: \(type)",
      "Content-Length: \(body.count)",
      "Connection: close",
      "Cache-Control: no-store",
      "Content-Security-Policy: \(policy.words)",
      "X-Content-Type-Options: nosniff",
      "Referrer-Policy: no-referrer",
      "Cross-Origin-Opener-Policy: same-origin",
      "Cross-Origin-Resource-Policy: same-origin",
    ]
    lines += fields.map { "\($0.name): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }

  private static let reasons = [
    200: "OK", 204: "No Content", 303: "See Other", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict", 411: "Length Required",
    413: "Content Too Large", 414: "URI Too Long", 417: "Expectation Failed", 429: "Too Many Requests",
    431: "Request Header Fields Too Large", 500: "Internal Server Error", 501: "Not Implemented",
    503: "Service Unavailable", 505: "HTTP Version Not Supported", 507: "Insufficient Storage",
  ]
}
