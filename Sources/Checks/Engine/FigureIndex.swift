import Accounts
import Formats
import Tables

/// The figures of a disclosure by address, with the exact amounts each can stand for. Built once, linear in the figures.
///
/// Of a table or a row that is printed twice only the first is taken. A row of which no figure could be read is a row all the
/// same: what stands in it is unread, and not nothing.
struct FigureIndex {
  /// A figure as the engine sees it.
  struct Entry {
    let figure: TableFigure
    /// The exact amounts it can stand for, in fen or things; a blank and a dash stand for nothing at all, 0.
    let low: Int64
    let high: Int64
    /// What the digits say, in fen or things.
    let center: Int64
    /// How many fen (things) one unit of the last printed place is; 0 for a blank or a dash.
    let step: Int64

    var isNumber: Bool { step > 0 }

    /// What is printed, negative where the sentence says 减少.
    var signedContent: Figure.Content {
      guard center < 0, case .number(let count, let decimals) = figure.figure.content, count > 0 else {
        return figure.figure.content
      }
      return .number(count: -count, decimals: decimals)
    }
  }

  private(set) var entries: [Entry] = []
  /// How much of the tables was read.
  let coverage: Coverage
  // By the ordinal of the table:
  private var isPresent = Array(repeating: false, count: TableID.ordinals)
  /// Codes, lines or totals in order, each once.
  private var names = Array(repeating: [String](), count: TableID.ordinals)
  private var numbers = Array(repeating: [TextKey: Int](), count: TableID.ordinals)
  /// For every row and column the figure's position among the entries, or -1.
  private var positions = Array(repeating: [Int](), count: TableID.ordinals)
  /// For every row the rows whose nearest printed ancestor it is; 合计 is the ancestor of all codes.
  private var children = Array(repeating: [[Int]](), count: TableID.ordinals)

  /// The most columns a table of the national form has; no identity speaks of a column of it beyond.
  private static let width = 12
  /// Where the figures in columns beyond stand: only tables whose columns are economic codes have such.
  private var positionsBeyond: [FigureAddress: Int] = [:]
  /// The columns of the tables that only some places publish, and those just below each, by the ordinal of the table.
  private var columnsPrinted = Array(repeating: [Int](), count: TableID.ordinals)
  private var columnsBelow = Array(repeating: [Int: [Int]](), count: TableID.ordinals)

  init(_ tables: TableSet) {
    coverage = Coverage(tables)
    for table in tables.tables + tables.supplementary where !isPresent[table.id.ordinal] {
      isPresent[table.id.ordinal] = true
      for row in table.rows {
        for cell in row.cells {
          switch cell.content {
          case .figure(let figure):
            if let entry = Entry(figure) { insert(entry) } else { _ = insertRow(figure.address) }
          case .unread(let address, _, _): _ = insertRow(address)
          case .label, .number, .empty: break
          }
        }
      }
      if Coverage.codeTables.contains(table.id) || table.id.isSupplementary { linkChildren(table.id.ordinal) }
      if table.id.isSupplementary { linkColumns(of: table) }
    }
    guard let prose = tables.prose, !prose.claims.isEmpty else { return }
    isPresent[TableID.prose.ordinal] = true
    for claim in prose.claims {
      if let entry = Entry(claim, place: prose.place(of: claim)) { insert(entry) }
    }
  }

  /// Whether the disclosure has a table.
  func has(_ table: TableID) -> Bool { isPresent[table.ordinal] }

  /// The rows of a table in order, by name.
  func rows(of table: TableID) -> [String] { names[table.ordinal] }

  /// The index of the row with a name in a table; nil when the table has no such row.
  func row(_ name: String, of table: TableID) -> Int? { numbers[table.ordinal][name] }

  /// The rows just below a row.
  func children(of row: Int, in table: TableID) -> [Int] { children[table.ordinal][row] }

  /// The columns that a table which only some places publish prints.
  func columns(of table: TableID) -> [Int] { columnsPrinted[table.ordinal] }

  /// The columns just below a column where columns are codes: those of 款 below their 类, and below 1, 合计, all that are below
  /// no other.
  func children(ofColumn column: Int, in table: TableID) -> [Int] { columnsBelow[table.ordinal][column] ?? [] }

  /// Where the figure in a column of a row stands among the entries; nil when there is none.
  func position(_ table: TableID, row: Int, column: Int) -> Int? {
    guard (1...Self.width).contains(column) else {
      return table.isSupplementary ? positionsBeyond[FigureAddress(table, names[table.ordinal][row], column)] : nil
    }
    let position = positions[table.ordinal][row * Self.width + column - 1]
    return position < 0 ? nil : position
  }

  /// Where a figure stands among the entries; nil when the disclosure has none at the address.
  func position(_ address: FigureAddress) -> Int? {
    row(address.row, of: address.table).flatMap { position(address.table, row: $0, column: address.column) }
  }

  /// Why the figure at an address is not known, as a clause; nil where it is, or is known to be none.
  func unread(_ address: FigureAddress) -> String? {
    let row = row(address.row, of: address.table)
    if let row, position(address.table, row: row, column: address.column) != nil { return nil }
    return coverage.unread(address, isPrinted: row != nil)
  }

  /// The row of an address, behind the others where it is a new one.
  private mutating func insertRow(_ address: FigureAddress) -> Int {
    let table = address.table.ordinal
    if let last = names[table].last, last == address.row { return names[table].count - 1 }
    if let known = numbers[table][address.row] { return known }
    let row = names[table].count
    names[table].append(address.row)
    numbers[table][address.row] = row
    positions[table].append(contentsOf: repeatElement(-1, count: Self.width))
    children[table].append([])
    return row
  }

  private mutating func insert(_ entry: Entry) {
    let address = entry.figure.address
    let table = address.table.ordinal
    guard (1...Self.width).contains(address.column) else {
      guard address.table.isSupplementary, positionsBeyond[address] == nil else { return }
      _ = insertRow(address)
      positionsBeyond[address] = entries.count
      entries.append(entry)
      return
    }
    let row = insertRow(address)
    let place = row * Self.width + address.column - 1
    guard positions[table][place] < 0 else { return }
    positions[table][place] = entries.count
    entries.append(entry)
  }

  /// Notes the columns of a table, those too in which nothing could be read.
  private mutating func linkColumns(of table: Table) {
    var columns: Set<Int> = []
    for cell in table.rows.lazy.flatMap(\.cells) {
      switch cell.content {
      case .figure(let figure): columns.insert(figure.address.column)
      case .unread(let address, _, _): columns.insert(address.column)
      case .label, .number, .empty: break
      }
    }
    let all = columns.sorted()
    columnsPrinted[table.id.ordinal] = all
    for column in all where column > 1 {
      columnsBelow[table.id.ordinal][columns.contains(column / 100) ? column / 100 : 1, default: []].append(column)
    }
  }

  private mutating func linkChildren(_ table: Int) {
    for (row, code) in names[table].enumerated() where code.utf8.allSatisfy({ (48...57).contains($0) }) {
      var ancestor = code
      repeat {
        ancestor.removeLast(ancestor.utf8.count > 3 ? 2 : min(3, ancestor.utf8.count))
      } while !ancestor.isEmpty && numbers[table][ancestor] == nil
      if let parent = numbers[table][ancestor.isEmpty ? "合计" : ancestor] { children[table][parent].append(row) }
    }
  }
}

extension FigureIndex.Entry {
  /// Nil for a number too large to reckon with, and for one that is awaited: then nothing that needs it is checked.
  init?(_ figure: TableFigure) {
    self.figure = figure
    switch figure.figure.content {
    case .blank, .dash:
      (low, high, center, step) = (0, 0, 0, 0)
    case .awaited: return nil
    case .number(let count, let decimals):
      guard let interval = figure.figure.interval else { return nil }
      (low, high) = (interval.lowerBound, interval.upperBound)
      var step: Int64 = 1
      if case .money(let unit) = figure.figure.unit {
        step = unit.fen
        for _ in 0..<decimals { step /= 10 }
      }
      self.step = step
      center = count * step
    }
  }
}
