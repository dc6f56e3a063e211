package import Accounts
package import Checks
import Documents
package import Reading
import Rendering
import System
package import Tables

/// Reads ledgers and published disclosures one after the other, and keeps what they share: the forms, code books and
/// checkers of their years.
package struct Disclosures {
  let choices: Choices
  let tell: (String) -> Void
  /// The place that was chosen, once it is read; nil inside when none was.
  private var chosen: Place??
  private var forms: [Int: Form] = [:]
  private var codes: [Int: CodeBook] = [:]
  /// By the name and the year of the form.
  private var checkers: [String: Checker] = [:]
  /// By the name and the year of the form.
  private var readers: [String: PublishedReader] = [:]
  private var library: TemplateLibrary?
  /// The years without a form of their own that were told of.
  private var toldYears: Set<Int> = []
  private var prepared: Prepared<(form: Form, checker: Checker, codes: CodeBook)>?

  /// The program that recognises letters on pictures; nil where none was chosen.
  package var engine: Recogniser? { choices.engine }

  /// A reader under a user's choices; `tell` is told, in Chinese, what a reader of the result should know and does not
  /// stop the work.
  package init(_ choices: Choices, tell: @escaping (String) -> Void) {
    self.choices = choices
    self.tell = tell
  }

  /// The ledger at a path; tells what of it is hidden or was passed over.
  package func ledger(at path: String, from files: InputFiles = InputFiles()) throws -> Ledger {
    let reading = try LedgerReader().reading(at: path, from: files)
    for notice in reading.notices { tell(notice) }
    return reading.ledger
  }

  /// The disclosure of the ledger at a path, composed; `prior` is last year's, from which the changes then follow. Tells
  /// where its year has no form.
  package mutating func composed(
    _ ledger: Ledger, at path: String? = nil, prior: TableSet? = nil
  ) throws -> ComposedDisclosure {
    let composed = try compose(ledger, prior: prior)
    warn(of: composed.form, for: ledger.unit.year, at: path)
    return composed
  }

  private mutating func compose(_ ledger: Ledger, prior: TableSet? = nil) throws -> ComposedDisclosure {
    let form = try form(of: ledger.unit.year)
    return try ComposedDisclosure(
      ledger, form: form, codes: codeBook(of: ledger.unit.year), checker: checker(of: form), library: templates(),
      prior: prior, hasCharts: choices.hasCharts)
  }

  /// The tables of the ledger at a path by themselves, without the text. Tells where its year has no form.
  package mutating func tables(of ledger: Ledger, at path: String? = nil) throws -> TableSet {
    let form = try form(of: ledger.unit.year)
    warn(of: form, for: ledger.unit.year, at: path)
    return try TableSet(deriving: ledger, form: form, codes: codeBook(of: ledger.unit.year))
  }

  /// A ledger or a published disclosure: what `check` and `diff` work on. Tells where its year has no form.
  package mutating func disclosure(at path: String) throws -> Disclosure {
    try disclosure(at: path, from: InputFiles(engine: choices.engine))
  }

  /// The same from files of which some may be read already.
  mutating func disclosure(at path: String, from files: InputFiles) throws -> Disclosure {
    let disclosure = try read(path, from: files)
    warn(of: disclosure.form, for: disclosure.tables.year, at: path)
    return disclosure
  }

  /// The tables of last year's ledger or publication.
  package mutating func prior(at path: String) throws -> TableSet {
    try prior(at: path, from: InputFiles(engine: choices.engine))
  }

  /// The same from files of which some may be read already.
  package mutating func prior(at path: String, from files: InputFiles) throws -> TableSet {
    try read(path, from: files).tables
  }

  /// A ledger or a publication, or the publication that several files make up together. Tells where its year has no form.
  package mutating func disclosure(
    of paths: [String], from given: InputFiles? = nil
  ) throws -> Disclosure {
    let files = given ?? InputFiles(engine: choices.engine)
    if paths.count == 1 { return try disclosure(at: paths[0], from: files) }
    let (publication, form) = try best { reader throws(UnusableInput) in
      try reader.tables(together: paths, from: files)
    }
    let disclosure = try disclosure(of: publication, in: form, copies: nil)
    warn(of: disclosure.form, for: disclosure.tables.year, at: paths[0])
    return disclosure
  }

  /// The ledgers and publications at a path, each by its paths: one where it is a file, a package or the files of one unit, else all
  /// those in the folder and below it.
  package mutating func inputs(at path: String) throws -> (inputs: [[String]], passedOver: [String]) {
    guard !PublicationFolder.isOne(path) else { return ([[path]], []) }
    let folder = PublicationFolder(at: path, by: try reader(of: form(of: 2024)), engine: choices.engine)
    // Where nothing is found the path itself is told of.
    return (folder.inputs.isEmpty ? [[path]] : folder.inputs, folder.passedOver)
  }

  /// The text of files in the order in which it is read, one file behind the other, whatever it is of.
  package mutating func text(of paths: [String]) throws -> String {
    let reader = try reader(of: form(of: 2024))
    let files = InputFiles(engine: choices.engine)
    return try paths.map { try reader.text(at: $0, from: files) }.joined()
  }

  private mutating func read(_ path: String, from files: InputFiles) throws -> Disclosure {
    if PublishedReader.looksLikeLedger(path, among: files) {
      let composed = try compose(ledger(at: path, from: files))
      return Disclosure(
        tables: composed.tables, codes: composed.codes, form: composed.form, stated: composed.ledger.prior,
        remarks: composed.remarks, ledger: composed.ledger, evaluations: composed.evaluations, copies: nil)
    }
    let (publication, form) = try best { reader throws(UnusableInput) in
      try reader.tables(at: path, from: files)
    }
    return try disclosure(of: publication, in: form, copies: copies(at: path, in: form, from: files))
  }

  private mutating func disclosure(
    of publication: Publication, in form: Form, copies: PublishedCopies?
  ) throws -> Disclosure {
    let tables =
      publication.tables.recognised == nil
      ? publication.tables : try checker(of: form).settlingDoubts(of: publication.tables)
    return Disclosure(
      tables: tables, codes: try codeBook(of: tables.year ?? form.year), form: form, stated: [],
      remarks: [], ledger: nil,
      evaluations: try EvaluationInput(
        publication.evaluations.tables, overall: publication.evaluations.overall,
        unread: publication.evaluations.unread.count, lostTables: publication.evaluations.lostTables),
      copies: copies ?? publication.assembly.map(PublishedCopies.init))
  }

  /// The other files of a package, read in the form that fits the first.
  private mutating func copies(at path: String, in form: Form, from files: InputFiles) throws -> PublishedCopies? {
    guard let (taken, others) = try reader(of: form).copies(at: path, from: files) else { return nil }
    return PublishedCopies(
      checked: taken,
      others: others.map { file, publication in
        switch publication {
        case .success(let read):
          PublicationCopy(
            file: file,
            content: .read(
              read.tables, evaluations: read.evaluations.tables, lostEvaluations: read.evaluations.lostTables))
        case .failure(let error): PublicationCopy(file: file, content: .unreadable(error.problems))
        }
      })
  }

  /// Says so, once for a year, when there is no form for it and another year's is used.
  private mutating func warn(of form: Form, for year: Int?, at path: String?) {
    guard let year, form.year != year, toldYears.insert(year).inserted else { return }
    tell("\(path.map(InputFile.displayName) ?? "juesuan"): 提醒: 没有 \(year) 年度的表样，用的是 \(form.year) 年度的，请核对行次和项目名称。")
  }

  /// A publication and the form in which it was read: of the place that was chosen, or else of all, the one that fits
  /// best.
  private mutating func best(
    _ read: (PublishedReader) throws(UnusableInput) -> Publication
  ) throws -> (publication: Publication, form: Form) {
    // The year is known only once the tables are read; forms of different years differ in a few labels.
    let year = 2024
    let first = try form(of: year)
    prepare(first)
    let choice = FormChoice(places: try place().map { [$0] } ?? Place.builtIn(with: first))
    let (publication, form) = try choice.best(startingFrom: year) { form in
      try read(reader(of: form))
    }
    return (try reader(of: form).whole(publication), form)
  }

  /// Begins to make the checker and the code book that the first publication will need, while it is being read.
  private mutating func prepare(_ form: Form) {
    guard checkers.isEmpty, codes.isEmpty else { return }
    let assumed = choices.assumed
    prepared = Prepared {
      (form, try Checker(form: form, codes: nil, assuming: assumed), try CodeTables.standard(year: form.year))
    }
  }

  /// Takes what was prepared, once.
  private mutating func takePrepared() {
    guard let (form, checker, book) = prepared?.value else { return }
    prepared = nil
    checkers["\(form.id)-\(form.year)"] = checker
    if choices.codes.isEmpty { codes[form.year] = book }
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
  ///
  /// `dates` are those known of this disclosure alone; those the user chose go before.
  package mutating func report(
    on disclosure: Disclosure, prior: TableSet? = nil, dates: DisclosureDates = DisclosureDates()
  ) throws -> CheckReport {
    try report(on: disclosure, examination(of: disclosure), prior: prior, dates: dates)
  }

  /// The report on a disclosure whose identities are evaluated.
  mutating func report(
    on disclosure: Disclosure, _ examination: Examination, prior: TableSet?,
    dates own: DisclosureDates = DisclosureDates()
  ) throws -> CheckReport {
    let checker = try checker(of: disclosure.form).with(disclosure.codes)
    let dates = choices.dates.completed(by: disclosure.ledger?.unit).completed(by: own)
    func report(_ examination: Examination) -> CheckReport {
      checker.check(
        examination, prior: prior, stated: disclosure.stated, remarks: disclosure.remarks,
        evaluations: disclosure.evaluations, copies: disclosure.copies, dates: dates)
    }
    return finished(
      checker.diagnosed(report(examination), of: examination) { report(checker.examination(of: $0)) }, on: disclosure)
  }

  /// A report with the cells of a ledger, or the form of a publication that has tables.
  private func finished(_ report: CheckReport, on disclosure: Disclosure) -> CheckReport {
    var report = report.namingCells(of: disclosure)
    if disclosure.ledger == nil, !disclosure.tables.tables.isEmpty {
      report.form = ReadForm(disclosure.form, disclosure.tables)
    }
    return report
  }

  /// The identities of a disclosure, evaluated.
  mutating func examination(of disclosure: Disclosure) throws -> Examination {
    try checker(of: disclosure.form).examination(of: disclosure.tables)
  }

  /// The checker of a form, without a code book.
  private mutating func checker(of form: Form) throws -> Checker {
    takePrepared()
    let key = "\(form.id)-\(form.year)"
    let checker = try checkers[key] ?? Checker(form: form, codes: nil, assuming: choices.assumed)
    checkers[key] = checker
    return checker
  }

  /// The built-in templates and those that replace them.
  mutating func templates() throws -> TemplateLibrary {
    let library = try library ?? TemplateLibrary(overriddenBy: choices.templates, with: place()?.files ?? [])
    self.library = library
    return library
  }

  /// The place that was chosen, read once; nil when none was.
  private mutating func place() throws -> Place? {
    if let chosen { return chosen }
    let place = try choices.chosenPlace()
    chosen = .some(place)
    return place
  }

  /// The form in which a year is printed: of the place that was chosen, else the national one; throws what is wrong with it.
  package mutating func form(of year: Int) throws -> Form {
    if let form = forms[year] { return form }
    let form = try place()?.form(for: year) ?? Form.builtIn(Form.ancestor, year: year)
    forms[year] = form
    return form
  }

  mutating func codeBook(of year: Int) throws(UnusableInput) -> CodeBook {
    takePrepared()
    if let book = codes[year] { return book }
    let book = try choices.codeBook(year: year)
    codes[year] = book
    return book
  }
}

extension PublishedCopies {
  /// The files of a publication that was put together, and what some have once more.
  fileprivate init(_ assembly: PublicationAssembly) {
    self.init(
      together: assembly.files,
      repeated: assembly.repeated.map { repeated in
        PublicationCopy(
          file: repeated.file, taken: repeated.taken,
          content: .read(repeated.tables, evaluations: [], lostEvaluations: 0))
      })
  }
}
