import Accounts
import Evaluations

/// Finds the self-evaluation tables (绩效自评表) of a publication laid out on pages by their ruling lines: the texts in their cells
/// go over many lines, and only lines part them.
enum RuledEvaluations {
  /// The pages on which such tables may stand, counted from 1: those with words of their titles or heads, the one before, and
  /// a few behind on which the last may go on.
  static func pages(of pages: [WordPage]) -> Range<Int> {
    let marked = pages.filter { page in page.words.contains { mayBelong($0.text) } }.map(\.number)
    guard let first = marked.first, let last = marked.last else { return 0..<0 }
    return max(1, first - 1)..<min(last + pagesBehind, pages.count) + 1
  }

  /// How many pages a table may go on for that has no more heads.
  private static let pagesBehind = 4

  private static func mayBelong(_ word: String) -> Bool {
    EvaluationLines.mayBeTitle(word)
      || word.utf8.count >= levels.count && word.utf8.starts(with: levels)
      || word.utf8.count >= levels.count && word.utf8.dropFirst(3).starts(with: levels)
  }

  private static let levels = Array("级指标".utf8)

  /// Takes the words of such tables out of the pages, and gives the tables by the number of the page on which each begins.
  ///
  /// A table is one where it has the heads of one, where a title of one stands above it, and where it goes on from the page
  /// before. Takes time in proportion to the words and the rules of the pages that have any.
  static func taken(
    from pages: inout [WordPage], rules: [Int: PageRules]
  ) -> [Int: [RuledTable.Whole]] {
    let range = Self.pages(of: pages)
    return RuledTable.taken(
      from: &pages, rules: rules.filter { range.contains($0.key) },
      RuledTable.Search(
        isWanted: { table, captions in hasTitle(captions) || isHeaded(table) },
        part: { table, captions, whole in
          guard !hasTitle(captions), captions.count <= mostCaptions, whole.parts.last?.mayGoOn(in: table) == true else {
            return nil
          }
          return table
        }))
  }

  private static func hasTitle(_ captions: [PageLine]) -> Bool {
    captions.contains { EvaluationLines.mayBeTitle($0.text) }
  }

  /// Most lines above the part of a table on another page: what is printed on every page.
  private static let mostCaptions = 3

  private static func isHeaded(_ table: RuledTable) -> Bool {
    RuledTable.rows([table]).contains { row in
      let cells = row.cells.map(\.text.foldedForComparison)
      return EvaluationLines.isHeading(cells) || BasicDataReader.isHeading(cells)
    }
  }
}
