import Foundation

/// The ten tables as published, cell by cell: `Fixtures/datong-2024-published.json`.
struct PublishedDisclosure: Decodable {
  let unit: String
  let year: Int
  let tables: [Table]

  struct Table: Decodable {
    let id: String
    let title: String
    let formCode: String
    let unitLine: String
    let period: String
    let currency: String
    let notes: [String]
    /// The header rows, a text a column; empty where a cell is blank or covered by another.
    let header: [[String]]
    let rows: [[Cell]]
  }

  /// A cell: words, or 行次 or a code, or a figure at its address; nothing of these where the cell is empty.
  struct Cell: Decodable {
    let label: String?
    let number: String?
    let at: String?
    let print: String?
    let columns: Int?
  }

  /// The folder of the package, found from this file.
  static let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func datong() throws -> PublishedDisclosure {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/datong-2024-published.json")
    return try JSONDecoder().decode(PublishedDisclosure.self, from: Data(contentsOf: file))
  }

  func table(_ id: String) -> Table? { tables.first { $0.id == id } }
}
