import Accounts
import Tables

/// A row that a table left out (漏行): a code that another table or the text has, with what its parent lacks.
struct MissingRow {
  /// What would stand in a column.
  struct Lacking {
    let column: Int
    /// What is stated elsewhere, or what is just lacking.
    let figure: Figure
    /// What it is said to be: where it is stated nowhere, all that rounding leaves open.
    let words: String
  }

  let table: TableID
  let code: String
  let name: String
  /// What would stand in its columns; blanks are left out.
  let amounts: [Lacking]
  /// The row above it, which lacks these amounts.
  private let parent: String
  /// Whether the amounts are those of another table or the text, and not only what is lacking.
  let isStated: Bool

  /// The most rows that are looked at.
  private static let most = 8
  /// The tables by function codes (支出功能分类科目), each of which says of what codes there are.
  private static let byFunction: [TableID] = [.t02, .t03, .t05, .t07, .t08]

  /// The rows that may be missing, those whose amounts are stated elsewhere first.
  static func candidates(_ index: FigureIndex, _ input: ClaimInput?, in tables: TableSet) -> [MissingRow] {
    var found: [MissingRow] = []
    for table in byFunction + [.t06] where index.has(table) && index.coverage.gap(in: table) == nil {
      for code in codes(index, input, for: table) where index.row(code, of: table) == nil {
        if let row = MissingRow(code, of: table, index, input, in: tables) { found.append(row) }
      }
    }
    return Array((found.filter(\.isStated) + found.filter { !$0.isStated }).prefix(most))
  }

  /// The codes that other tables of its kind list or the text names.
  private static func codes(_ index: FigureIndex, _ input: ClaimInput?, for table: TableID) -> [String] {
    var codes: [String] = []
    if table != .t06 { for other in byFunction where other != table { codes += index.rows(of: other) } }
    for claim in input?.prose.claims ?? [] where claim.measure == .amount {
      if let code = claim.code,
        input?.catalogue.addresses(of: claim.quantity).contains(where: { $0.table == table }) == true
      {
        codes.append(code)
      }
    }
    var seen: Set<String> = []
    let wanted = table == .t06 ? 5 : 7
    return codes.filter {
      $0.utf8.count == wanted && $0.utf8.allSatisfy { (48...57).contains($0) } && seen.insert($0).inserted
    }
  }

  /// Nil where the row above it lacks nothing.
  private init?(_ code: String, of table: TableID, _ index: FigureIndex, _ input: ClaimInput?, in tables: TableSet) {
    guard let parent = Self.parent(of: code, in: table, index) else { return nil }
    let children = index.children(of: parent, in: table)
    var amounts: [Lacking] = []
    var isStated = false
    for column in 1...12 {
      guard let whole = index.position(table, row: parent, column: column).map({ index.entries[$0] }), whole.isNumber
      else {
        continue
      }
      let parts = children.compactMap { index.position(table, row: $0, column: column).map { index.entries[$0] } }
      let low = whole.low - parts.reduce(0) { $0 &+ $1.high }
      let high = whole.high - parts.reduce(0) { $0 &+ $1.low }
      let lacking = whole.center - parts.reduce(0) { $0 &+ $1.center }
      guard low > 0 || high < 0 else { continue }
      guard lacking > 0, case .money(let unit) = whole.figure.figure.unit,
        case .number(_, let decimals) = whole.figure.figure.content
      else { return nil }
      let address = FigureAddress(table, code, column)
      let stated = Self.stated(address, index, input).first { $0.low <= high && $0.high >= low }
      if stated != nil { isStated = true }
      let bounds = [low, high].map { Figure(Amount(fen: $0), in: unit, decimals: decimals).text }
      let open = bounds[0] == bounds[1] ? bounds[0] : "\(bounds[0]) 至 \(bounds[1])"
      amounts.append(
        Lacking(
          column: column, figure: stated?.figure.figure ?? Figure(Amount(fen: lacking), in: unit, decimals: decimals),
          words: stated?.figure.figure.text ?? open))
    }
    guard !amounts.isEmpty else { return nil }
    (self.table, self.code, self.amounts, self.isStated) = (table, code, amounts, isStated)
    self.parent = index.rows(of: table)[parent]
    name = Self.name(of: code, input, in: tables)
  }

  /// What the text states of the figure, and what other tables print of the code.
  private static func stated(_ address: FigureAddress, _ index: FigureIndex, _ input: ClaimInput?) -> [FigureIndex
    .Entry]
  {
    let claims = (input?.prose.claims ?? []).filter {
      $0.measure == .amount && input?.catalogue.addresses(of: $0.quantity) == [address]
    }
    let others = byFunction.filter { $0 != address.table && address.table != .t06 }.flatMap { table in
      (1...12).compactMap { index.position(FigureAddress(table, address.row, $0)).map { index.entries[$0] } }
    }
    return claims.compactMap { FigureIndex.Entry($0, place: nil) } + others.filter(\.isNumber)
  }

  private static func parent(of code: String, in table: TableID, _ index: FigureIndex) -> Int? {
    var ancestor = code
    while ancestor.utf8.count > 3 {
      ancestor.removeLast(2)
      if let row = index.row(ancestor, of: table) { return row }
    }
    return table == .t06 ? nil : index.row("合计", of: table)
  }

  private static func name(of code: String, _ input: ClaimInput?, in tables: TableSet) -> String {
    if let name = input?.prose.codeNames[code] { return name }
    for table in tables.tables {
      for row in table.rows {
        var isRow = false
        for cell in row.cells {
          if case .number(code) = cell.content { isRow = true }
          if isRow, case .label(let text) = cell.content { return text }
        }
      }
    }
    return ""
  }

  /// The tables with the row, behind all others of its table.
  func applied(to tables: TableSet) -> TableSet {
    tables.with(
      tables.tables.map { table in
        guard table.id == self.table else { return table }
        var rows = table.rows
        let isTotalLast = rows.last?.isTotal == true
        rows.insert(
          Row(
            [Cell(.number(code)), Cell(.label(name), isRowHeading: true)]
              + amounts.map { Cell(.figure(TableFigure(FigureAddress(self.table, code, $0.column), $0.figure))) }),
          at: isTotalLast ? rows.count - 1 : rows.count)
        return table.with(rows)
      })
  }

  /// One finding that names the row.
  func finding(_ rule: Rule, _ tables: TableSet, explaining symptoms: [Finding]) -> Finding {
    let print = tables[table]
    let words = amounts.map { one in
      // The columns are called as in the row above.
      let heading = tables.words(at: FigureAddress(table, parent, one.column)).split(separator: "·").dropFirst()
      return (heading.joined(separator: "·") + " " + one.words).trimmed
    }.joined(separator: "、")
    return Finding(
      rule: rule.id, severity: symptoms.map(\.severity).min() ?? rule.severity,
      message:
        "\(print?.name ?? "公开\(table.rawValue)表")疑漏了 \([code, name].filter { !$0.isEmpty }.joined(separator: " ")) 一行（\(words)），补上后 \(symptoms.count) 条发现都没有了",
      operands: amounts.prefix(1).map {
        Finding.Operand(
          address: FigureAddress(table, code, $0.column).description, label: name, printed: "", place: nil)
      } + (symptoms.first?.operands.prefix(1) ?? []),
      expected: amounts.first?.words, advice: rule.advice, symptoms: symptoms)
  }
}
