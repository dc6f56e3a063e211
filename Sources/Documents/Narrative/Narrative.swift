package import Accounts
package import Evaluations
package import Mustache
package import Tables

/// The text of a disclosure, composed from the figures: every number in it is a claim first, and words follow numbers.
package struct Narrative: Sendable {
  /// The outline from the first part to the last.
  package let elements: [OutlineElement]
  /// The texts of the ledger that the wording has no place for, so that nothing of what was written is lost unnoticed.
  package let unprinted: [LedgerText]

  /// Composes the text of a ledger and its tables in a place's wording.
  ///
  /// `gaps` are what the ledger has yet to say. `templates` are those of the place, of which `outline` is the whole; `words` its `words.json`. Throws when a template
  /// includes itself without end, or a sum does not fit.
  package init(
    _ ledger: Ledger, awaiting gaps: LedgerGaps, tables: TableSet, evaluations: [EvaluationTable] = [],
    comparatives: Comparatives,
    codes: CodeBook, form: Form, catalogue: QuantityCatalogue, words: NarrativeWords, templates: [String: Template]
  ) throws {
    let unprinted = try TableSet.unprinted(of: ledger, form: form, codes: codes).map { $0.awaiting(gaps) }
    let figures = try NarrativeFigures(
      ledger, tables, unprinted: unprinted, gaps: gaps, catalogue: catalogue, form: form)
    var values = StatementValues(figures: figures, comparatives: comparatives, words: words)
    let context = try NarrativeContext.context(of: ledger, tables, evaluations: evaluations, codes: codes, &values)
    let text =
      try templates["outline"]?.render(.object(MustacheObject(context)), escaping: { $0 }, partials: templates) ?? ""
    elements = Outline.elements(of: text, values.register)
    let printed = values.register.sources(in: text)
    self.unprinted = ledger.reasonsAndTexts.filter { !printed.contains($0.place) }
  }

  /// The paragraphs one after the other, as plain text.
  package var text: String {
    elements.compactMap { if case .paragraph(let runs) = $0 { runs.text } else { nil } }.joined(separator: "\n")
  }
}
