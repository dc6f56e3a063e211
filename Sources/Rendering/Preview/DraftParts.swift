import Checks
import Documents
import Evaluations
import Mustache
import Tables

/// What makes the page of a document a draft: the panel of findings, the marks on figures, the materials behind.
struct DraftParts {
  /// The panel of findings, as its template is given it.
  let panel: MustacheValue
  /// The materials behind the disclosure, as their template is given them.
  let materials: MustacheValue
  /// The link targets in the text: for each address the first number that states it.
  private let firstRuns: [String: RunPlace]
  /// The style and script of drafts.
  let parts: PageParts
  /// The marks of figures, by address.
  let marks: [String: MustacheValue]
  /// Last year's figures as printed, by address.
  let before: [String: String]

  /// The parts of a review; throws ``ChecklistError``, and when the built-in rules are damaged.
  init(_ review: Review, of document: Document, _ library: TemplateLibrary) throws {
    var titles: [String: String] = [:]
    for rule in try RuleCatalogue.standard().rules { titles[rule.id] = rule.title }
    let firstRuns = Self.firstRuns(of: document)
    let page = HTMLReview(review, titles: titles, anchors: Self.anchors(of: document).union(firstRuns.keys))
    let materials = HTMLMaterials(
      review, of: document, titles: titles, checklist: try Checklist(json: library.text("html/checklist.json")))
    // The panel and the materials are both given the verdict and the waived findings.
    let shared = materials.context.merging(page.verdict) { $1 }.merging(page.waived) { $1 }
    self.materials = .object(MustacheObject(shared))
    panel = .object(MustacheObject(shared.merging(page.panel) { $1 }))
    marks = page.marks
    self.firstRuns = firstRuns
    parts = PageParts(
      styles: [library.text("html/preview.css")], scripts: [library.text("html/preview.js")],
      framesItself: review.stamp != nil)
    before = Dictionary(
      uniqueKeysWithValues: (review.comparison?.before ?? [:]).map { ($0.key.description, $0.value) })
  }

  /// Where a run stands: its section, its block in that and its place in the block.
  struct RunPlace: Hashable {
    let section: String
    let block: Int
    let run: Int
  }

  /// Whether a run is the link target of its address: the first run in the text that states that claim.
  func isAnchor(_ address: String, at place: RunPlace) -> Bool { firstRuns[address] == place }

  private static func firstRuns(of document: Document) -> [String: RunPlace] {
    var places: [String: RunPlace] = [:]
    for section in document.parts.flatMap(\.sections) {
      for (number, block) in section.blocks.enumerated() {
        guard case .paragraph(let runs) = block else { continue }
        for (position, run) in runs.enumerated() {
          guard let address = run.claim?.address.description, places[address] == nil else { continue }
          places[address] = RunPlace(section: section.id, block: number, run: position)
        }
      }
    }
    return places
  }

  /// The addresses of the cells that links can lead to.
  private static func anchors(of document: Document) -> Set<String> {
    var anchors: Set<String> = []
    for block in document.parts.flatMap(\.sections).flatMap(\.blocks) {
      if case .table(let table) = block { anchors.formUnion(table.figures.map(\.address.description)) }
    }
    for form in document.evaluationForms {
      anchors.formUnion(form.printed.blocks.joined().flatMap(\.cells).compactMap(\.address))
    }
    return anchors
  }
}
