import Accounts
import Checks
import Narrative
import Reading
import Rendering
import SelfEvaluation
import Tables

/// The disclosure of a ledger, composed and not yet written: its tables with their notes, its text, read back as an auditor
/// would read it, and its document.
struct ComposedDisclosure {
  let tables: TableSet
  let document: Document
  /// The self-evaluation tables with the projects of the ledger; nil where it has none.
  let evaluations: EvaluationInput?

  /// Derives the tables and composes the document; throws what is wrong with the ledger or the templates.
  ///
  /// `checker` says whether rounding leaves a residual, and so whether the notes speak of it.
  init(
    _ ledger: Ledger, form: Form, codes: CodeBook, checker: Checker, library: TemplateLibrary,
    comparatives: Comparatives? = nil, hasCharts: Bool = true
  ) throws {
    var tables = try TableSet(deriving: ledger, form: form, codes: codes)
    if checker.leavesResidual(tables) { tables = tables.notingRounding(form) }
    document = try Document(
      disclosing: ledger, tables: tables, form: form, codes: codes, library: library, comparatives: comparatives,
      hasCharts: hasCharts)
    tables.prose = try ProseReader(form: form).prose(of: document.textLines, beside: tables)
    self.tables = tables
    evaluations = EvaluationInput(
      document.evaluations.map(\.table), overall: try Self.overall(of: document),
      accounts: try AccountsOfProjects(of: ledger))
  }

  /// What stands beside the table of the whole department, the report read back as an auditor would read it.
  private static func overall(of document: Document) throws -> OverallEvaluation {
    guard document.evaluations.contains(where: \.table.layout.isOfWholeDepartment) else { return OverallEvaluation() }
    let report = try ReportReader().report(of: document.textLines, titled: OverallForm.standard().reportTitle)
    return OverallEvaluation(basicData: document.basicData?.data, report: report)
  }
}
