/// The ten tables of a real disclosure as printed, cell by cell: `Fixtures/datong-2024-published.json`.
package struct PrintedTables: Decodable, Sendable {
  /// The unit that published them.
  package let unit: String
  package let year: Int
  package let tables: [Table]

  /// A table as printed.
  package struct Table: Decodable, Sendable {
    package let id: String
    package let title: String
    package let formCode: String
    package let unitLine: String
    package let period: String
    package let currency: String
    package let notes: [String]
    /// The header rows, a text a column; empty where a cell is blank or covered by another.
    package let header: [[String]]
    package let rows: [[Cell]]
  }

  /// A cell: words, or 行次 or a code, or a figure at its address; nothing of these where the cell is empty.
  package struct Cell: Decodable, Sendable {
    package let label: String?
    package let number: String?
    package let at: String?
    package let print: String?
    package let columns: Int?
  }

  private static let made = Once { try Fixture.value(PrintedTables.self, "datong-2024-published.json") }

  /// Those of the example 大同.
  package static var datong: PrintedTables { get throws { try made.get() } }

  /// A table by its id, such as `06`.
  package func table(_ id: String) -> Table? { tables.first { $0.id == id } }

  /// Every figure's text by its address.
  package var figureTexts: [String: String] {
    Dictionary(
      uniqueKeysWithValues: tables.flatMap(\.rows).flatMap { $0 }.compactMap { cell in
        cell.at.map { ($0, cell.print ?? "") }
      })
  }
}
