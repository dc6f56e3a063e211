import Accounts
package import Checks
import Formats

/// The catalogue of rules as data for other programs.
package enum RulesJSON {
  /// The format's version.
  package static let version: Int64 = 1

  /// The JSON of the whole catalogue.
  package static func bytes(of rules: [Rule]) -> [UInt8] {
    JSONWriter.utf8(
      of: .object([
        ("version", .integer(version)),
        (
          "classes",
          .array(
            Identity.Class.allCases.map {
              .inline(
                .object([
                  ("class", .string($0.rawValue)), ("word", .string($0.word)), ("tolerance", .string($0.tolerance)),
                ]))
            })
        ),
        ("rules", .array(rules.map(rule))),
      ]))
  }

  private static func rule(_ rule: Rule) -> JSONOutput {
    let kind =
      switch rule.kind {
      case .identity: "identity"
      case .structure: "structure"
      case .ledger: "ledger"
      case .claim: "claim"
      case .units: "units"
      case .size: "size"
      case .joint: "joint"
      case .diagnosis: "diagnosis"
      case .duty: "duty"
      case .evaluation: "evaluation"
      }
    var members: [(String, JSONOutput)] = [
      ("id", .string(rule.id)), ("kind", .string(kind)), ("title", .string(rule.title)),
      ("severity", .string(rule.severity.rawValue)), ("basis", .string(rule.basis)),
      ("article", rule.article.map { .string($0) } ?? .null), ("advice", .string(rule.advice)),
      ("places", .inline(texts(rule.places))), ("years", .inline(.array(rule.years.map { .integer(Int64($0)) }))),
    ]
    if !rule.severities.isEmpty {
      let severities = rule.layouts.compactMap { layout in rule.severities[layout].map { (layout, $0) } }
      members.append(("severities", .inline(.object(severities.map { ($0.0, .string($0.1.rawValue)) }))))
    }
    if let identity = rule.identity {
      members += [
        ("class", .string(identity.class.rawValue)), ("formulas", .inline(texts(identity.formulas))),
        ("columns", .inline(.array((identity.columns ?? []).map { .integer(Int64($0)) }))),
        ("condition", identity.condition.map { .string($0.text) } ?? .null),
        ("assumable", .bool(rule.isAssumable)),
        ("related", .inline(texts(identity.related ?? []))), ("impliedBy", .inline(texts(identity.impliedBy ?? []))),
      ]
    }
    return .object(members)
  }

  private static func texts(_ texts: [String]) -> JSONOutput { .array(texts.map { .string($0) }) }
}
