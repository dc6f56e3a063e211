/// A table as it is printed.
package struct WordTable: Sendable, Equatable {
  /// Its number among the tables of its story, those in cells included, in the order in which they begin; from 1.
  package let number: Int
  /// Where it stands.
  package let story: WordStory
  /// The rows from top to bottom.
  package let rows: [WordRow]
  /// How many columns its rows reach over at most.
  package let columnCount: Int

  /// Whether it has one cell a row only, and holds tables: a frame for the page rather than a table.
  package var isFrame: Bool {
    rows.allSatisfy { $0.cells.count <= 1 } && rows.contains { row in row.cells.contains { $0.holdsTables } }
  }
}

/// A row of a table.
package struct WordRow: Sendable, Equatable {
  /// Whether it is printed again on each page the table goes on to (重复标题行).
  package let isHeader: Bool
  /// The cells from left to right.
  package internal(set) var cells: [WordCell]
}

/// A cell of a table.
package struct WordCell: Sendable, Equatable {
  /// The text of its paragraphs, one a line, without empty ones and without the tables in it.
  package let text: String
  /// The leftmost column it covers, counted from 0.
  package let column: Int
  /// How many columns it covers.
  package let columnSpan: Int
  /// How many rows it covers; 1 for the continuation of another.
  package internal(set) var rowSpan: Int
  /// Whether it is part of the cell above it, merged (纵向合并) with this one; then it has no text.
  package let isContinuation: Bool
  /// All that is in it in order, when a table is among it; otherwise empty, as the text says it all.
  package let blocks: [WordBlock]

  /// Whether there are tables in it.
  package var holdsTables: Bool { !blocks.isEmpty }
}
