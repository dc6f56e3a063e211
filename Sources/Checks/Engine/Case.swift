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
  /// What of the case was not read; nil when all was.
  let missing: Missing?

  /// Something that a case needs and that was not read.
  struct Missing {
    /// The figure, or a figure that may be among the rows that were not read.
    let address: FigureAddress
    /// Why it is not known, as a clause.
    let reason: String

    init(_ address: FigureAddress, _ reason: String? = nil) {
      self.address = address
      self.reason = reason ?? "没有读到 \(address)"
    }
  }
}

/// Expands the identities into the cases a disclosure has.
struct CaseExpansion {
  let index: FigureIndex
  let categories: CategoryLines
  /// Whether blanks stand in sums too, which add nothing: a blank may be what is wrong.
  var keepsBlanks = false

  /// The cases of a formula, or the table that is missing for it.
  func cases(of formula: Formula, identity: Int, columns: [Int]) -> (cases: [Case], unread: TableID?) {
    for terms in [formula.left, formula.right] {
      for term in terms where !index.has(term.table) { return ([], term.table) }
    }
    var cases: [Case] = []
    var builder = Builder(expansion: self)
    let columns = formula.hasColumns ? columns : printedColumns(of: formula)
    for member in members(of: formula) {
      for column in columns {
        builder.begin(member, column)
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

  /// The columns that a formula over the columns of a table runs over; one that means nothing where it names its columns.
  private func printedColumns(of formula: Formula) -> [Int] {
    for term in formula.left + formula.right {
      let columns = index.columns(of: term.table)
      switch term.column {
      case .eachPrinted: return columns
      case .eachNode: return columns.filter { !index.children(ofColumn: $0, in: term.table).isEmpty }
      case .fixed, .sum, .each, .children: continue
      }
    }
    return [0]
  }

  /// What the family variable of a formula runs over; one nameless member where it has none.
  private func members(of formula: Formula) -> [String] {
    for term in formula.left + formula.right {
      switch term.row {
      case .eachRow: return index.rows(of: term.table)
      case .eachNode:
        return index.rows(of: term.table).enumerated().filter { !index.children(of: $0.offset, in: term.table).isEmpty }
          .map(\.element)
      case .eachCode:
        // A code may be missing on the smaller side, so the family runs over the codes of every table on the left.
        var seen: Set<String> = ["合计"]
        let codes = formula.left.flatMap { index.rows(of: $0.table) }.filter { seen.insert($0).inserted }
        guard formula.relation == .atMost || term.table.isSupplementary else { return codes }
        // That the whole lacks a code altogether is another fault, which C06 finds; and what only some places publish may be
        // printed down to another level.
        return codes.filter { code in formula.right.contains { index.row(code, of: $0.table) != nil } }
      case .eachCategory:
        // A 类 without a line in 01 is reported by the structure checks.
        return categories.all
      case .eachLine(let lines): return lines
      default: continue
      }
    }
    return [""]
  }

  /// Whether a row that a table does not print has no amount: only codes that have one are printed, and of the lines a
  /// 类 may be left out where all others were read.
  fileprivate func isKnownToBeNone(_ name: String, in table: TableID) -> Bool {
    Coverage.printsOnlyAmounts(table, row: name)
      || categories.isLine(name, in: table) && index.coverage.listsEveryLine(table)
  }

  /// Finds the figures of the terms of one case after the other.
  private struct Builder {
    let expansion: CaseExpansion
    private var member = ""
    private var column = 0
    private(set) var subject: FigureAddress?
    private(set) var missing: Case.Missing?
    /// Whether blanks are left out: in a sum they add nothing, and most cells of most tables are blank.
    private var isSum = false

    init(expansion: CaseExpansion) { self.expansion = expansion }

    /// Turns to the next case.
    mutating func begin(_ member: String, _ column: Int) {
      self.member = member
      self.column = column
      subject = nil
      missing = nil
    }

    mutating func side(_ terms: [Formula.Term]) -> [Case.Term] {
      var found: [Case.Term] = []
      for term in terms {
        isSum = term.isSum
        switch term.row {
        case .fixed(let name): add(name, term, &found)
        case .sum(let lines): for line in lines { add(line, term, &found) }
        case .eachLine, .eachRow, .eachCode, .eachNode: add(member, term, &found)
        case .eachCategory: add(expansion.categories.line(of: member, in: term.table), term, &found)
        case .children, .allItems, .allSections: addFamily(term, &found)
        case .members(let family): addMembers(of: family, term, &found)
        }
      }
      return found
    }

    /// Adds the rows of the table that the term is the sum of.
    private mutating func addFamily(_ term: Formula.Term, _ found: inout [Case.Term]) {
      let rows = expansion.index.rows(of: term.table)
      if let gap = expansion.index.coverage.gap(in: term.table), missing == nil {
        missing = Case.Missing(FigureAddress(term.table, member, firstColumn(term)), gap)
      }
      switch term.row {
      case .children:
        guard let parent = expansion.index.row(member, of: term.table) else { return }
        for row in expansion.index.children(of: parent, in: term.table) { add(row, rows[row], term, &found) }
      case .allItems:
        for (row, name) in rows.enumerated() where name.utf8.count == 7 { add(row, name, term, &found) }
      case .allSections(let category):
        for (row, name) in rows.enumerated() where name.utf8.count == 5 && name.hasPrefix(category) {
          add(row, name, term, &found)
        }
      default: break
      }
    }

    /// Adds what the text states of single codes, each money once; something is missing unless it speaks of every code
    /// that has expenditure, since a total is no sum of what is picked out of it.
    private mutating func addMembers(of family: String, _ term: Formula.Term, _ found: inout [Case.Term]) {
      let rows = expansion.index.rows(of: term.table)
      let column = firstColumn(term)
      var codes: [(row: Int, code: Substring)] = []
      for (row, name) in rows.enumerated() where name.hasPrefix(family) {
        guard expansion.index.position(term.table, row: row, column: column) != nil else { continue }
        codes.append((row, name.dropFirst(family.count)))
      }
      let highest = codes.filter { one in !codes.contains { $0.code != one.code && one.code.hasPrefix($0.code) } }
      let spent = expansion.index.rows(of: .t05).filter { $0.utf8.count == 7 }
      if let gap = expansion.index.coverage.gap(in: .t05), missing == nil {
        missing = Case.Missing(FigureAddress(.t05, "合计", 1), gap)
      }
      guard !highest.isEmpty, spent.allSatisfy({ item in highest.contains { item.hasPrefix($0.code) } }) else {
        missing = missing ?? Case.Missing(FigureAddress(term.table, family + "{各项}", column))
        return
      }
      for (row, code) in highest { add(row, family + code, term, &found) }
    }

    private func firstColumn(_ term: Formula.Term) -> Int {
      switch term.column {
      case .fixed(let column): column
      case .sum(let columns): columns.lowerBound
      case .each, .eachPrinted, .eachNode, .children: column
      }
    }

    private mutating func add(_ name: String, _ term: Formula.Term, _ found: inout [Case.Term]) {
      if let row = expansion.index.row(name, of: term.table) { return add(row, name, term, &found) }
      let address = FigureAddress(term.table, name, firstColumn(term))
      if subject == nil { subject = address }
      guard missing == nil else { return }
      if let reason = expansion.index.unread(address) {
        missing = Case.Missing(address, reason)
      } else if !expansion.isKnownToBeNone(name, in: term.table) {
        missing = Case.Missing(address)
      }
    }

    private mutating func add(_ row: Int, _ name: String, _ term: Formula.Term, _ found: inout [Case.Term]) {
      switch term.column {
      case .sum(let columns): for column in columns { add(row, name, column, term, &found) }
      case .children:
        for one in expansion.index.children(ofColumn: column, in: term.table) { add(row, name, one, term, &found) }
      case .fixed, .each, .eachPrinted, .eachNode: add(row, name, firstColumn(term), term, &found)
      }
    }

    private mutating func add(
      _ row: Int, _ name: String, _ column: Int, _ term: Formula.Term, _ found: inout [Case.Term]
    ) {
      if subject == nil { subject = FigureAddress(term.table, name, column) }
      if let position = expansion.index.position(term.table, row: row, column: column) {
        if isSum, !expansion.keepsBlanks, !expansion.index.entries[position].isNumber { return }
        found.append(Case.Term(position: position, weight: term.weight))
      } else if missing == nil {
        let address = FigureAddress(term.table, name, column)
        missing = Case.Missing(address, expansion.index.unread(address))
      }
    }
  }
}

/// The lines on which 01 and 04 of a form print each 类.
struct CategoryLines: Sendable {
  /// The 类 that 01 has a line for, in order.
  let all: [String]
  private let lines: [[String: String]]
  private let names: [Set<String>]

  init(_ form: Form) {
    var lines = Array(repeating: [String: String](), count: TableID.ordinals)
    for table in form.tables {
      for line in table.expenditureLines {
        if let category = line.category { lines[table.id.ordinal][category] = String(line.line) }
      }
    }
    self.lines = lines
    names = lines.map { Set($0.values) }
    all = lines[TableID.t01.ordinal].keys.sorted()
  }

  /// The row of a 类: its line in 01 and 04, elsewhere itself.
  func line(of category: String, in table: TableID) -> String { lines[table.ordinal][category] ?? category }

  /// Whether a row of a table is the line of a 类.
  func isLine(_ name: String, in table: TableID) -> Bool { names[table.ordinal].contains(name) }
}
