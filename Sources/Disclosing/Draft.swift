import Accounts
import Checks
package import Documents
import Reading
package import Rendering
import Tables

/// A disclosure with what is shown beside it before it is published.
package struct Draft: Sendable {
  package let document: Document
  package var review: Review

  /// What is shown of an input that could not be read yet.
  package init(unreadable path: String) {
    let name = InputFile.displayName(of: path)
    document = Document(
      title: name, unit: UnitInformation(name: name, year: 0, scope: .unit, nature: .administrative), parts: [])
    review = Review(.empty, of: TableSet(unitName: nil, year: nil, scope: nil, tables: []), input: name)
  }

  fileprivate init(_ document: Document, _ review: Review) {
    self.document = document
    self.review = review
  }

  /// The page as HTML; throws what is wrong with the templates.
  package func page(_ library: TemplateLibrary) throws -> String {
    try HTMLRenderer(library).page(of: document, reviewed: review)
  }
}

extension Disclosures {
  /// The draft of a ledger, composed, or of a publication, set again, with all that is shown beside it.
  ///
  /// `prior` and `waivers` are paths. `output` is where the draft is written, which is no input even where it lies among
  /// them. Tells of waivers that no finding needed.
  package mutating func draft(of path: String, prior: String?, waivers: String?, besides output: String) throws -> Draft
  {
    let acknowledged = try waivers.map { try WaiverList(at: $0) }
    let lastYear = try prior.map { try self.prior(at: $0) }
    let inputs = try [path, prior, waivers].compactMap { $0 }.flatMap { try InputFile.files(at: $0, besides: output) }
      .map { SignOff.File($0.name, $0.bytes) }
    var draft =
      try PublishedReader.looksLikeLedger(path) || path == "-"
      ? composedDraft(of: path, prior: lastYear, inputs) : publishedDraft(of: path, prior: lastYear, inputs)
    if let acknowledged {
      let (report, unused) = draft.review.report.waiving(acknowledged.waivers)
      draft.review.report = report
      for waiver in unused { tell(waiver.unusedRemark) }
    }
    if let lastYear {
      draft.review.comparison = YearComparison(draft.review.tables, lastYear, catalogue: try .standard())
    }
    return draft
  }

  private mutating func composedDraft(of path: String, prior: TableSet?, _ files: [SignOff.File]) throws -> Draft {
    let disclosure = try composed(ledger(at: path), prior: prior)
    let report = disclosure.report(prior: prior)
    var review = Review(report, of: disclosure.tables, input: InputFile.displayName(of: path))
    review.relations = disclosure.relations
    review.sources = FigureSources(disclosure.tables, ContributionIndex(disclosure.ledger))
    review.signOff = SignOff(
      inputs: files, files: try disclosure.package(report).files.map { SignOff.File($0.path, $0.bytes) })
    return Draft(disclosure.document, review)
  }

  private mutating func publishedDraft(of path: String, prior: TableSet?, _ files: [SignOff.File]) throws -> Draft {
    let disclosure = try disclosure(at: path)
    var review = Review(
      try report(on: disclosure, prior: prior), of: disclosure.tables, input: InputFile.displayName(of: path))
    review.relations = try relations(of: disclosure)
    review.signOff = SignOff(inputs: files, files: [])
    return Draft(Document(published: disclosure.tables, evaluations: disclosure.evaluations?.tables ?? []), review)
  }
}
