import Formats
import System

/// What the page can ask for (网页的请求), and what is done then.
struct Routes: Service {
  let admission: Admission
  let doors: Doors
  let works: Works
  let clock: LastAsked

  /// The parts of a path.
  private static func parts(of head: RequestHead) -> [String] {
    head.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
  }

  func intake(of head: RequestHead) throws(Refusal) -> Intake {
    try admission.checkOrigin(of: head)
    let parts = Self.parts(of: head)
    guard head.method == .post, parts.count == 3, parts[0] == "works", parts[2] == "file" else { return .nothing }
    guard admission.isKnown(head) else { throw Refusal(403, "没有打开过 juesuan serve 给出的链接。请用新的链接打开。") }
    _ = try Self.role(of: head)
    _ = try UploadName(head.query["name"] ?? "")
    return .file(try works.part(of: parts[1], bytes: head.bodySize))
  }

  func response(to head: RequestHead, received: String?) -> Response {
    do throws(Refusal) {
      if head.method == .get, head.path == "/enter" { return try entrance(head) }
      guard admission.isKnown(head) else { return doors.closed(to: head) }
      clock.note()
      if head.method == .get, let file = doors.file(head.path) { return file }
      return head.method == .get ? try shown(head) : try done(head, received)
    } catch {
      return Response(error)
    }
  }

  /// The first link: whoever has it is known from now on, and goes to the page, so that it stays in no list of pages visited.
  private func entrance(_ head: RequestHead) throws(Refusal) -> Response {
    guard admission.admits(head.query["token"]) else { return doors.closed(to: head) }
    clock.note()
    var offer = head.query["offer"].map { "#offer=" + Doors.percentEncoded($0) } ?? ""
    if !offer.isEmpty, head.query["ledger"] == "1" { offer += "&ledger=1" }
    var response = Response.elsewhere("/" + offer)
    response.fields.append(admission.cookie)
    return response
  }

  /// How a piece of work stands, or a document that came of it.
  private func shown(_ head: RequestHead) throws(Refusal) -> Response {
    let parts = Self.parts(of: head)
    guard parts.count >= 2, parts[0] == "works" else { throw .notHere }
    let work = try works.work(parts[1])
    if parts.count == 2 { return Self.standing(of: work) }
    guard parts.count > 3, parts[2] == "out" else { throw .notHere }
    let name = parts[3...].joined(separator: "/")
    guard let bytes = work.folder.document(name) else { throw .notHere }
    return doors.document(bytes, named: name, isTakenAway: head.query["take"] == "1")
  }

  private static func standing(of work: Work) -> Response {
    var members: [(String, JSONOutput)] = [
      ("state", .string(work.state.rawValue)), ("message", .string(work.message)),
      ("progress", .string(work.state == .running ? work.folder.progress : "")),
    ]
    if work.state == .open {
      let names = Folder.pathsBelow(work.folder.inputs(.files), atMost: 1000) ?? []
      members.append(("files", .array(names.map { .string($0) })))
    }
    var body = JSONWriter.utf8(of: .object(members))
    if work.state == .done, let result = work.folder.result {
      // The result is JSON already: it stands in for the last brace.
      body = Array(body.dropLast(2).reversed().drop { $0 == 0x0A || $0 == 0x20 }.reversed())
      body += Array(", \"result\": ".utf8) + result + [0x7D]
    }
    return Response("application/json", body)
  }

  /// Something is done.
  private func done(_ head: RequestHead, _ received: String?) throws(Refusal) -> Response {
    let parts = Self.parts(of: head)
    if parts == ["works"] {
      let id = try works.begin(in: head.query["offer"])
      return Response("application/json", JSONWriter.utf8(of: .object([("id", .string(id))])))
    }
    if parts == ["alive"] {
      works.see((head.query["works"] ?? "").split(separator: ",").map(String.init))
      return .done
    }
    guard parts.count == 3, parts[0] == "works" else { throw .notHere }
    let id = parts[1]
    switch parts[2] {
    case "file":
      guard let received else { throw .malformed }
      try works.take(received, for: id, as: Self.role(of: head), UploadName(head.query["name"] ?? ""))
    case "clear": try works.clear(Self.role(of: head), of: id)
    case "start": try works.start(id, Order(head.query))
    case "cancel": try works.cancel(id)
    case "leave":
      _ = try works.work(id)
      works.leave(id)
    default: throw .notHere
    }
    return .done
  }

  private static func role(of head: RequestHead) throws(Refusal) -> Order.Role {
    guard let role = head.query["role"].flatMap({ Order.Role(rawValue: $0) }) else { throw .malformed }
    return role
  }
}
