import Tables

/// One equation or inequality between figures of a disclosure: a member of an identity's family.
struct Case {
  /// A figure's position in the index and its weight; a blank row of a code table has no term at all.
  struct Term {
    let position: Int
    let weight: Int64
  }

  let identity: Int
  let relation: Formula.Relation
  let left: [Term]
  let right: [Term]
  let subject: FigureAddress
  /// The figure that could not be read, if one could not.
  let missing: FigureAddress?
}

/// Expands the identities into the cases a disclosure has.
struct CaseExpansion {
  let index: FigureIndex
  let categories: CategoryLines

  /// The cases of a formula, or the table that is missing for it.
  func cases(of formula: Formula, identity: Int, columns: [Int]) -> (cases: [Case], unread: TableID?) {
    for terms in [formula.left, formula.right] {
      for term in terms where index.rows(of: term.table) == nil { return ([], term.table) }
    }
    var cases: [Case] = []
    for member in members(of: formula) {
      for column in formula.hasColumns ? columns : [0] {
        var builder = Builder(expansion: self, member: member, column: column)
        let left = builder.side(formula.left)
        let right = builder.side(formula.right)
        guard let subject = builder.subject else { continue }
        cases.append(
          Case(
            identity: identity, relation: formula.relation, left: left, right: right, subject: subject,
            missing: builder.missing))
      }
    }
    return (cases, nil)
  }

  /// What the family variable of a formula runs over; one nameless member where it has none.
  private func members(of formula: Formula) -> [String] {
    for term in formula.left + formula.right {
      guard let rows = index.rows(of: term.table) else { continue }
      switch term.row {
      case .eachRow: return rows.names
      case .eachNode: return rows.names.indices.filter { !rows.children[$0].isEmpty }.map { rows.names[$0] }
      case .eachCode:
        // A code may be missing on the smaller side, so the family runs over the codes of every table on the left.
        var seen: Set<String> = ["合计"]
        return formula.left.flatMap { index.rows(of: $0.table)?.names ?? [] }.filter { seen.insert($0).inserted }
      case .eachCategory:
        // A 类 that 01 has no line for is the structure checks' business.
        return categories.all
      case .eachLine(let lines): return lines
      default: continue
      }
    }
    return [""]
  }

  /// Finds the figures of the terms of one case.
  private struct Builder {
    let expansion: CaseExpansion
    let member: String
    let column: Int
    var subject: FigureAddress?
    var missing: FigureAddress?

    mutating func side(_ terms: [Formula.Term]) -> [Case.Term] {
      var found: [Case.Term] = []
      for term in terms {
        guard let rows = expansion.index.rows(of: term.table) else { continue }
        switch term.row {
        case .fixed(let name): add(name, rows, term, &found)
        case .sum(let lines): for line in lines { add(line, rows, term, &found) }
        case .eachLine, .eachRow, .eachCode, .eachNode: add(member, rows, term, &found)
        case .eachCategory: add(expansion.categories.line(of: member, in: term.table), rows, term, &found)
        case .children:
          for row in rows.number(of: member).map({ rows.children[$0] }) ?? [] { add(row, rows, term, &found) }
        case .allItems:
          for (row, name) in rows.names.enumerated() where name.utf8.count == 7 { add(row, rows, term, &found) }
        case .allSections(let category):
          for (row, name) in rows.names.enumerated() where name.utf8.count == 5 && name.hasPrefix(category) {
            add(row, rows, term, &found)
          }
        }
      }
      return found
    }

    private func columns(_ term: Formula.Term) -> ClosedRange<Int> {
      switch term.column {
      case .fixed(let column): column...column
      case .sum(let columns): columns
      case .each: column...column
      }
    }

    private mutating func add(
      _ name: String, _ rows: FigureIndex.Rows, _ term: Formula.Term, _ found: inout [Case.Term]
    ) {
      if let row = rows.number(of: name) { return add(row, rows, term, &found) }
      let address = FigureAddress(term.table, name, columns(term).lowerBound)
      if subject == nil { subject = address }
      if missing == nil, !FigureIndex.codeTables.contains(term.table) { missing = address }
    }

    private mutating func add(_ row: Int, _ rows: FigureIndex.Rows, _ term: Formula.Term, _ found: inout [Case.Term]) {
      for column in columns(term) {
        if subject == nil { subject = FigureAddress(term.table, rows.names[row], column) }
        if let position = rows.position(row, column) {
          found.append(Case.Term(position: position, weight: term.weight))
        } else if missing == nil {
          missing = FigureAddress(term.table, rows.names[row], column)
        }
      }
    }
  }
}

/// The lines on which 01 and 04 of a form print each 类.
struct CategoryLines: Sendable {
  /// The 类 that 01 has a line for, in order.
  let all: [String]
  private let lines: [[String: String]]

  init(_ form: Form) {
    var lines = Array(repeating: [String: String](), count: TableID.allCases.count)
    for table in form.tables {
      for line in table.right ?? [] {
        if let category = line.category { lines[table.id.ordinal][category] = String(line.line) }
      }
    }
    self.lines = lines
    all = lines[TableID.t01.ordinal].keys.sorted()
  }

  /// The row of a 类: its line in 01 and 04, elsewhere itself.
  func line(of category: String, in table: TableID) -> String { lines[table.ordinal][category] ?? category }
}
