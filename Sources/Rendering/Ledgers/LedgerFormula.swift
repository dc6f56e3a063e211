import Accounts
import Formats

/// What a ledger's rows are asked, as formulas of a workbook.
struct LedgerFormula {
  private let schema: LedgerSchema
  private let categories: [String]

  /// Formulas on the sheets of a schema; `codes` has the 类 that rows may be of.
  init(_ schema: LedgerSchema, codes: CodeBook) {
    self.schema = schema
    categories = codes.entries(.function).map(\.code).filter { $0.utf8.count == 3 }
  }

  /// A whole column of a sheet.
  func cells(_ sheet: SheetID, _ column: ColumnID) -> String {
    let letters = letters(sheet, column)
    return "\(name(sheet))!$\(letters):$\(letters)"
  }

  /// The letters of a column.
  func letters(_ sheet: SheetID, _ column: ColumnID) -> String {
    CellReference.columnName((schema.sheet(sheet)?.columns.firstIndex { $0.id == column } ?? 0) + 1)
  }

  /// A sheet as formulas name it.
  func name(_ sheet: SheetID) -> String { "'\(schema.title(sheet))'" }

  /// A value of a column as its cells have it, between quotes.
  func quoted(_ text: String, _ sheet: SheetID, _ column: ColumnID) -> String {
    guard let own = schema.sheet(sheet), let known = own.column(column) else { return Self.quoted(text) }
    return Self.quoted(own.written(.text(text), in: known))
  }

  /// A text between quotes.
  static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  /// A condition as something that is true or false.
  func text(of condition: LedgerCondition) -> String {
    switch condition {
    case .some(let rows): "\(count(rows))>0"
    case .none(let rows): "\(count(rows))=0"
    case .all(let conditions): joined(conditions, "AND", ifNone: "TRUE")
    case .any(let conditions): joined(conditions, "OR", ifNone: "FALSE")
    case .uncovered(let wanted, let covering, let isWhole):
      "SUMPRODUCT((\(ofCategories(wanted, ["*"]))>0)*(\(ofCategories(covering, isWhole ? ["", " *"] : ["*"]))=0))>0"
    }
  }

  private func joined(_ conditions: [LedgerCondition], _ function: String, ifNone: String) -> String {
    switch conditions.count {
    case 0: ifNone
    case 1: text(of: conditions[0])
    default: "\(function)(\(conditions.map(text).joined(separator: ",")))"
    }
  }

  /// How many rows there are; the heading is none.
  private func count(_ rows: LedgerRows) -> String {
    let counted = criteria(rows.cells, rows.sheet).map { "COUNTIFS(\($0.joined(separator: ",")))" }
    let isOfHeading = rows.cells.allSatisfy { cell in
      switch cell.match {
      case .filled, .notZero, .otherThan: true
      case .blank, .texts: false
      }
    }
    return counted.joined(separator: "+") + (isOfHeading ? "-1" : "")
  }

  /// How many rows there are of each 类, as a list; `endings` is what may stand behind its code.
  private func ofCategories(_ rows: [LedgerRows], _ endings: [String]) -> String {
    rows.flatMap { rows in
      // Whatever code is filled in is one of those.
      let others = criteria(rows.cells.filter { $0.column != .functionCode }, rows.sheet)
      return endings.flatMap { ending in
        let codes = categories.map { Self.quoted($0 + ending) }.joined(separator: ",")
        return others.map { other in
          "COUNTIFS(\((["\(cells(rows.sheet, .functionCode)),{\(codes)}"] + other).joined(separator: ",")))"
        }
      }
    }.joined(separator: "+")
  }

  /// The criteria that cells hold something, once for every way in which texts may be spelled: what the reader takes for a choice
  /// counts as it.
  private func criteria(_ wanted: [(column: ColumnID, match: LedgerRows.Match)], _ sheet: SheetID) -> [[String]] {
    var all: [[String]] = [[]]
    for (column, match) in wanted {
      let cells = cells(sheet, column)
      let ways =
        switch match {
        case .filled: ["\"<>\""]
        case .blank: ["\"=\""]
        case .notZero: ["\"<>0\",\(cells),\"<>\""]
        case .otherThan(let text): [Self.quoted("<>" + text)]
        case .texts(let texts): texts.flatMap { spellings(of: $0, sheet, column) }
        }
      all = all.flatMap { criteria in ways.map { criteria + ["\(cells),\($0)"] } }
    }
    return all
  }

  private func spellings(of text: String, _ sheet: SheetID, _ column: ColumnID) -> [String] {
    let aliases = schema.sheet(sheet)?.column(column)?.aliases ?? [:]
    return [quoted(text, sheet, column)] + aliases.filter { $0.value == text }.map(\.key).sorted().map(Self.quoted)
  }
}
