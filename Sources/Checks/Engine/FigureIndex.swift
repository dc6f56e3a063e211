import Accounts
import Tables

/// The figures of a disclosure by address, with the exact amounts each can stand for. Built once, linear in the figures.
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

  /// The rows of one table: codes, lines or totals, in order, and which stand below which.
  struct Rows {
    var all: [String] = []
    /// For a row, the rows whose nearest printed ancestor it is; 合计 is the ancestor of all codes.
    var children: [String: [String]] = [:]
  }

  private(set) var entries: [Entry] = []
  private var positions: [FigureAddress: Int] = [:]
  private(set) var rows: [TableID: Rows] = [:]
  /// The tables in which a row that is not there means no amount, since only codes with amounts are printed.
  static let codeTables: Set<TableID> = [.t02, .t03, .t05, .t06, .t07, .t08]

  init(_ tables: TableSet) {
    for table in tables.tables {
      var rows = Rows()
      var last = ""
      for figure in table.figures {
        guard let entry = Entry(figure) else { continue }
        if positions.updateValue(entries.count, forKey: figure.address) == nil { entries.append(entry) }
        if figure.address.row != last {
          last = figure.address.row
          rows.all.append(last)
        }
      }
      if Self.codeTables.contains(table.id) { rows.linkChildren() }
      if self.rows[table.id] == nil { self.rows[table.id] = rows }
    }
  }

  func position(_ address: FigureAddress) -> Int? { positions[address] }
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
  fileprivate mutating func linkChildren() {
    let printed = Set(all)
    for code in all where code.utf8.allSatisfy({ (48...57).contains($0) }) {
      var ancestor = Substring(code)
      repeat { ancestor = ancestor.dropLast(ancestor.utf8.count > 3 ? 2 : 3) } while !ancestor.isEmpty && !printed.contains(String(ancestor))
      let parent = ancestor.isEmpty ? "合计" : String(ancestor)
      children[parent, default: []].append(code)
    }
  }
}
