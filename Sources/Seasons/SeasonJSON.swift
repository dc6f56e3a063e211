import Accounts
import Checks
import Formats

/// A season as data: `season.json`, and of one unit `结果.json` in its folder.
package enum SeasonJSON {
  static let format = "juesuan-season"
  static let unitFormat = "juesuan-season-unit"

  /// The file of a season; the same season gives the same bytes.
  package static func bytes(of season: Season, _ indicators: SeasonIndicators) -> [UInt8] {
    JSONWriter.utf8(
      of: .object([
        ("format", .string(format)), ("version", .integer(Int64(Season.version))), ("tool", .string(season.tool)),
        ("round", integer(season.round)), ("date", day(season.date)), ("replyBy", day(season.replyBy)),
        ("hasList", .bool(season.hasList)),
        ("daysToPublish", integer(Timeliness.limit)), ("totals", round(season.figures)),
        ("units", .array(season.units.map { unit($0, indicators) })),
        (
          "missing",
          .array(
            season.missing.map { entry in
              let publication = Timeliness(missingOn: season.date, approved: entry.approved)
              return .inline(.object(members(of: entry) + members(of: publication)))
            })
        ), ("passedOver", .array(season.passedOver.map { .string($0) })),
        ("earlierRounds", .array(season.earlier.map(round))),
        ("written", .object(season.written.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
      ]))
  }

  /// The file of one unit.
  package static func bytes(of one: SeasonUnit, _ indicators: SeasonIndicators) -> [UInt8] {
    JSONWriter.utf8(
      of: .object([
        ("format", .string(unitFormat)), ("version", .integer(Int64(Season.version))), ("unit", unit(one, indicators)),
      ]))
  }

  private static func unit(_ unit: SeasonUnit, _ indicators: SeasonIndicators) -> JSONOutput {
    .object([
      ("id", .string(unit.id)), ("source", .string(unit.source)), ("name", .string(unit.name)),
      ("statedName", optional(unit.statedName)), ("code", optional(unit.entry?.code)),
      ("year", unit.year.map(integer) ?? .null), ("kind", .string(unit.kind.rawValue)),
      ("publication", .inline(.object(members(of: unit.publication)))),
      ("entry", unit.entry.map { .inline(.object(members(of: $0))) } ?? .null),
      ("statedApproved", day(unit.approved)), ("statedPublished", day(unit.published)),
      (
        "files",
        .array(
          unit.files.map {
            .inline(
              .object([("name", .string($0.name)), ("size", integer($0.size)), ("sha256", .string($0.digest))]))
          })
      ), ("basis", .string(unit.basis)), ("priorBasis", optional(unit.priorBasis)),
      ("unitsBasis", optional(unit.unitsBasis)),
      ("verdict", .string(unit.verdict.rawValue)), ("summary", .string(unit.summary)),
      ("problems", .array(unit.problems.map { .string($0) })),
      (
        "counts",
        .inline(
          .object([
            ("errors", integer(unit.counts.errors)), ("warnings", integer(unit.counts.warnings)),
            ("notes", integer(unit.counts.notes)), ("waived", integer(unit.counts.waived)),
            ("notChecked", integer(unit.counts.notChecked)),
          ]))
      ), ("indicators", values(unit.indicators, indicators)),
      ("priorIndicators", values(unit.priorIndicators, indicators)),
      ("findings", .array(unit.findings.map(finding))), ("waived", .array(unit.waived.map(finding))),
      (
        "duties",
        .array(
          unit.duties.map {
            .inline(
              .object([
                ("rule", .string($0.rule)), ("title", .string($0.title)), ("state", .string($0.state.rawValue)),
                ("words", .string($0.words)),
              ]))
          })
      ), ("since", unit.since.map(since) ?? .null),
      ("pages", .object(unit.pages.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
    ])
  }

  private static func members(of entry: SeasonUnit.Entry) -> [(String, JSONOutput)] {
    [
      ("name", .string(entry.name)), ("code", optional(entry.code)), ("approved", day(entry.approved)),
      ("published", day(entry.published)), ("superior", optional(entry.superior)),
    ]
  }

  private static func members(of publication: Timeliness) -> [(String, JSONOutput)] {
    [("state", .string(publication.kind.rawValue)), ("days", publication.days.map(integer) ?? .null)]
  }

  private static func values(_ values: [Int64?], _ indicators: SeasonIndicators) -> JSONOutput {
    .array(
      zip(indicators.all, values).map { indicator, value in
        .inline(
          .object([
            ("name", .string(indicator.name)), ("unit", .string(indicator.isShare ? "0.01%" : "分")),
            ("value", value.map { .string(String($0)) } ?? .null),
          ]))
      })
  }

  private static func finding(_ one: SeasonFinding) -> JSONOutput {
    .object([
      ("id", .string(one.id)), ("rule", .string(one.rule)), ("severity", .string(one.severity.rawValue)),
      ("message", .string(one.message)), ("place", .string(one.place)),
      (
        "figures",
        .array(
          one.figures.map {
            .inline(
              .object([
                ("address", .string($0.address)), ("label", .string($0.label)), ("printed", .string($0.printed)),
                ("place", .string($0.place)),
              ]))
          })
      ), ("expected", optional(one.expected)), ("difference", optional(one.difference)),
      ("advice", .string(one.advice)), ("basis", .string(one.basis)),
      ("symptoms", .inline(.array(one.symptoms.map { .string($0) }))), ("reason", optional(one.reason)),
    ])
  }

  private static func since(_ since: SeasonUnit.Since) -> JSONOutput {
    func list(_ findings: [EarlierFinding]) -> JSONOutput {
      .array(
        findings.map {
          .inline(.object([("id", .string($0.id)), ("rule", .string($0.rule)), ("message", .string($0.message))]))
        })
    }
    func ids(_ ids: [String]) -> JSONOutput { .inline(.array(ids.map { .string($0) })) }
    return .object([
      ("round", integer(since.round)), ("mended", list(since.mended)), ("notChecked", list(since.unknown)),
      ("standing", ids(since.standing)), ("new", ids(since.new)),
    ])
  }

  private static func round(_ round: Season.Round) -> JSONOutput {
    .inline(
      .object(
        [("round", integer(round.round)), ("date", day(round.date))]
          + roundCounts.map { ($0.name, integer(round[keyPath: $0.path])) }))
  }

  /// What is counted of a round, by the names in the file.
  static var roundCounts: [(name: String, path: WritableKeyPath<Season.Round, Int>)] {
    [
      ("delivered", \.delivered), ("missing", \.missing), ("consistent", \.consistent),
      ("inconsistent", \.inconsistent), ("unusable", \.unusable), ("errors", \.errors), ("warnings", \.warnings),
      ("notChecked", \.notChecked), ("mended", \.mended), ("standing", \.standing), ("new", \.new),
    ]
  }

  private static func integer(_ number: Int) -> JSONOutput { .integer(Int64(number)) }
  private static func optional(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }
  private static func day(_ day: CalendarDay?) -> JSONOutput { optional(day?.description) }
}
