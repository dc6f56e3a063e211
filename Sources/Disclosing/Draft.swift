package import Accounts
package import Checks
package import Documents
package import Reading
package import Rendering
package import Tables

/// A disclosure with what is shown beside it before it is published.
package struct Draft: Sendable {
  package let document: Document
  package var review: Review
  /// What its page is made with.
  private let library: TemplateLibrary

  /// What is shown of an input that could not be read yet.
  package init(unreadable paths: [String]) throws {
    let name = InputFile.displayName(of: paths)
    document = Document(
      title: name, unit: UnitInformation(name: name, year: 0, scope: .unit, nature: .administrative), parts: [])
    review = Review(.empty, of: TableSet(unitName: nil, year: nil, scope: nil, tables: []), input: name)
    library = try TemplateLibrary()
  }

  fileprivate init(_ document: Document, _ review: Review, _ library: TemplateLibrary) {
    (self.document, self.review, self.library) = (document, review, library)
  }

  /// Takes pictures of what was recognised and findings rest on, and with `showsPages` of the pages that figures stand on.
  fileprivate mutating func takePictures(from files: InputFiles, showsPages: Bool) {
    var pages: [PagePictures.Page] = []
    var seen: Set<PagePictures.Page> = []
    for block in showsPages ? document.parts.flatMap(\.sections).flatMap(\.blocks) : [] {
      guard case .table(let table) = block else { continue }
      pages += table.places.compactMap(PagePictures.Page.init).filter { seen.insert($0).inserted }
    }
    let cutouts = review.report.recognisedPlaces
    guard !pages.isEmpty || !cutouts.isEmpty else { return }
    review.pictures = files.pictures(of: pages, cutouts: cutouts)
  }

  /// The page as HTML; throws what is wrong with the templates.
  package func page() throws -> String {
    try HTMLRenderer(library).page(of: document, reviewed: review)
  }
}

extension Disclosures {
  /// The draft of a ledger, composed, or of a publication, set again, with all that is shown beside it.
  ///
  /// `paths` are the ledger, the publication, or the files that make it up together; `prior` and `waivers` are paths.
  /// `output` is where the draft is written, which is no input even where it lies among them. Tells of waivers that no
  /// finding needed.
  package mutating func draft(
    of paths: [String], prior: String?, waivers: String?, besides output: String
  ) throws -> Draft {
    let files = InputFiles(engine: choices.engine)
    let acknowledged = try waivers.map { try WaiverList(at: $0, from: files) }
    let lastYear = try prior.map { try self.prior(at: $0, from: files) }
    var draft =
      try paths.count == 1 && (PublishedReader.looksLikeLedger(paths[0], among: files) || paths[0] == "-")
      ? composedDraft(of: paths[0], prior: lastYear, from: files)
      : publishedDraft(of: paths, prior: lastYear, from: files)
    draft.review.signOff?.inputs = try (paths + [prior, waivers].compactMap { $0 })
      .flatMap { try files.all(at: $0, besides: output) }.map { CheckedFile($0.name, $0.bytes) }
    if let acknowledged {
      if let remark = acknowledged.unfilledRemark { tell(remark) }
      let (report, unused) = draft.review.report.waiving(acknowledged.waivers, in: draft.review.input)
      draft.review.report = report
      for waiver in unused { tell(waiver.unusedRemark) }
    }
    if let lastYear {
      draft.review.comparison = YearComparison(draft.review.tables, lastYear, catalogue: try .standard())
    }
    draft.takePictures(from: files, showsPages: true)
    return draft
  }

  /// The draft of a disclosure that was read already from some files: checked, with last year's and the days known of it alone, and of
  /// a department what came of holding it against its units, and waived; and the waivers that no finding needed. With `showsPages`
  /// the pages it was read from stand beside the tables.
  package mutating func draft(
    on disclosure: Disclosure, at paths: [String], prior: TableSet?, waivers: [Waiver], dates: DisclosureDates,
    units: UnitCheck.Report? = nil, showsPages: Bool, from files: InputFiles
  ) throws -> (draft: Draft, unused: [Waiver]) {
    let name = InputFile.displayName(of: paths)
    let examination = try examination(of: disclosure)
    var whole = try report(on: disclosure, examination, prior: prior, dates: dates)
    if let units { whole.add(units) }
    let (report, unused) = whole.waiving(waivers, in: name)
    var draft =
      try disclosure.ledger == nil
      ? publishedDraft(disclosure, examination, report, named: name)
      : composedDraft(of: paths[0], prior: prior, from: files)
    draft.review.report = report
    draft.review.signOff?.inputs = files.read.map { CheckedFile($0.name, $0.bytes) }
    if let prior {
      draft.review.comparison = YearComparison(disclosure.tables, prior, catalogue: try .standard())
    }
    draft.takePictures(from: files, showsPages: showsPages)
    return (draft, unused)
  }

  private mutating func composedDraft(of path: String, prior: TableSet?, from files: InputFiles) throws -> Draft {
    let disclosure = try composed(ledger(at: path, from: files), at: path, prior: prior)
    let report = disclosure.report(prior: prior)
    var review = Review(report, of: disclosure.tables, input: InputFile.displayName(of: path))
    review.relations = disclosure.relations
    review.sources = FigureSources(disclosure.tables, ContributionIndex(disclosure.ledger))
    review.signOff = SignOff(
      inputs: [], files: try disclosure.package(report).files.map { CheckedFile($0.path, $0.bytes) })
    return Draft(disclosure.document, review, try templates())
  }

  private mutating func publishedDraft(of paths: [String], prior: TableSet?, from files: InputFiles) throws -> Draft {
    let disclosure = try disclosure(of: paths, from: files)
    let examination = try examination(of: disclosure)
    let report = try report(on: disclosure, examination, prior: prior)
    return try publishedDraft(disclosure, examination, report, named: InputFile.displayName(of: paths))
  }

  private mutating func publishedDraft(
    _ disclosure: Disclosure, _ examination: Examination, _ report: CheckReport, named name: String
  ) throws -> Draft {
    var review = Review(report, of: disclosure.tables, input: name)
    review.relations = examination.relations
    review.signOff = SignOff(inputs: [], files: [])
    return Draft(
      Document(published: disclosure.tables, evaluations: disclosure.evaluations?.tables ?? []), review,
      try templates())
  }
}
