import Documents
import Formats
import FoundationEssentials

/// The page with the three doors (三扇门的网页), and the rules by which documents are shown beside it.
struct Doors: Sendable {
  private let page: Response
  private let style: Response
  private let script: Response
  private let closed: Response
  /// The hashes of the scripts of a season's page, the one page of ours that links to others.
  private let seasonScripts: [String]

  /// From the templates; `facts` are what the page says of this machine.
  init(_ library: TemplateLibrary, facts: JSONOutput) {
    // In the page no text is anything but text: the script asks for these.
    page = Response("text/html; charset=utf-8", Array(library.text("html/doors.html").utf8), policy: .page)
    style = Response(
      "text/css; charset=utf-8", Array((library.text("html/colours.css") + library.text("html/doors.css")).utf8))
    script = Response("text/javascript; charset=utf-8", Array(library.text("html/doors.js").utf8))
    var closed = Response("text/html; charset=utf-8", Array(library.text("html/doors-closed.html").utf8))
    closed.status = 403
    self.closed = closed
    self.facts = Response("application/json", JSONWriter.utf8(of: facts))
    seasonScripts = Self.scripts(in: library.text("html/season.mustache"), library.text("html/season.js")).map {
      Data(SHA256(of: Array($0.utf8)).bytes).base64EncodedString()
    }
  }

  /// What the page says of this machine.
  let facts: Response

  /// One of its own files by its path; nil where that is none.
  func file(_ path: String) -> Response? {
    switch path {
    case "/": page
    case "/doors.css": style
    case "/doors.js": script
    case "/facts": facts
    default: nil
    }
  }

  /// What is shown to who has not come by the first link: a page to a person, a line to a script.
  func closed(to head: RequestHead) -> Response {
    guard head.method == .get, head.path == "/" || head.path == "/enter" else {
      return Response(Refusal(403, "没有打开过 juesuan serve 给出的链接，或它已经重新启动。请再运行一次，用新的链接打开。"))
    }
    return closed
  }

  /// A document that came of a piece of work, to be shown or taken away.
  func document(_ bytes: [UInt8], named name: String, isTakenAway: Bool) -> Response {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let isPage = file.hasSuffix(".html") && !isTakenAway
    var response = Response(isPage ? "text/html; charset=utf-8" : Self.type(of: file), bytes)
    if isPage {
      response.policy =
        name.hasPrefix(SeasonJob.folder) && file == "index.html" ? .linked(scripts: seasonScripts) : .boxed
    } else if !file.hasSuffix(".json") || isTakenAway {
      response.fields.append(("Content-Disposition", "attachment; filename*=UTF-8''\(Self.percentEncoded(file))"))
    }
    return response
  }

  /// The scripts of the season's template, as a page made from it has them.
  static func scripts(in template: String, _ script: String) -> [String] {
    template.split(separator: "<script>").dropFirst().compactMap { part in
      part.firstRange(of: "</script>").map {
        String(part[..<$0.lowerBound]).replacing("{{{script}}}", with: script)
      }
    }
  }

  private static func type(of file: String) -> String {
    switch file.split(separator: ".").last {
    case "json": "application/json"
    case "zip": "application/zip"
    case "html": "text/html; charset=utf-8"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case "pdf": "application/pdf"
    default: "application/octet-stream"
    }
  }

  /// A name as a field of HTTP can hold it.
  static func percentEncoded(_ name: String) -> String {
    name.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }.joined()
  }
}
