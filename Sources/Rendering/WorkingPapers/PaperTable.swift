import Formats

/// A table of a working paper before it is a sheet of a workbook or a table of a Word file: texts, as they are printed.
struct PaperTable {
  /// A column by its head.
  struct Column {
    /// How its cells are set.
    enum Look {
      case text, center, figure
      /// Empty, for a person to write into.
      case blank
    }

    let heading: String
    /// In half-width characters.
    let width: Double
    let look: Look

    init(_ heading: String, _ width: Double, _ look: Look = .text) {
      self.heading = heading
      self.width = width
      self.look = look
    }
  }

  /// A row: a text for each column, and what leads to it and from it.
  struct Row {
    var cells: [String]
    /// By which links find it; nil where none leads to it.
    var key: String?
    /// What its cells lead to, by their columns.
    var links: [Int: String] = [:]
    /// The colour behind its cells that say how bad it is, by their columns.
    var fills: [Int: CellColor] = [:]

    init(_ cells: [String], key: String? = nil) {
      self.cells = cells
      self.key = key
    }
  }

  /// What it is called: the name of its sheet, and its heading.
  let name: String
  var columns: [Column]
  var rows: [Row]
  /// Whether it is there although it has no rows, which then says that there are none.
  let isAlwaysThere: Bool

  init(_ name: String, isAlwaysThere: Bool = false, _ columns: [Column], _ rows: [Row]) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.isAlwaysThere = isAlwaysThere
  }

  /// The width of all its columns, in half-width characters.
  var width: Double { columns.reduce(0) { $0 + $1.width } }

  /// The table with some of its columns, by their positions.
  func keeping(_ kept: [Int]) -> PaperTable {
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in
      var some = Row(kept.map { row.cells[$0] }, key: row.key)
      for (position, column) in kept.enumerated() {
        some.links[position] = row.links[column]
        some.fills[position] = row.fills[column]
      }
      return some
    }
    return table
  }

  /// The table with a column in front that says of which input each row is.
  func naming(_ sources: [String]) -> PaperTable {
    var table = self
    table.columns.insert(Column("来源", 20), at: 0)
    table.rows = zip(rows, sources).map { row, source in
      var row = row
      row.cells.insert(source, at: 0)
      row.links = Dictionary(uniqueKeysWithValues: row.links.map { ($0.key + 1, $0.value) })
      row.fills = Dictionary(uniqueKeysWithValues: row.fills.map { ($0.key + 1, $0.value) })
      return row
    }
    return table
  }
}
