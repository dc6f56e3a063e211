import LocalPage
import RandomDisclosures

/// Feeds the reader of requests (请求) damaged ones, made from those of browsers, and watches that what it takes has one meaning only.
///
/// `juesuan-bench fuzz-requests [seconds] [--seed=N]`. Every request follows from the seed and its number, so that one that ends
/// the run is repeated with `--seed=N --only=NUMBER`.
struct RequestFuzz {

  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  private static let requests: [[UInt8]] = [
    """
    GET /works/0123456789abcdef/out/%E9%A2%84%E8%A7%88.html?take=1 HTTP/1.1\r
    Host: 127.0.0.1:8024\r
    Connection: keep-alive\r
    sec-ch-ua: "Chromium";v="131"\r
    User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r
    Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8\r
    Sec-Fetch-Site: same-origin\r
    Accept-Language: zh-CN,zh;q=0.9\r
    Cookie: juesuan-8024=0123; other=1\r
    \r

    """,
    """
    POST /works/0123456789abcdef/file?role=files&name=%E5%86%B3%E7%AE%97%2Fa.pdf HTTP/1.1\r
    Host: [::1]:8024\r
    Content-Length: 12\r
    Content-Type: application/octet-stream\r
    Origin: http://[::1]:8024\r
    Cookie: juesuan-8024=0123\r
    \r

    """,
  ].map { Array($0.utf8) }

  /// Pieces that mean something to readers of requests.
  private static let pieces = [
    "\r\n", "\n", "\r", "\r\n\r\n", "\n\n", " ", "\t", ":", ": ", "%", "%0d%0a", "%00", "%2e%2e%2f", "%ff", "%c0%ae",
    "?", "&", "=",
    "#", "Content-Length: 5\r\n", "Content-Length: 12\r\n", "Transfer-Encoding: chunked\r\n",
    " Transfer-Encoding: chunked\r\n",
    "Transfer-Encoding : x\r\n", "Host: a\r\n", "HTTP/1.1", "HTTP/1.0", "GET / HTTP/1.1\r\n", "\0", "\u{7F}", "é", "0",
    "99999999999999999999",
    "+5", "0x5", "5,5", "Expect: 100-continue\r\n", "chunked", "../",
  ].map { Array($0.utf8) }

  /// Runs for so many seconds, or only the request of a number; prints how many were read and refused. Throws what was read in two ways.
  func run(seconds: Int, only: UInt64?) throws {
    let (clock, start) = (ContinuousClock(), ContinuousClock.now)
    var (read, refused, unfinished) = (0, 0, 0)
    var number = only ?? 0
    repeat {
      for _ in 0..<(only == nil ? 1000 : 1) {
        let bytes = damaged(number)
        do throws(Refusal) {
          // It comes in pieces, as over a socket.
          var end: Int?
          var seen = 0
          let step = Int(number % 37) + 1
          while end == nil, seen < bytes.count {
            let next = min(bytes.count, seen + step)
            end = try RequestHeadReader.end(in: Array(bytes[..<next]), from: seen)
            seen = next
          }
          let whole = try RequestHeadReader.end(in: bytes)
          guard whole == end else { fatalError("编号 \(number)：分段读和一次读不同") }
          if let end {
            let head = try RequestHeadReader.head(of: Array(bytes[..<end]))
            if let fault = fault(in: head, of: bytes[..<end]) { fatalError("编号 \(number)：\(fault)") }
            read += 1
          } else {
            unfinished += 1
          }
        } catch {
          refused += 1
        }
        number += 1
      }
    } while only == nil && clock.now - start < .seconds(seconds)
    print("种子 \(seed)：读懂 \(read)，拒绝 \(refused)，没有完 \(unfinished)；共 \(number - (only ?? 0)) 个请求，没有崩溃，没有两可的。")
  }

  /// What of a head that was taken could be read in another way; nil where nothing could.
  private func fault(in head: RequestHead, of bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true).dropFirst()
    if text.replacing("\r\n", with: "").contains(where: { $0 == "\r" || $0 == "\n" }) { return "有单独的 CR 或 LF" }
    if lines.contains(where: { $0.hasPrefix(" ") || $0.hasPrefix("\t") }) { return "有折行" }
    if lines.count(where: { $0.hasPrefix("content-length") && $0.drop { $0 != ":" }.isEmpty == false }) > 1,
      head.fields.keys.count(where: { $0.hasPrefix("content-length") }) < 2
    {
      return "有两个 Content-Length"
    }
    if head.fields["transfer-encoding"] != nil { return "有 Transfer-Encoding" }
    if head.fields.count != lines.count { return "行数和字段数不同" }
    if !head.path.hasPrefix("/") || head.path.utf8.contains(0) { return "路径是 \(head.path)" }
    if head.bodySize < 0 || head.method == .get && head.bodySize != 0 { return "长度是 \(head.bodySize)" }
    return nil
  }

  private func damaged(_ number: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed &+ number &* 0x9E37_79B9_7F4A_7C15)
    func below(_ limit: Int) -> Int { Int(random.next() % UInt64(max(1, limit))) }
    var bytes = Self.requests[below(Self.requests.count)]
    for _ in 0...below(3) {
      let start = below(bytes.count + 1)
      let length = min(bytes.count - start, below(24))
      switch below(6) {
      case 0: if start < bytes.count { bytes[start] = UInt8(truncatingIfNeeded: random.next()) }
      case 1: bytes.removeSubrange(start..<start + length)
      case 2: bytes.insert(contentsOf: Array(bytes[start..<start + length]), at: below(bytes.count + 1))
      case 3: bytes.replaceSubrange(start..<start + length, with: Self.pieces[below(Self.pieces.count)])
      default: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: start)
      }
    }
    return bytes
  }
}
