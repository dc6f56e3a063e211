package import Accounts
package import Checks
package import Tables

/// What a draft shows beside the disclosure: what checking found, and what helps a reader to judge it.
package struct Review: Sendable {
  /// What checking found, waivers applied.
  package var report: CheckReport
  /// The figures that were checked.
  package let tables: TableSet
  /// What was checked, as the user named it.
  package let input: String
  /// Every case of every identity between the figures.
  package var relations: [Relation] = []
  /// The figures beside last year's; nil where last year's are not given.
  package var comparison: YearComparison?
  /// The rows of the ledger behind each figure; nil where there is no ledger.
  package var sources: FigureSources?
  /// What the pages look like that it was read from; none where it has no pages, or nobody asked.
  package var pictures = PagePictures()
  /// What is printed for the file; nil where nothing is to be signed.
  package var signOff: SignOff?
  /// Why the inputs cannot be read as they are now, while the draft still shows what they said before.
  package var problems: [String] = []
  /// What tells this state of the draft from the next, for a page that follows its inputs; nil for one that stays.
  package var stamp: String?

  package init(_ report: CheckReport, of tables: TableSet, input: String) {
    self.report = report
    self.tables = tables
    self.input = input
  }
}
