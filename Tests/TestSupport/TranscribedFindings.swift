package import FoundationEssentials

/// What an independent program found in the transcribed tables: `Fixtures/findings.json`, where it quotes sentences with
/// the words that ``TranscribedTables`` has for them.
package struct TranscribedFindings: Decodable, Sendable {
  package let findings: [Entry]
  /// What it checked and found in order.
  package let passed: [Entry]

  /// A check of a table and what came of it.
  package struct Entry: Decodable, Sendable {
    package let id: String?
    package let source: String?
    package let table: String?
    package let check: String
    package let place: String
    package let printed: String?
    package let expected: String?
    package let verdict: String
    package let indicator: Int?

    enum CodingKeys: String, CodingKey {
      case id, source, table, check, printed, expected, verdict, indicator
      case place = "where"
    }
  }

  /// Those of the fixtures.
  package static let all: TranscribedFindings = {
    do {
      return try TranscribedFindings(from: TranscribedTables.fixtures)
    } catch {
      fatalError("Fixtures/findings.json: \(error)")
    }
  }()

  /// Whether the independent program looked for what a rule finds; what is found beyond it is listed by the tests.
  package static func looksFor(_ rule: String) -> Bool {
    !["P-E14", "P-E15", "P-E16", "P-E17", "P-E18"].contains(rule)
  }

  /// Those of a folder's `findings.json`.
  package init(from folder: URL) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: folder.appending(path: "findings.json")))
  }
}
