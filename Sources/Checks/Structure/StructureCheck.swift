import Accounts
import Evaluations
import Tables

/// What a structure check looks at.
struct StructureInput {
  let tables: TableSet
  let form: Form
  let codes: CodeBook?
  /// The rows with a code of every table, in the order of the tables.
  let codeRows: [(table: Table, rows: [Table.CodeRow])]
  /// How much of the tables was read.
  let coverage: Coverage
  /// The text beside the tables; nil when it was not looked at.
  let text: ReadableText?
  /// What the text is judged by.
  let words: ReadinessWords
  /// The titles of the self-evaluations in it, in order.
  let evaluationTitles: [EvaluationTitle]
  /// The ways of saying that a table is empty.
  let emptyTables: EmptyTableWords
  /// The self-evaluation tables.
  let evaluations: [EvaluationTable]
  /// How many more there are that were not understood.
  let lostEvaluations: Int
  /// The other files of a package, which must say the same; nil where there is one file only.
  let copies: PublishedCopies?
  /// The names of the units whose self-evaluations these are.
  let evaluatedUnits: [String]

  init(
    tables: TableSet, form: Form, codes: CodeBook?, words: ReadinessWords, emptyTables: EmptyTableWords,
    evaluations: EvaluationInput? = nil, copies: PublishedCopies? = nil
  ) {
    self.tables = tables
    self.form = form
    self.codes = codes
    self.words = words
    self.emptyTables = emptyTables
    coverage = Coverage(tables)
    let text = ReadableText(tables, evaluations: evaluations)
    self.text = text
    evaluationTitles = text?.evaluationTitles(words) ?? []
    self.evaluations = evaluations?.tables ?? []
    lostEvaluations = evaluations?.lostTables ?? 0
    self.copies = copies
    evaluatedUnits = self.evaluations.flatMap { [$0.department, $0.unit] }.filter(\.isLegible)
    codeRows = tables.tables.map { ($0, $0.codeRows) }
  }
}

/// A check that is no equation: one a file, listed in ``CheckList``.
struct StructureCheck: Sendable {
  let id: RuleID
  /// What is found, given the rule's entry of the catalogue.
  let findings: @Sendable (Rule, StructureInput) -> [Finding]

  init(_ id: RuleID, _ findings: @escaping @Sendable (Rule, StructureInput) -> [Finding]) {
    self.id = id
    self.findings = findings
  }
}

extension Rule {
  /// A finding of this rule; the figure it stands at, where it stands at one, is marked and gives its place.
  func finding(
    _ message: String, at figure: TableFigure? = nil, operands: [Finding.Operand] = [], place: SourceLocation? = nil,
    expected: String? = nil, in one: RuleCase? = nil, values: [(name: String, text: String)] = []
  ) -> Finding {
    let marked = figure.map {
      [Finding.Operand(address: $0.address.description, label: "", printed: $0.figure.text, place: $0.place)]
    }
    return Finding(
      rule: id, severity: severity(one), message: message, operands: operands + (marked ?? []), place: place,
      expected: expected, advice: advice(one, values))
  }
}

extension Table {
  /// A row of a code table: the code, the name beside it, and where it stands.
  struct CodeRow {
    let code: String
    let name: String
    /// The row's first figure, which a finding marks; nil for a row without one.
    let figure: TableFigure?
    /// The cells behind the code.
    private let cells: ArraySlice<Cell>

    /// A row whose name could not be read has none.
    fileprivate init(code: String, name: String, figure: TableFigure?, cells: ArraySlice<Cell>) {
      self.code = code
      self.name = name.isLegible ? name : ""
      self.figure = figure
      self.cells = cells
    }

    /// The row's figures.
    var figures: [TableFigure] {
      cells.compactMap { if case .figure(let figure) = $0.content { figure } else { nil } }
    }
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
        let rest = row.cells[(index + 1)...]
        for cell in rest {
          if case .label(let text) = cell.content, name.isEmpty { name = text }
          if case .figure(let figure) = cell.content {
            first = figure
            break
          }
        }
        found.append(CodeRow(code: code, name: name, figure: first, cells: rest))
      }
    }
    return found
  }

  /// Where the table begins in its source: the place of its first figure.
  var place: SourceLocation? { figures.lazy.compactMap(\.place).first }
}
