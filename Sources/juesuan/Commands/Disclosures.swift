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
  /// By the name and the year of the form.
  private var checkers: [String: Checker] = [:]
  private var library: TemplateLibrary?
  private let terminal: Terminal

  /// A reader for a command's options; `assumed` are the identities whose condition the user knows to hold.
  init(_ command: Command, _ terminal: Terminal, assuming assumed: Set<String> = []) {
    self.command = command
    self.terminal = terminal
    self.assumed = assumed
  }

  /// The tables of a disclosure, with the text beside them, and the code book and the form of its year.
  struct Disclosure {
    let tables: TableSet
    let codes: CodeBook
    let form: Form
    /// What the ledger states of last year; empty for a publication.
    var stated: [PriorRow] = []
  }

  /// A ledger or a published disclosure: what `check` and `diff` work on.
  mutating func disclosure(at path: String) throws -> Disclosure {
    if PublishedReader.looksLikeLedger(path) {
      let ledger = try command.ledger(at: path, terminal)
      let form = try form(of: ledger.unit.year)
      let codes = try codeBook(of: ledger.unit.year).including(ledger)
      let library = try library ?? TemplateLibrary()
      self.library = library
      return Disclosure(
        tables: try ComposedDisclosure(ledger, form: form, codes: codes, library: library).tables, codes: codes,
        form: form, stated: ledger.prior)
    }
    let (tables, form) = try published(at: path)
    return Disclosure(tables: tables, codes: try codeBook(of: tables.year ?? form.year), form: form)
  }

  /// The tables of a publication and the form in which they were read.
  ///
  /// Where no form was asked for and the national one leaves something unread, another built-in form is taken if more
  /// figures are read in it.
  private mutating func published(at path: String) throws -> (tables: TableSet, form: Form) {
    // The year is known only once the tables are read; forms of different years differ in a few labels.
    let form = try form(of: 2024)
    var best = (tables: try PublishedReader(form: form).disclosure(at: path), form: form)
    guard command.options.form == nil, path != "-", !best.tables.unread.isEmpty else { return best }
    for name in Form.builtInNames where name != form.id {
      let other = try Form.builtIn(name, year: form.year)
      let tables = try PublishedReader(form: other).disclosure(at: path)
      if tables.figureCount > best.tables.figureCount { best = (tables, other) }
    }
    return best
  }

  /// The report on a disclosure, compared with last year's where that is given.
  mutating func report(on disclosure: Disclosure, prior: TableSet? = nil) throws -> CheckReport {
    let key = "\(disclosure.form.id)-\(disclosure.form.year)"
    let checker = try checkers[key] ?? Checker(form: disclosure.form, codes: nil, assuming: assumed)
    checkers[key] = checker
    return checker.with(disclosure.codes).check(disclosure.tables, prior: prior, stated: disclosure.stated)
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

extension TableSet {
  /// How many figures the tables have.
  fileprivate var figureCount: Int { tables.reduce(0) { $0 + $1.figures.count } }
}
