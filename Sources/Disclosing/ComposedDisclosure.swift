package import Accounts
package import Checks
package import Documents
import Evaluations
import Reading
package import Rendering
package import Tables

/// The disclosure of a ledger, composed and not yet written: its tables with their notes, its text, read back as an auditor
/// would read it, and its document.
package struct ComposedDisclosure: Sendable {
  package let ledger: Ledger
  package let form: Form
  /// The code book of the year with the ledger's own codes.
  package let codes: CodeBook
  /// The tables with the text beside them.
  package var tables: TableSet { examination.tables }
  package let document: Document
  /// The self-evaluation tables with the projects of the ledger; nil where it has none.
  package let evaluations: EvaluationInput?
  /// What is to be said of the ledger itself: what it has yet to say, and what of it is not printed.
  package let remarks: [LedgerRemark]
  private let examination: Examination
  private let checker: Checker
  private let library: TemplateLibrary

  /// Derives the tables and composes the document; throws what is wrong with the ledger or the templates.
  ///
  /// `codes` is the code book of the year, to which the ledger's own codes are added. `checker` says whether rounding
  /// leaves a residual, and so whether the notes speak of it. `prior` is last year's disclosure, from which the changes
  /// then follow instead of from the sheet 上年决算.
  package init(
    _ ledger: Ledger, form: Form, codes: CodeBook, checker: Checker, library: TemplateLibrary, prior: TableSet? = nil,
    hasCharts: Bool = true
  ) throws {
    let ledger = try ledger.takingInGiven(printedIn: form)
    let codes = codes.including(ledger)
    let gaps = try LedgerGaps(ledger, form: form, codes: codes)
    var tables = try TableSet(deriving: ledger, form: form, codes: codes).awaiting(gaps)
    var document = try Document(
      disclosing: ledger, awaiting: gaps, tables: tables, form: form, codes: codes, library: library,
      comparatives: prior.map { try Comparatives($0, catalogue: .standard(), form: form) }, hasCharts: hasCharts)
    tables.prose = try ProseReader(form: form).prose(of: document.textLines, beside: tables)
    var examination = checker.examination(of: tables)
    if examination.leavesResidual {
      examination = examination.with(notesOf: tables.notingRounding(form))
      document = document.showing(examination.tables)
    }
    self.document = document
    self.examination = examination
    // Last year's disclosure says what the sheet 上年决算 need not.
    remarks =
      gaps.all.filter { prior == nil || $0.sheet != .prior }.map { .init(.missingFromLedger, $0.message, at: $0.place) }
      + document.unprinted.map {
        .init(.textNotPrinted, "“\($0.purpose)”的文字没有印进公开文件", at: $0.place)
      } + ledger.equalRows.compactMap { LedgerRemark($0, of: ledger) }
    evaluations = try EvaluationInput(
      document.evaluations.map(\.table), overall: try Self.overall(of: document),
      accounts: try AccountsOfProjects(of: ledger))
    (self.ledger, self.form, self.codes) = (ledger, form, codes)
    self.checker = checker.with(codes)
    self.library = library
  }

  /// What stands beside the table of the whole department, the report read back as an auditor would read it.
  private static func overall(of document: Document) throws -> OverallEvaluation {
    guard document.evaluations.contains(where: \.table.layout.isOfWholeDepartment) else { return OverallEvaluation() }
    let report = try ReportReader().report(of: document.textLines, titled: OverallForm.standard().reportTitle)
    return OverallEvaluation(basicData: document.basicData?.data, report: report)
  }

  /// What checking it finds; `prior` is last year's disclosure.
  package func report(prior: TableSet? = nil) -> CheckReport {
    func report(_ examination: Examination) -> CheckReport {
      checker.check(
        examination, prior: prior, stated: ledger.prior, remarks: remarks, evaluations: evaluations,
        dates: DisclosureDates().completed(by: ledger.unit))
    }
    return checker.diagnosed(report(examination), of: examination) { report(checker.examination(of: $0)) }
      .naming(cellsOf: ledger, behind: tables)
  }

  /// The files of its package, with a review those of a draft, and with its PDF where it was printed; throws what is wrong with the templates.
  package func package(
    _ report: CheckReport, reviewed review: Review? = nil,
    formats: Set<PackageContents.Format> = Set(PackageContents.Format.allCases), pdf: [UInt8]? = nil
  ) throws -> PackageContents {
    try PackageContents(
      document: document, reviewed: review, form: form, examination: examination, report: report,
      library: library, formats: formats, pdf: pdf)
  }

  /// Its PDF, with a review that of a draft, and what is to be said of it; throws as the printer does.
  package func pdf(by printer: PDFPrinter, reviewed review: Review?) throws -> (bytes: [UInt8], remark: String?) {
    try printer.pdf(of: document, reviewed: review, HTMLRenderer(library))
  }

  /// Every case of every identity between its figures.
  package var relations: [Relation] { examination.relations }
}
