import Accounts
import Documents
import Formats
import Tables

/// The text of a disclosure as data: headings and paragraphs in order, and what the numbers of each paragraph state.
enum DisclosureText {
  /// `{"heading": level, "text"}` for a heading, `{"text", "claims"}` for a paragraph.
  static func lines(of document: Document) -> JSONOutput {
    var lines: [JSONOutput] = []
    func heading(_ level: Int64, _ text: String) {
      lines.append(.inline(.object([("heading", .integer(level)), ("text", .string(text))])))
    }
    for part in document.parts {
      heading(1, part.title)
      for section in part.sections {
        if !section.title.isEmpty { heading(2, section.title) }
        for block in section.blocks {
          switch block {
          case .subheading(_, let title): heading(3, title)
          case .paragraph(let runs): lines.append(paragraph(runs))
          case .terms(let entries):
            for entry in entries {
              lines.append(.inline(.object([("text", .string("\(entry.term)：\(entry.definition)"))])))
            }
          case .table, .chart, .evaluation, .basicData: break
          }
        }
      }
    }
    return .array(lines)
  }

  private static func paragraph(_ runs: [Run]) -> JSONOutput {
    // A word of direction and its number state one claim.
    var seen: Set<Claim> = []
    let claims = runs.compactMap(\.claim).filter { seen.insert($0).inserted }
    var members: [(String, JSONOutput)] = [("text", .string(runs.text))]
    if !claims.isEmpty { members.append(("claims", .array(claims.map(claim)))) }
    return .inline(.object(members))
  }

  static func claim(_ claim: Claim) -> JSONOutput {
    var members: [(String, JSONOutput)] = [
      ("quantity", .string(claim.quantity)), ("measure", .string(claim.measure.rawValue)),
    ]
    if let base = claim.base { members.append(("base", .string(base))) }
    if let direction = claim.direction { members.append(("direction", .string(direction.rawValue))) }
    if claim.figure.content != .blank {
      let sign = claim.figure.unit == .percent && !claim.figure.text.hasSuffix("%") ? "%" : ""
      members.append(("figure", .string(claim.figure.text + sign)))
    }
    return .object(members)
  }
}
