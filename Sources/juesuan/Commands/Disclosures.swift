import Accounts
import Checks
import Reading
import Rendering
import Tables

/// Reads ledgers and published disclosures one after the other, and keeps what they share: the forms, code books and
/// checkers of their years.
struct Disclosures {
  private let command: Command
  private let assumed: Set<String>
  private var forms: [Int: Form] = [:]
  private var codes: [Int: CodeBook] = [:]
  private var checkers: [Int: Checker] = [:]
  private var library: TemplateLibrary?

  /// A reader for a command's options; `assumed` are the identities whose condition the user knows to hold.
  init(_ command: Command, assuming assumed: Set<String> = []) {
    self.command = command
    self.assumed = assumed
  }

  /// The tables of a disclosure, with the text beside them, and the code book and the form of its year.
  struct Disclosure {
    let tables: TableSet
    let codes: CodeBook
    let form: Form
    /// The self-evaluation tables; nil where there are none.
    let evaluations: EvaluationInput?
  }

  /// A ledger or a published disclosure: what `check` and `diff` work on.
  mutating func disclosure(at path: String) throws -> Disclosure {
    if PublishedReader.looksLikeLedger(path) {
      let ledger = try LedgerReader().ledger(at: path)
      let form = try form(of: ledger.unit.year)
      let codes = try codeBook(of: ledger.unit.year).including(ledger)
      let library = try library ?? TemplateLibrary()
      self.library = library
      let composed = try ComposedDisclosure(ledger, form: form, codes: codes, library: library)
      return Disclosure(tables: composed.tables, codes: codes, form: form, evaluations: composed.evaluations)
    }
    // The year is known only once the tables are read; forms of different years differ in a few labels.
    let form = try form(of: 2024)
    let publication = try PublishedReader(form: form).publication(at: path)
    return Disclosure(
      tables: publication.tables, codes: try codeBook(of: publication.tables.year ?? form.year), form: form,
      evaluations: EvaluationInput(publication.evaluations.tables))
  }

  /// The report on a disclosure.
  mutating func report(on disclosure: Disclosure) throws -> CheckReport {
    let year = disclosure.form.year
    let checker = try checkers[year] ?? Checker(form: disclosure.form, codes: nil, assuming: assumed)
    checkers[year] = checker
    return checker.with(disclosure.codes).check(disclosure.tables, evaluations: disclosure.evaluations)
  }

  private mutating func form(of year: Int) throws -> Form {
    if let form = forms[year] { return form }
    let form = try command.form(year: year)
    forms[year] = form
    return form
  }

  private mutating func codeBook(of year: Int) throws(UnusableInput) -> CodeBook {
    if let book = codes[year] { return book }
    let book = try command.codeBook(year: year)
    codes[year] = book
    return book
  }
}
