import Accounts
import Checks
import Reading
import Rendering
import Tables

/// Reads ledgers and published disclosures one after the other, and keeps what they share: the forms, code books and
/// checkers of their years.
struct Disclosures {
  private let arguments: Arguments
  private let assumed: Set<String>
  private var forms: [Int: Form] = [:]
  private var codes: [Int: CodeBook] = [:]
  /// By the name and the year of the form.
  private var checkers: [String: Checker] = [:]
  /// By the name and the year of the form.
  private var readers: [String: PublishedReader] = [:]
  private var library: TemplateLibrary?
  private var prepared: Prepared<(form: Form, checker: Checker, codes: CodeBook)>?
  private let terminal: Terminal

  /// A reader of what the arguments name; `assumed` are the identities whose condition the user knows to hold.
  init(_ arguments: Arguments, _ terminal: Terminal, assuming assumed: Set<String> = []) {
    self.arguments = arguments
    self.terminal = terminal
    self.assumed = assumed
  }

  /// The tables of a disclosure, with the text beside them, and the code book and the form of its year.
  struct Disclosure {
    let tables: TableSet
    let codes: CodeBook
    let form: Form
    /// What the ledger states of last year; empty for a publication.
    let stated: [PriorRow]
    /// The self-evaluation tables; nil where there are none.
    let evaluations: EvaluationInput?
  }

  /// A ledger or a published disclosure: what `check` and `diff` work on.
  mutating func disclosure(at path: String) throws -> Disclosure {
    if PublishedReader.looksLikeLedger(path) {
      let ledger = try arguments.ledger(at: path, terminal)
      let form = try form(of: ledger.unit.year)
      let codes = try codeBook(of: ledger.unit.year).including(ledger)
      let library = try library ?? TemplateLibrary()
      self.library = library
      let composed = try ComposedDisclosure(
        ledger, form: form, codes: codes, checker: checker(of: form), library: library)
      return Disclosure(
        tables: composed.tables, codes: codes, form: form, stated: ledger.prior, evaluations: composed.evaluations)
    }
    let (publication, form) = try published(at: path)
    return Disclosure(
      tables: publication.tables, codes: try codeBook(of: publication.tables.year ?? form.year), form: form, stated: [],
      evaluations: EvaluationInput(publication.evaluations.tables, overall: publication.evaluations.overall))
  }

  /// A publication and the form in which it was read.
  ///
  /// Where no form was asked for and the national one leaves something unread, another built-in form is taken if more
  /// figures are read in it.
  private mutating func published(at path: String) throws -> (publication: Publication, form: Form) {
    // The year is known only once the tables are read; forms of different years differ in a few labels.
    let form = try form(of: 2024)
    prepare(form)
    var best = (publication: try reader(of: form).publication(at: path), form: form)
    guard arguments[.form] == nil, path != "-", !best.publication.tables.unread.isEmpty else { return best }
    for name in Form.builtInNames where name != form.id {
      let other = try Form.builtIn(name, year: form.year)
      let publication = try reader(of: other).publication(at: path)
      if publication.tables.figureCount > best.publication.tables.figureCount { best = (publication, other) }
    }
    return best
  }

  /// Begins to make the checker and the code book that the first publication will need, while it is being read.
  private mutating func prepare(_ form: Form) {
    guard checkers.isEmpty, codes.isEmpty else { return }
    let assumed = assumed
    prepared = Prepared {
      (form, try Checker(form: form, codes: nil, assuming: assumed), try CodeTables.standard(year: form.year))
    }
  }

  /// Takes what was prepared, once.
  private mutating func takePrepared() {
    guard let (form, checker, book) = prepared?.value else { return }
    prepared = nil
    checkers["\(form.id)-\(form.year)"] = checker
    if arguments[.codes].isEmpty { codes[form.year] = book }
  }

  /// The reader of publications in a form.
  private mutating func reader(of form: Form) throws -> PublishedReader {
    let key = "\(form.id)-\(form.year)"
    if let reader = readers[key] { return reader }
    let reader = try PublishedReader(form: form)
    readers[key] = reader
    return reader
  }

  /// The report on a disclosure, compared with last year's where that is given.
  mutating func report(on disclosure: Disclosure, prior: TableSet? = nil) throws -> CheckReport {
    try checker(of: disclosure.form).with(disclosure.codes).check(
      disclosure.tables, prior: prior, stated: disclosure.stated, evaluations: disclosure.evaluations)
  }

  /// The checker of a form, without a code book.
  private mutating func checker(of form: Form) throws -> Checker {
    takePrepared()
    let key = "\(form.id)-\(form.year)"
    let checker = try checkers[key] ?? Checker(form: form, codes: nil, assuming: assumed)
    checkers[key] = checker
    return checker
  }

  private mutating func form(of year: Int) throws -> Form {
    if let form = forms[year] { return form }
    let form = try arguments.form(year: year)
    forms[year] = form
    return form
  }

  private mutating func codeBook(of year: Int) throws(UnusableInput) -> CodeBook {
    takePrepared()
    if let book = codes[year] { return book }
    let book = try arguments.codeBook(year: year)
    codes[year] = book
    return book
  }
}

extension TableSet {
  /// How many figures the tables have.
  fileprivate var figureCount: Int { tables.reduce(0) { $0 + $1.figures.count } }
}
