import Accounts
import Checks
package import Documents
import Formats
package import Mustache
package import Seasons

/// A season as one page (各单位一览): who has published, what is wrong, the indicators of all units beside each other. It
/// works without a network and, but for sorting and filtering, without a script.
package struct SeasonHTML: Sendable {
  /// The name of its file.
  package static let fileName = "index.html"

  private let templates: [String: Template]
  private let style: String
  private let script: String

  /// Parses the page's template; throws its first syntax error.
  package init(_ library: TemplateLibrary) throws(TemplateSyntaxError) {
    templates = try library.templates(in: "html")
    style = library.text("html/colours.css") + library.text("html/season.css")
    script = library.text("html/season.js")
  }

  /// The page as HTML; throws when the template includes itself without end.
  package func page(of season: Season, _ indicators: SeasonIndicators) throws(TemplateRenderError) -> String {
    guard let template = templates["season"] else { return "" }
    let rows = SeasonRows(season)
    let notices = Dictionary(
      SeasonNotice.all(in: season).map { ($0.unit, $0.path) }, uniquingKeysWith: { first, _ in first })
    let beside = SeasonComparison(rows, indicators)
    let context: MustacheValue = .object([
      "title": .text("决算公开季一览：第 \(season.round) 轮"),
      "style": .text(style), "script": .text(script), "tool": .text(season.tool),
      "date": .text(season.date?.description ?? ""),
      "counts": .list(rows.counts(of: season).map { Self.count($0) }),
      "remarks": .list(rows.remarks(on: season).map { .text($0) }),
      "hasUrgent": .bool(rows.all.contains { !$0.problems.isEmpty }),
      "urgent": .list(rows.all.filter { !$0.problems.isEmpty }.map(\.urgentContext)),
      "publications": .list(rows.publicationChoices.map { Self.choice($0.id, $0.word, $0.count) }),
      "verdicts": .list(rows.verdictChoices.map { Self.choice($0.id, $0.word, $0.count) }),
      "hasCodes": .bool(rows.hasCodes), "hasSince": .bool(rows.hasSince),
      "rows": .list(rows.all.map { $0.context(rows, notices) }),
      "rowCount": .text(String(rows.all.count)),
      "indicators": .list(beside.heads), "indicatorRows": .list(beside.rows),
      "hasIndicators": .bool(!beside.rows.isEmpty),
      "indicatorRemarks": .list(beside.remarks.map { .text($0) }),
      "hasRounds": .bool(!season.earlier.isEmpty),
      "rounds": .list((season.earlier + [season.figures]).map(Self.round)),
    ])
    return try template.render(context, escaping: htmlEscaped, partials: templates)
  }

  private static func count(_ one: (word: String, count: Int, tone: String)) -> MustacheValue {
    .object(["word": .text(one.word), "count": .text(String(one.count)), "tone": .text(one.tone)])
  }

  private static func choice(_ id: String, _ word: String, _ count: Int) -> MustacheValue {
    .object(["id": .text(id), "word": .text(word), "count": .text(String(count))])
  }

  private static func round(_ round: Season.Round) -> MustacheValue {
    .object([
      "round": .text(String(round.round)), "date": .text(round.date?.description ?? ""),
      "cells": .list(
        [
          round.delivered, round.missing, round.unusable, round.inconsistent, round.consistent, round.errors,
          round.warnings, round.notChecked, round.mended, round.standing, round.new,
        ].map { .text(String($0)) }),
    ])
  }
}
