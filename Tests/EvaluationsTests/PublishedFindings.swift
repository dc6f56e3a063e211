import Foundation

/// What an independent program found in the published tables: `Fixtures/findings.json`, where it quotes sentences with
/// the words that ``PublishedTables`` has for them.
struct PublishedFindings: Decodable {
  let findings: [Entry]
  let passed: [Entry]

  struct Entry: Decodable {
    let id: String?
    let table: String?
    let check: String
    let place: String
    let printed: String?
    let expected: String?
    let verdict: String
    let indicator: Int?

    enum CodingKeys: String, CodingKey {
      case id, table, check, printed, expected, verdict, indicator
      case place = "where"
    }
  }

  static let all = load()

  static func load() -> PublishedFindings {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/findings.json")
    do {
      return try JSONDecoder().decode(PublishedFindings.self, from: Data(contentsOf: file))
    } catch {
      fatalError("Fixtures/findings.json: \(error)")
    }
  }
}
