import Accounts

/// Who may ask (准入): whoever opened the first link, from a page of this server, at its own address.
///
/// A name that somebody else lets lead to this machine (DNS rebinding) is refused by Host; another site, or another port of
/// this machine, by Origin and by what browsers say of where a request comes from; all others by the cookie, which no script can read.
package struct Admission: Sendable {
  /// The word in the first link.
  package let token: String
  /// The value of the cookie.
  let secret: String
  let port: UInt16

  /// Fresh words for a run that listens on a port.
  package init(port: UInt16) {
    self.init(port: port, token: Self.word(), secret: Self.word())
  }

  init(port: UInt16, token: String, secret: String) {
    self.port = port
    self.token = token
    self.secret = secret
  }

  /// The name of the cookie; it bears the port, since browsers do not keep the cookies of ports apart.
  var cookieName: String { "juesuan-\(port)" }

  /// The names of this server, as browsers write them.
  private var hosts: [String] { ["127.0.0.1:\(port)", "[::1]:\(port)", "localhost:\(port)"] }

  /// Throws where a request does not come from where it may, whoever sent it.
  package func checkOrigin(of head: RequestHead) throws(Refusal) {
    guard let host = head.fields["host"], hosts.contains(host) else {
      throw Refusal(403, "这个地址不是本机的，没有处理。请用 juesuan serve 给出的链接。")
    }
    let isElsewhere = Refusal(403, "请求来自别的网站，没有处理。")
    if let site = head.fields["sec-fetch-site"] {
      // What the user types or the system opens comes from nowhere; only to be shown something is that enough.
      guard site == "same-origin" || site == "none" && head.method == .get else { throw isElsewhere }
    }
    if let origin = head.fields["origin"] {
      guard origin == "http://\(host)" else { throw isElsewhere }
    } else if head.method == .post {
      throw isElsewhere
    }
  }

  /// Whether a request bears the cookie.
  package func isKnown(_ head: RequestHead) -> Bool {
    (head.fields["cookie"] ?? "").split(separator: ";").contains { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map(\.trimmed)
      return parts.count == 2 && parts[0] == cookieName && Self.same(parts[1], secret)
    }
  }

  /// Whether a word is that of the first link.
  func admits(_ word: String?) -> Bool { word.map { Self.same($0, token) } ?? false }

  /// The field that gives the cookie: no script reads it, and no other site has it sent.
  var cookie: (name: String, value: String) {
    ("Set-Cookie", "\(cookieName)=\(secret); Path=/; HttpOnly; SameSite=Strict")
  }

  /// Whether two words are the same, in a time that does not depend on where they differ.
  private static func same(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// A word of 192 bits that nobody can guess.
  static func word() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<3).map { _ in
      let digits = String(random.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
