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
  let tables: TableSet
  /// The line of each 类 on the right of 01 and 04.
  let categoryLines: [TableID: [String: String]]
  let categories: [String]

  init(_ tables: TableSet, index: FigureIndex, form: Form) {
    self.tables = tables
    self.index = index
    var lines: [TableID: [String: String]] = [:]
    for table in form.tables {
      for line in table.right ?? [] {
        if let category = line.category { lines[table.id, default: [:]][category] = String(line.line) }
      }
    }
    categoryLines = lines
    categories = (lines[.t01] ?? [:]).keys.sorted()
  }

  /// The cases of a formula, or the table that is missing for it.
  func cases(of formula: Formula, identity: Int, columns: [Int]) -> (cases: [Case], unread: TableID?) {
    let terms = formula.left + formula.right
    if let unread = terms.first(where: { tables[$0.table] == nil })?.table { return ([], unread) }
    var cases: [Case] = []
    let hasColumns = terms.contains { $0.column == .each }
    for member in members(of: formula) {
      for column in hasColumns ? columns : [0] {
        var builder = Builder(expansion: self, member: member, column: column)
        let left = formula.left.flatMap { builder.terms($0) }
        let right = formula.right.flatMap { builder.terms($0) }
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
    let terms = formula.left + formula.right
    func rows(_ id: TableID) -> FigureIndex.Rows { index.rows[id] ?? FigureIndex.Rows() }
    for term in terms {
      switch term.row {
      case .eachRow: return rows(term.table).all
      case .eachNode: return rows(term.table).all.filter { rows(term.table).children[$0] != nil }
      case .eachCode:
        // A code may be missing on the smaller side, so the family runs over the codes of every table on the left.
        var seen: Set<String> = []
        return formula.left.flatMap { rows($0.table).all }.filter { $0 != "合计" && seen.insert($0).inserted }
      case .eachCategory:
        // A 类 that 01 has no line for is the structure checks' business.
        return categories
      case .eachLine(let lines): return lines.map { String($0) }
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

    mutating func terms(_ term: Formula.Term) -> [Case.Term] {
      let children = expansion.index.rows[term.table]
      let rows: [String] =
        switch term.row {
        case .fixed(let row): [row]
        case .sum(let lines): lines.map { String($0) }
        case .eachLine, .eachRow, .eachCode, .eachNode: [member]
        case .eachCategory: [expansion.categoryLines[term.table]?[member] ?? member]
        case .children: children?.children[member] ?? []
        case .allItems: children?.all.filter { $0.utf8.count == 7 && $0 != "合计" } ?? []
        case .allSections(let category): children?.all.filter { $0.utf8.count == 5 && $0.hasPrefix(category) } ?? []
        }
      let columns =
        switch term.column {
        case .fixed(let column): column...column
        case .sum(let columns): columns
        case .each: column...column
        }
      var found: [Case.Term] = []
      for row in rows {
        for column in columns {
          let address = FigureAddress(term.table, row, column)
          if subject == nil { subject = address }
          if let position = expansion.index.position(address) {
            found.append(Case.Term(position: position, weight: term.weight))
          } else if !FigureIndex.codeTables.contains(term.table) || expansion.index.rows[term.table]?.all.contains(row) == true,
            missing == nil
          {
            missing = address
          }
        }
      }
      return found
    }
  }
}
