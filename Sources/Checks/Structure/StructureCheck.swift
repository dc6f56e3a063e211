package import Accounts
import Tables

/// What a structure check looks at.
struct StructureInput {
  let tables: TableSet
  let form: Form
  let codes: CodeBook?
  /// The rows with a code of every table, in the order of the tables.
  let codeRows: [(table: Table, rows: [Table.CodeRow])]
  /// The text beside the tables; nil when it was not looked at.
  let text: ReadableText?
  /// What the text is judged by.
  let words: ReadinessWords

  init(tables: TableSet, form: Form, codes: CodeBook?, words: ReadinessWords) {
    self.tables = tables
    self.form = form
    self.codes = codes
    self.words = words
    text = ReadableText(tables)
    codeRows = tables.tables.map { ($0, $0.codeRows) }
  }
}

/// A check that is no equation: one a file, listed in ``StructureCheck/all``.
package struct StructureCheck: Sendable {
  /// The rule's id.
  package let id: String
  /// What must hold, in one clause.
  package let title: String
  /// How bad it is when it does not.
  package let severity: Finding.Severity
  /// Where the rule comes from.
  package let basis: String
  let findings: @Sendable (StructureCheck, StructureInput) -> [Finding]

  /// Every structure check, in the order in which they run.
  package static let all: [StructureCheck] = [
    .missingTable, .duplicateTable, .emptyTableWithoutNote, .differingUnit, .differingYear, .differingCurrency,
    .brokenLineNumbers, .unreadPart, .unknownCode, .nameNotMatchingCode, .childWithoutParent, .duplicateCode,
    .capitalConstructionInBasicExpenditure, .codeOfAnotherFund,
    .missingPart, .missingSection, .emptySection, .emptyTableUnstated, .wrongYear, .wrongUnitName, .placeholder,
    .templateInstruction, .doubledPunctuation, .unclosedBracket, .reasonLeftOut, .personalNumber, .contactDetail,
    .namedPerson, .draftMark, .categoryNoTableHas,
  ]

  /// A finding of this check; the figure it stands at, where it stands at one, is marked and gives its place.
  func finding(
    _ message: String, at figure: TableFigure? = nil, operands: [Finding.Operand] = [], place: SourceLocation? = nil,
    expected: String? = nil, severity: Finding.Severity? = nil, advice: String
  ) -> Finding {
    let marked = figure.map {
      [Finding.Operand(address: $0.address.description, label: "", printed: $0.figure.text, place: $0.place)]
    }
    return Finding(
      rule: id, severity: severity ?? self.severity, message: message, operands: operands + (marked ?? []),
      place: place,
      expected: expected, advice: advice)
  }
}

extension Table {
  /// A row of a code table: the code, the name beside it, and where it stands.
  struct CodeRow {
    let code: String
    let name: String
    /// The row's first figure, which a finding marks; nil for a row without one.
    let figure: TableFigure?
  }

  /// The rows with a code, in order; none in 01, 04, 09 and 10, whose digits are 行次.
  fileprivate var codeRows: [CodeRow] {
    guard ![TableID.t01, .t04, .t09, .t10].contains(id) else { return [] }
    var found: [CodeRow] = []
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        guard case .number(let code) = cell.content else { continue }
        var name = ""
        var first: TableFigure?
        for cell in row.cells[(index + 1)...] {
          if case .label(let text) = cell.content, name.isEmpty { name = text }
          if case .figure(let figure) = cell.content {
            first = figure
            break
          }
        }
        found.append(CodeRow(code: code, name: name, figure: first))
      }
    }
    return found
  }

  /// Where the table begins in its source: the place of its first figure.
  var place: SourceLocation? { figures.lazy.compactMap(\.place).first }
}
