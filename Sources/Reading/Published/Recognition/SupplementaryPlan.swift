import Accounts
import Formats
import Tables

/// What every column of a print of a table means that only some places publish.
struct SupplementaryPlan {
  /// What a column is.
  enum Column: Equatable {
    case label
    /// 行次, or something that has no address.
    case passedOver
    /// A column of figures by its number, and the item it is of where items are columns.
    case figures(column: Int?, item: String?)
    /// Something not known.
    case unknown
  }

  let table: SupplementaryTable
  let headerRows: Int
  let columns: [Column]
  /// What stands above each column, for the table's header.
  let heads: [String]
  /// Whether the items are columns.
  let hasItemColumns: Bool

  /// The plan of a grid; nil where its heads do not fit the table, or say something that is not known.
  init?(_ grid: [GridRow], _ table: SupplementaryTable, _ vocabulary: TableVocabulary) {
    self.table = table
    let header = HeaderPaths(grid, vocabulary) { cells in
      let words = cells.first.map { plainLabel($0.text) } ?? ""
      let isAlone = !cells.dropFirst().contains { cell in
        cell.text.unicodeScalars.contains { $0.properties.isIdeographic }
      }
      return table.rows == .items
        ? isAlone && cells.count > 1 && (table.item(words) != nil || table.column([words]) != nil)
        : isAlone && vocabulary.basicTotalRows.contains(words)
    }
    guard header.rowCount > 0, header.rowCount < grid.count else { return nil }
    headerRows = header.rowCount
    heads = header.heads
    let body = grid.dropFirst(header.rowCount)
    let paths = table.hasEconomicColumns ? header.paths : vocabulary.telling(header.paths)
    let names = table.hasEconomicColumns ? try? CodeNames.standard(.economic) : nil
    if table.hasEconomicColumns, names == nil { return nil }
    var columns = paths.map { Self.meaning(of: $0, table, vocabulary, names) }
    let used = Set(body.flatMap { row in row.filled.map(\.column) })
    for slot in columns.indices where columns[slot] == .unknown && (!used.contains(slot) || paths[slot].isEmpty) {
      columns[slot] = used.contains(slot) && columns[..<slot].contains(where: \.isFigures) ? .unknown : .label
    }
    // A column without any number says nothing of what it is for: it may be left to another table, or not be filled.
    if table.rows == .function {
      let numbered = Set(body.flatMap { row in row.filled.filter { $0.text.isNumber }.map(\.column) })
      for slot in columns.indices where columns[slot].isFigures && !numbered.contains(slot) {
        columns[slot] = .passedOver
      }
    }
    self.columns = columns
    let items = columns.compactMap(\.item)
    hasItemColumns = Set(items).count > 1
    guard Set(items).count == items.count || columns.contains(where: { $0.number != nil }) else { return nil }
    guard let first = columns.firstIndex(where: \.isFigures), columns.contains(.label) || hasItemColumns else {
      return nil
    }
    // Beside items that stand in another table, what is not known is that table's.
    guard table.within != nil && table.rows == .items || !columns.contains(.unknown) else { return nil }
    let known = hasItemColumns ? Set(items) : Set(columns.compactMap(\.number).map(String.init))
    switch table.rows {
    case .function, .economic:
      guard columns[..<first].contains(.label), table.needs.isSubset(of: known) else { return nil }
      let figures = columns.compactMap(\.number)
      // Blocks of economic codes stand side by side.
      guard table.rows == .economic || Set(figures).count == figures.count else { return nil }
    case .items:
      let found =
        hasItemColumns
        ? Set(items) : Set(body.flatMap { row in row.filled.compactMap { table.item(plainLabel($0.text)) } })
      guard !table.needs.isDisjoint(with: found) else { return nil }
    }
  }

  private static func meaning(
    of path: [String], _ table: SupplementaryTable, _ vocabulary: TableVocabulary, _ names: CodeNames?
  ) -> Column {
    guard let last = path.last else { return .unknown }
    if let column = table.column(path) { return .figures(column: column, item: nil) }
    if table.rows == .items {
      var column: Int?
      let rest = path.filter { word in
        guard let number = table.column([word]) else { return true }
        column = number
        return false
      }
      if let item = table.item(rest.joined(separator: "/")) { return .figures(column: column, item: item) }
      if rest.isEmpty { return .figures(column: column, item: nil) }
    }
    if vocabulary.lineNumberHeads.contains(last) { return .passedOver }
    if vocabulary.labelHeads.contains(last) { return .label }
    if let code = names?.economicCode(of: path, totals: vocabulary.threePublic.totals) {
      return .figures(column: code, item: nil)
    }
    if table.ignores(path) || path.contains(where: vocabulary.otherHeads.contains) { return .passedOver }
    return .unknown
  }
}

extension SupplementaryPlan.Column {
  var isFigures: Bool { if case .figures = self { true } else { false } }

  var number: Int? { if case .figures(let column, _) = self { column } else { nil } }

  var item: String? { if case .figures(_, let item) = self { item } else { nil } }
}

/// A label without its number and 其中：, as it is compared.
func plainLabel(_ label: String) -> String {
  let words = comparableWords(withoutNumbering(label))
  return words.begins(with: "其中:") ? comparableWords(withoutNumbering(String(words.dropFirst(3)))) : words
}
