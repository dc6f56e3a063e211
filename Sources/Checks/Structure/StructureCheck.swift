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
  /// Where the table begins in its source: the place of its first figure.
  var place: SourceLocation? { figures.lazy.compactMap(\.place).first?.at(box: nil) }
}
