import Accounts
import Tables

/// A block of figures printed some rows off against its labels, or two columns in each other's place (错行、错栏).
struct ShiftedRows {
  private enum Kind {
    /// The figures of the labels from one row on stand so many rows below them (above, where negative); where they wrap, what
    /// the last rows lost stands in the first.
    case rows(by: Int, from: Int, wraps: Bool)
    case columns(Int, Int)
  }

  private let table: TableID
  private let kind: Kind
  /// For each position of the block the one at which its figure is printed; nil where it is printed nowhere.
  private let sources: [Int: Int?]
  /// Relations that did not hold and then do, less those that no longer do.
  private let gain: Int
  /// How many figures are then not known.
  private var lost: Int { sources.values.count { $0 == nil } }

  /// The most rows by which a block is sought.
  private static let reach = 3
  /// Fewer relations than this tell nothing of a whole block.
  private static let fewest = 6

  /// The shift that satisfies most of the violated relations of a table; nil where none satisfies nearly all of them.
  static func best(_ net: RelationNet, _ violated: [Int], in tables: TableSet) -> ShiftedRows? {
    var positions: [FigureAddress: Int] = [:]
    for (position, member) in net.members.enumerated() where member.claim == nil {
      positions[member.figure.address] = position
    }
    return tables.tables.compactMap { table -> ShiftedRows? in
      let own = violated.filter { link in
        net.links[link].terms.contains { net.members[$0.position].figure.address.table == table.id }
      }
      guard own.count >= fewest else { return nil }
      return best(Block(table, positions), net, own)
    }.max { $0.gain < $1.gain }
  }

  private static func best(_ block: Block, _ net: RelationNet, _ violated: [Int]) -> ShiftedRows? {
    let concerned = Set(violated.lazy.flatMap { net.links[$0].terms.lazy.map(\.position) })
    let first = block.rows.firstIndex { row in row.contains { $0.map(concerned.contains) ?? false } } ?? 0
    let starts = Set([0, 1, 2] + ((first - reach - 1)...(first + reach))).filter(block.rows.indices.contains).sorted()
    var best: ShiftedRows?
    func take(_ kind: Kind, _ sources: [Int: Int?]) {
      guard !sources.isEmpty, let found = ShiftedRows(block.table, kind, sources, net, violated) else { return }
      if best.map({ (found.gain, -found.lost) > ($0.gain, -$0.lost) }) ?? true { best = found }
    }
    let slots = block.rows.first?.indices ?? 0..<0
    let choices = [Array(slots)] + slots.map { [$0] }
    for start in starts {
      for end in [block.rows.count, block.rows.count - 1] where end - start > reach {
        for distance in (1...reach).flatMap({ [$0, -$0] }) {
          for columns in choices {
            for wraps in [false, true] {
              let sources = block.shifted(start..<end, by: distance, in: columns, wraps: wraps)
              take(.rows(by: distance, from: start, wraps: wraps), sources)
            }
          }
        }
      }
    }
    for left in slots {
      for right in slots where left < right { take(.columns(left, right), block.swapped(left, right)) }
    }
    return best
  }

  /// Nil where the shift does not satisfy nearly all of the violated relations, or breaks as many.
  private init?(_ table: TableID, _ kind: Kind, _ sources: [Int: Int?], _ net: RelationNet, _ violated: [Int]) {
    var values = net.values
    for (position, source) in sources { values[position] = source.flatMap { net.values[$0] } }
    var touched: Set<Int> = []
    for position in sources.keys { touched.formUnion(net.linksOf[position]) }
    var (mended, broken, open) = (0, 0, 0)
    let wrong = Set(violated)
    for link in touched {
      let holds = net.holds(net.links[link], values)
      if wrong.contains(link) {
        if holds == true { mended += 1 } else if holds == false { open += 1 }
      } else if holds == false {
        broken += 1
      }
    }
    guard mended >= Self.fewest, (open + broken) * 10 <= mended else { return nil }
    // What was lost looks like a blank in the first rows.
    if case .rows(_, _, wraps: true) = kind, broken + open > 0 { return nil }
    (self.table, self.kind, self.sources, gain) = (table, kind, sources, mended - broken)
  }

  /// Puts the figures where they belong.
  func move(_ values: inout [RelationNet.Value?]) {
    let printed = values
    for (position, source) in sources { values[position] = source.flatMap { printed[$0] } }
  }

  /// The tables with the figures where they belong; one that is printed nowhere is unread.
  func applied(to tables: TableSet, _ net: RelationNet) -> TableSet {
    var figures: [FigureAddress: Figure?] = [:]
    for (position, source) in sources {
      figures[net.members[position].figure.address] = .some(source.map { net.members[$0].figure.figure })
    }
    return tables.replacing(figures)
  }

  /// One finding that says where the block belongs.
  func finding(_ rule: Rule, _ tables: TableSet, explaining symptoms: [Finding]) -> Finding {
    let name = tables[table]?.name ?? "公开\(table.rawValue)表"
    let rows = tables[table]?.rows ?? []
    let words: String
    switch kind {
    case .rows(let distance, let start, _):
      let label = rows.indices.contains(start) ? rows[start].words : ""
      words =
        "\(name)的数与行的标签错位：从“\(label)”一行起，数印\(distance > 0 ? "低" : "高")了 \(abs(distance)) 行，应\(distance > 0 ? "上移" : "下移")"
    case .columns(let left, let right):
      words = "\(name)有两栏的数互相印错了位置（第 \(left + 1) 栏与第 \(right + 1) 栏的数应对换）"
    }
    let first = rows.lazy.flatMap(\.cells).compactMap { cell -> TableFigure? in
      guard case .figure(let figure) = cell.content else { return nil }
      return figure
    }.first
    return Finding(
      rule: rule.id, severity: symptoms.map(\.severity).min() ?? rule.severity,
      message: "\(words)，改正后 \(symptoms.count) 条发现都没有了",
      operands: first.map { [IdentityFinding.operand($0, tables)] } ?? [], place: first?.place, advice: rule.advice,
      symptoms: symptoms)
  }
}

extension ShiftedRows {
  /// The figures of a table as they are printed, row by row: each in the slot in which its column begins.
  private struct Block {
    let table: TableID
    let rows: [[Int?]]

    init(_ table: Table, _ positions: [FigureAddress: Int]) {
      self.table = table.id
      let found = table.rows.map { row in
        var column = 0
        var figures: [(slot: Int, position: Int?)] = []
        for cell in row.cells {
          if case .figure(let figure) = cell.content { figures.append((column, positions[figure.address])) }
          column += cell.columns
        }
        return figures
      }
      let slots = Set(found.lazy.flatMap { $0 }.map(\.slot)).sorted()
      rows = found.map { row in slots.map { slot in row.first { $0.slot == slot }?.position } }
    }

    /// For the positions of some rows where their figure is, were they printed so many rows off.
    func shifted(_ range: Range<Int>, by distance: Int, in slots: [Int], wraps: Bool) -> [Int: Int?] {
      var sources: [Int: Int?] = [:]
      for slot in slots {
        let filled = range.filter { rows[$0][slot] != nil }
        for (place, row) in filled.enumerated() {
          guard let position = rows[row][slot] else { continue }
          let source = place + distance
          let isInside = filled.indices.contains(source)
          guard isInside || wraps else {
            sources[position] = .some(nil)
            continue
          }
          // The remainder of a negative number is negative: a column may have fewer rows than the distance.
          let wrapped = (source % filled.count + filled.count) % filled.count
          sources[position] = rows[filled[wrapped]][slot]
        }
      }
      return sources
    }

    /// The same were two columns printed in each other's place.
    func swapped(_ left: Int, _ right: Int) -> [Int: Int?] {
      var sources: [Int: Int?] = [:]
      for row in rows {
        guard let first = row[left], let second = row[right] else { continue }
        sources[first] = second
        sources[second] = first
      }
      return sources
    }
  }
}

extension Row {
  /// What names the row.
  fileprivate var words: String {
    cells.lazy.compactMap { cell -> String? in
      if case .label(let text) = cell.content, !text.isEmpty { return text }
      return nil
    }.first ?? texts.first { !$0.isEmpty } ?? ""
  }
}
