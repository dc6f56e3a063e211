import Documents
import Formats
import Foundation
import System
import TestSupport
import Testing

@testable import LocalPage

/// The page attacked as web pages are: whatever comes over a socket, it answers in the words it means to or not at all.
@Suite struct AttackTests {
  /// A request with the fields that a browser sends from the page itself.
  private func request(
    _ method: String, _ target: String, _ page: RunningServer, body: String = "",
    changing changes: [String: String?] = [:]
  ) -> [UInt8] {
    var fields: [String: String] = [
      "Host": "127.0.0.1:\(page.port)", "Origin": "http://127.0.0.1:\(page.port)", "Sec-Fetch-Site": "same-origin",
      "Cookie": page.cookie, "Content-Length": String(body.utf8.count),
    ]
    if method == "GET" { fields["Content-Length"] = nil }
    for (name, value) in changes { fields[name] = value }
    let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
    return Array("\(method) \(target) HTTP/1.1\r\n\(lines)\r\n\(body)".utf8)
  }

  private func status(_ bytes: [UInt8], _ page: RunningServer) -> Int { page.answer(to: bytes).status }

  @Test func theFirstLinkGivesTheCookieAndAWrongOneDoesNot() throws {
    let page = try RunningServer()
    let entered = page.answer(
      to: request(
        "GET", "/enter?token=\(page.token)", page, changing: ["Cookie": nil, "Sec-Fetch-Site": "none", "Origin": nil]))
    #expect(entered.status == 303 && entered.head.contains("HttpOnly; SameSite=Strict"))
    let wrong = page.answer(
      to: request("GET", "/enter?token=\(String(repeating: "0", count: 48))", page, changing: ["Cookie": nil]))
    #expect(wrong.status == 403 && !wrong.head.contains("Set-Cookie"))
    #expect(status(request("GET", "/", page), page) == 200)
    #expect(status(request("GET", "/", page, changing: ["Cookie": nil]), page) == 403)
    #expect(status(request("GET", "/", page, changing: ["Cookie": "juesuan-\(page.port)=x"]), page) == 403)
  }

  @Test func everyAnswerForbidsWhatPagesNeedNot() throws {
    let page = try RunningServer()
    for target in ["/", "/doors.js", "/doors.css", "/facts", "/nothing"] {
      let head = page.answer(to: request("GET", target, page)).head
      for field in [
        "Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff", "Cache-Control: no-store",
      ] {
        #expect(head.contains(field), "\(target): \(field)")
      }
      #expect(!head.lowercased().contains("access-control-"))
      let scripts = head.split(separator: "script-src ").dropFirst().first ?? ""
      #expect(!scripts.prefix(while: { $0 != ";" }).contains("unsafe"))
    }
  }

  /// A name that leads here by somebody else's doing (DNS rebinding).
  @Test(arguments: [
    "evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example:1", "[::2]:1", "", "0.0.0.0:1",
  ])
  func otherHostsAreRefused(host: String) throws {
    let page = try RunningServer()
    let host = host.replacing(":1", with: ":\(page.port)")
    #expect(status(request("GET", "/", page, changing: ["Host": host]), page) == 403)
    #expect(status(request("GET", "/enter?token=\(page.token)", page, changing: ["Host": host]), page) == 403)
  }

  @Test func withoutHostNothingIsAnswered() throws {
    let page = try RunningServer()
    #expect(status(request("GET", "/", page, changing: ["Host": nil]), page) == 403)
  }

  /// A form or a script of another site, which the browser sends with whatever cookies it has.
  @Test(arguments: [
    "http://evil.example", "https://127.0.0.1:1", "http://127.0.0.1:1", "http://localhost:1", "null", "",
  ])
  func otherOriginsAreRefused(origin: String) throws {
    let page = try RunningServer()
    #expect(status(request("POST", "/works", page, changing: ["Origin": origin]), page) == 403)
    #expect(status(request("GET", "/facts", page, changing: ["Origin": origin]), page) == 403)
    #expect(page.works == 0)
  }

  @Test(arguments: ["cross-site", "same-site", "none", "anything"])
  func requestsFromElsewhereAreRefused(site: String) throws {
    let page = try RunningServer()
    #expect(status(request("POST", "/works", page, changing: ["Sec-Fetch-Site": site]), page) == 403)
    if site != "none" {
      #expect(status(request("GET", "/", page, changing: ["Sec-Fetch-Site": site]), page) == 403)
    }
    #expect(status(request("POST", "/works", page, changing: ["Origin": nil]), page) == 403)
    #expect(status(request("POST", "/works", page), page) == 200)
  }

  private func begun(_ page: RunningServer) throws -> String {
    let body = page.answer(to: request("POST", "/works", page)).body
    return try #require(
      String(decoding: body, as: UTF8.self).split(separator: "\"").first { $0.count == 48 }.map(String.init))
  }

  @Test(arguments: [
    "../x", "..%2Fx", "a/../../x", "%2e%2e/x", "/etc/passwd", "a%00b", "..%5Cx", ".ssh", "a//b", "%C0%AE%C0%AE/x",
    "%FF", "-", "",
  ])
  func namesThatClimbAreRefused(name: String) throws {
    let page = try RunningServer()
    let id = try begun(page)
    let before = try page.files
    #expect(status(request("POST", "/works/\(id)/file?role=files&name=\(name)", page, body: "x"), page) == 400)
    #expect(try page.files == before)
  }

  @Test(arguments: [
    "../order.json", "%2e%2e/order.json", "..%2Forder.json", "a/../../order.json", "/etc/passwd", "", ".",
  ])
  func documentsElsewhereAreNotShown(name: String) throws {
    let page = try RunningServer()
    let id = try begun(page)
    #expect([400, 404].contains(status(request("GET", "/works/\(id)/out/\(name)", page), page)))
  }

  /// An archive is read where it lies and unpacked nowhere, whatever the names in it.
  @Test func archivesWithNamesThatClimbWriteNothing() throws {
    let page = try RunningServer()
    let id = try begun(page)
    let folder = try TemporaryFolder()
    try folder.write("x", to: "通知/..\\..\\甲.docx")
    let archive = SeasonJob.archive(of: folder.path)
    #expect(!String(decoding: archive, as: UTF8.self).contains("\\"))
    var climbing = request(
      "POST", "/works/\(id)/file?role=files&name=a.xlsx", page, changing: ["Content-Length": String(archive.count)])
    climbing += archive
    #expect(status(climbing, page) == 204)
    #expect(try page.files.count { $0.hasSuffix("a.xlsx") } == 1)
  }

  @Test func whatIsHandedInIsThereAndGoesWithItsWork() throws {
    let page = try RunningServer()
    let (one, other) = (try begun(page), try begun(page))
    for id in [one, other] {
      #expect(
        status(request("POST", "/works/\(id)/file?role=files&name=%3Cscript%3E.txt", page, body: id), page) == 204)
    }
    #expect(
      try page.files.filter { $0.hasSuffix("<script>.txt") }.sorted()
        == [one, other].sorted().map { "\($0)/files/<script>.txt" })
    #expect(status(request("POST", "/works/\(one)/leave", page), page) == 204)
    #expect(try !page.files.contains { $0.contains(one) })
    #expect(status(request("GET", "/works/\(one)", page), page) == 404)
    #expect(status(request("GET", "/works/\(other)", page), page) == 200)
    #expect(FileManager.default.isReadableFile(atPath: page.folder))
    #expect(try FileManager.default.attributesOfItem(atPath: page.folder)[.posixPermissions] as? Int == 0o700)
  }

  @Test func bodiesThatAreTooLargeAreRefusedBeforeTheyCome() throws {
    let page = try RunningServer()
    let id = try begun(page)
    let large = request(
      "POST", "/works/\(id)/file?role=files&name=a", page, changing: ["Content-Length": "999999999999"])
    #expect(status(large, page) == 413)
    #expect(status(request("POST", "/works", page, body: "x"), page) == 413)
    let stranger = request(
      "POST", "/works/\(id)/file?role=files&name=a", page, body: "x", changing: ["Cookie": nil])
    #expect(status(stranger, page) == 403)
  }

  /// Heads and bodies that come a byte at a time (slowloris) are given up, and nobody waits for them.
  @Test func slowRequestsAreGivenUp() throws {
    let page = try RunningServer(patienceSeconds: 1)
    let id = try begun(page)
    let half = page.connection()
    half.send(Array("GET / HTTP/1.1\r\nHost: ".utf8))
    let body = page.connection()
    body.send(
      request("POST", "/works/\(id)/file?role=files&name=a", page, changing: ["Content-Length": "100"]) + [0x78])
    #expect(status(request("GET", "/", page), page) == 200)
    #expect(half.answer().status == 408)
    #expect(body.answer().status == 408)
    #expect(try !page.files.contains { $0.contains("part-") })
  }

  @Test func aThousandIdleConnectionsKeepNobodyWaiting() throws {
    let page = try RunningServer()
    var idle: [RawConnection] = []
    for number in 0..<1000 {
      idle.append(page.connection())
      if number % 100 == 99 { #expect(status(request("GET", "/", page), page) == 200) }
    }
    #expect(status(request("GET", "/", page), page) == 200)
    withExtendedLifetime(idle) {}
  }

  /// A second request behind the first is never looked at.
  @Test func pipelinedRequestsGetOneAnswer() throws {
    let page = try RunningServer()
    let answer = page.answer(to: request("GET", "/facts", page) + request("POST", "/works", page))
    #expect(answer.status == 200)
    #expect(String(decoding: answer.all, as: UTF8.self).components(separatedBy: "HTTP/1.1 ").count == 2)
    #expect(page.works == 0)
  }

  @Test(arguments: [
    "Content-Length: 5\r\nContent-Length: 6", "Content-Length: 5\r\ncontent-length: 5", "Content-Length: +5",
    "Content-Length: 0x5", "Content-Length: 5, 5", "Content-Length: -1",
    "Content-Length: 5\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: chunked", "Transfer-Encoding : chunked\r\nContent-Length: 5",
    "Content-Length: 5\r\n Transfer-Encoding: chunked",
    "Content-Length: 5\nX: y", "Content-Length: 5\rX: y", "X\u{0}Y: z\r\nContent-Length: 5",
    "X Y: z\r\nContent-Length: 5",
    ": z\r\nContent-Length: 5", "Xyz\r\nContent-Length: 5", "Host: evil.example\r\nContent-Length: 5",
    "Content-Length: 99999999999999999999",
    "X: é\r\nContent-Length: 5", "Expect: 100-continue\r\nContent-Length: 5", "Content-Length: ",
  ])
  func headsThatCanBeReadInTwoWaysAreRefused(lines: String) throws {
    let page = try RunningServer()
    let head =
      "POST /works HTTP/1.1\r\nHost: 127.0.0.1:\(page.port)\r\nOrigin: http://127.0.0.1:\(page.port)\r\nCookie: \(page.cookie)\r\n"
    #expect([400, 417, 501].contains(status(Array((head + lines + "\r\n\r\nhello").utf8), page)))
    #expect(page.works == 0)
  }

  @Test(arguments: [
    ("GET  / HTTP/1.1", 400), ("GET / HTTP/1.0", 505), ("GET / HTTP/2", 505), ("get / HTTP/1.1", 405),
    ("PUT / HTTP/1.1", 405),
    ("OPTIONS * HTTP/1.1", 405), ("GET http://127.0.0.1/ HTTP/1.1", 400), ("GET /%ff HTTP/1.1", 400),
    ("GET /%zz HTTP/1.1", 400),
    ("GET /%0d%0aX:%20y HTTP/1.1", 400), ("GET /?a=1&a=2 HTTP/1.1", 400), ("GET /#x HTTP/1.1", 400),
    ("\r\nGET / HTTP/1.1", 400),
    ("GET\t/ HTTP/1.1", 400), ("CONNECT a:1 HTTP/1.1", 405), ("TRACE / HTTP/1.1", 405),
  ])
  func otherRequestLinesAreRefused(line: String, wanted: Int) throws {
    let page = try RunningServer()
    let head = "\(line)\r\nHost: 127.0.0.1:\(page.port)\r\nCookie: \(page.cookie)\r\n\r\n"
    #expect(status(Array(head.utf8), page) == wanted)
  }

  @Test func headsThatNeverEndAreRefused() throws {
    let page = try RunningServer()
    let long = "GET / HTTP/1.1\r\nX: \(String(repeating: "y", count: 20_000))"
    #expect(status(Array(long.utf8), page) == 431)
    let many = "GET / HTTP/1.1\r\n" + (0..<100).map { "X\($0): y\r\n" }.joined() + "\r\n"
    #expect(status(Array(many.utf8), page) == 431)
    #expect(status(Array("GET /\(String(repeating: "a", count: 5000)) HTTP/1.1\r\n\r\n".utf8), page) == 414)
    #expect(status([0xFF, 0xFE, 0x0D, 0x0A, 0x0D, 0x0A], page) == 400)
  }

  /// What users wrote is shown in a box of its own, from which nothing can be asked of the server.
  @Test func documentsAreShownInABox() throws {
    let doors = Doors(try TemplateLibrary(), facts: .null)
    for name in ["预览.html", "核对.html", "公开/index.html", "公开季/单位/甲/预览.html"] {
      let head = String(decoding: doors.document([], named: name, isTakenAway: false).wire, as: UTF8.self)
      #expect(head.contains("Content-Security-Policy: sandbox ") && !head.contains("allow-same-origin"), "\(name)")
    }
    let season = String(decoding: doors.document([], named: "公开季/index.html", isTakenAway: false).wire, as: UTF8.self)
    #expect(season.contains("script-src 'sha256-") && !season.contains("script-src 'unsafe"))
    let taken = String(
      decoding: doors.document([], named: "a/\"><script>\r\nX: y.docx", isTakenAway: true).wire, as: UTF8.self)
    #expect(!taken.contains("X: y") && taken.contains("filename*=UTF-8''%22%3E%3Cscript%3E%0D%0AX%3A%20y.docx"))
  }

  @Test func itEndsWhenNobodyUsesItAndLeavesNothing() throws {
    let page = try RunningServer(idleSeconds: 1)
    let (port, folder) = (page.port, page.folder)
    #expect(FileManager.default.fileExists(atPath: folder))
    page.waitForEnd()
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(LoopbackListener(.v4, port: port) != nil)
  }

  @Test func itListensOnThisMachineAlone() throws {
    let page = try RunningServer()
    guard let hexPort = Optional(String(page.port, radix: 16, uppercase: true)),
      let four = try? String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
    else { return }
    let listening = four.split(separator: "\n").map { $0.split(separator: " ") }.filter {
      $0.count > 3 && $0[1].hasSuffix(":\(hexPort)") && $0[3] == "0A"
    }
    #expect(listening.allSatisfy { $0[1].hasPrefix("0100007F:") } && !listening.isEmpty)
  }
}
