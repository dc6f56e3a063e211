import Accounts
import Tables

/// The figures of a disclosure by address, with the exact amounts each can stand for. Built once, linear in the figures.
///
/// Of a table or a row that is printed twice only the first is taken.
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
  }

  /// The rows of one table, in order, and which stand below which.
  struct Rows {
    let table: TableID
    /// Codes, lines or totals, each once.
    fileprivate(set) var names: [String] = []
    fileprivate var numbers: [String: Int] = [:]
    /// For every row the positions of its figures by column, from 1; nil where there is none.
    fileprivate var positions: [[Int?]] = []
    /// For every row the rows whose nearest printed ancestor it is; 合计 is the ancestor of all codes.
    fileprivate(set) var children: [[Int]] = []

    /// The number of a row; nil when the table has none of that name.
    func number(of name: String) -> Int? { numbers[name] }

    /// Where the figure in a column of a row stands in the index; nil when there is none.
    func position(_ row: Int, _ column: Int) -> Int? {
      let columns = positions[row]
      return column < columns.count ? columns[column] : nil
    }
  }

  private(set) var entries: [Entry] = []
  /// By the ordinal of the table.
  private var rows = Array(repeating: Rows?.none, count: TableID.allCases.count)
  /// The tables in which a row that is not there means no amount, since only codes with amounts are printed.
  static let codeTables: Set<TableID> = [.t02, .t03, .t05, .t06, .t07, .t08]

  init(_ tables: TableSet) {
    for table in tables.tables where rows[table.id.ordinal] == nil {
      var rows = Rows(table: table.id)
      for row in table.rows {
        for cell in row.cells {
          guard case .figure(let figure) = cell.content, let entry = Entry(figure) else { continue }
          if rows.insert(figure.address, at: entries.count) { entries.append(entry) }
        }
      }
      rows.linkChildren()
      self.rows[table.id.ordinal] = rows
    }
  }

  /// The rows of a table; nil when the disclosure lacks it.
  func rows(of table: TableID) -> Rows? { rows[table.ordinal] }

  /// Where a figure stands; nil when the disclosure has none at the address.
  func position(_ address: FigureAddress) -> Int? {
    guard let rows = rows[address.table.ordinal], let row = rows.number(of: address.row) else { return nil }
    return rows.position(row, address.column)
  }
}

extension TableID {
  /// The place of the table among the ten.
  var ordinal: Int {
    switch self {
    case .t01: 0
    case .t02: 1
    case .t03: 2
    case .t04: 3
    case .t05: 4
    case .t06: 5
    case .t07: 6
    case .t08: 7
    case .t09: 8
    case .t10: 9
    }
  }
}

extension FigureIndex.Entry {
  /// Nil for a number too large to reckon with.
  fileprivate init?(_ figure: TableFigure) {
    self.figure = figure
    switch figure.figure.content {
    case .blank, .dash:
      (low, high, center, step) = (0, 0, 0, 0)
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

extension FigureIndex.Rows {
  /// Puts a figure into its row; false when one stands at that address already.
  fileprivate mutating func insert(_ address: FigureAddress, at position: Int) -> Bool {
    let row: Int
    if let last = names.last, last == address.row {
      row = names.count - 1
    } else if let known = numbers[address.row] {
      row = known
    } else {
      row = names.count
      names.append(address.row)
      numbers[address.row] = row
      positions.append([])
      children.append([])
    }
    while positions[row].count <= address.column { positions[row].append(nil) }
    guard positions[row][address.column] == nil else { return false }
    positions[row][address.column] = position
    return true
  }

  fileprivate mutating func linkChildren() {
    guard FigureIndex.codeTables.contains(table) else { return }
    for (row, code) in names.enumerated() where code.utf8.allSatisfy({ (48...57).contains($0) }) {
      var ancestor = code
      repeat {
        ancestor.removeLast(ancestor.utf8.count > 3 ? 2 : min(3, ancestor.utf8.count))
      } while !ancestor.isEmpty && numbers[ancestor] == nil
      if let parent = numbers[ancestor.isEmpty ? "合计" : ancestor] { children[parent].append(row) }
    }
  }
}
