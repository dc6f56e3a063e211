import Accounts
import Checks
import Mustache
import Seasons

/// The units of a season as the rows of its lists (一览): those that could not be read in front, then those that are missing, then
/// by what was found.
struct SeasonRows {
  /// A unit, delivered or missing.
  struct Row {
    /// What was delivered; nil where nothing was.
    let unit: SeasonUnit?
    let entry: SeasonUnit.Entry?
    let publication: Timeliness

    var name: String { unit?.name ?? entry?.name ?? "" }
    var code: String { entry?.code ?? "" }

    /// How it stands, by its name in data and its word.
    var standing: (id: String, word: String) {
      unit.map { ($0.verdict.rawValue, $0.verdict.word) } ?? ("missing", "没有")
    }

    /// Why it has to be looked at first; empty where it has not.
    var problems: [String] {
      if let unit { return unit.verdict == .unusable ? unit.problems : [] }
      return [publication.words]
    }
  }

  let all: [Row]
  let hasCodes: Bool
  let hasSince: Bool

  init(_ season: Season) {
    let sorted = season.unitsWorstFirst
    let unread = sorted.filter { $0.verdict == .unusable }
    let missing = season.missing.map {
      Row(unit: nil, entry: $0, publication: Timeliness(missingOn: season.date, approved: $0.approved))
    }
    func rows(_ units: [SeasonUnit]) -> [Row] {
      units.map { Row(unit: $0, entry: $0.entry, publication: $0.publication) }
    }
    all =
      rows(unread)
      + missing.enumerated().sorted { left, right in
        let (one, other) = (left.element.publication.days ?? -1, right.element.publication.days ?? -1)
        return one == other ? left.offset < right.offset : one > other
      }.map(\.element)
      + rows(sorted.filter { $0.verdict != .unusable })
    hasCodes = all.contains { !$0.code.isEmpty }
    hasSince = season.units.contains { $0.since != nil }
  }

  /// The whole in figures, each with its word and how bad it is.
  func counts(of season: Season) -> [(word: String, count: Int, tone: String)] {
    let figures = season.figures
    func published(_ kind: Timeliness.Kind) -> Int { all.count { $0.publication.kind == kind } }
    func bad(_ count: Int) -> String { count > 0 ? "bad" : "good" }
    let delivery: [(String, Int, String)] = [
      ("有公开文件", figures.delivered, ""), ("没有公开文件", figures.missing, bad(figures.missing)),
      ("其中已过期", published(.overdue), bad(published(.overdue))),
      ("逾期公开", published(.late), bad(published(.late))),
    ]
    let checked: [(String, Int, String)] = [
      ("读不懂", figures.unusable, bad(figures.unusable)), ("不通过", figures.inconsistent, bad(figures.inconsistent)),
      ("通过", figures.consistent, "good"), ("错误", figures.errors, bad(figures.errors)),
      ("警告", figures.warnings, figures.warnings > 0 ? "fair" : "good"), ("未核对", figures.notChecked, ""),
    ]
    let since: [(String, Int, String)] = [
      ("已改正", figures.mended, "good"), ("仍在", figures.standing, ""),
      ("新出现", figures.new, bad(figures.new)),
    ]
    return (season.hasList ? delivery : [delivery[0]] + [delivery[3]].filter { $0.1 > 0 }) + checked
      + (hasSince ? since : [])
  }

  /// What is to be known of the list.
  func remarks(on season: Season) -> [String] {
    var remarks: [String] = []
    if season.hasList {
      let unlisted = season.units.filter { $0.entry == nil }.map(\.name)
      if !unlisted.isEmpty { remarks.append("不在清单上的 \(unlisted.count) 份：\(unlisted.joined(separator: "、"))。") }
      let twice = season.namedTwice
      if !twice.isEmpty { remarks.append("一个单位有几份的：\(twice.joined(separator: "、"))。请看是不是同一年度的几个版本。") }
      if season.date == nil, season.missing.contains(where: { $0.approved != nil }) {
        remarks.append("没有公开的是不是已过 \(Timeliness.limit) 日，要给出 --date 才能判断。")
      }
    } else {
      remarks.append("没有给应公开清单，不知道谁还没有公开。")
    }
    if !season.passedOver.isEmpty {
      remarks.append("不是公开文件、没有核对的 \(season.passedOver.count) 个：\(season.passedOver.joined(separator: "、"))。")
    }
    return remarks
  }

  /// The kinds of publication there are, with how many.
  var publicationChoices: [(id: String, word: String, count: Int)] {
    Timeliness.Kind.allCases.map { kind in (kind.rawValue, kind.word, all.count { $0.publication.kind == kind }) }
      .filter { $0.2 > 0 }
  }

  /// The ways units stand, with how many.
  var verdictChoices: [(id: String, word: String, count: Int)] {
    [("missing", "没有")]
      .map { ($0.0, $0.1, all.count { $0.unit == nil }) }.filter { $0.2 > 0 }
      + CheckedInput.Verdict.allCases.reversed().map { verdict in
        (verdict.rawValue, verdict.word, all.count { $0.unit?.verdict == verdict })
      }.filter { $0.2 > 0 }
  }
}

extension SeasonRows.Row {
  /// The row for the template of those to be looked at first.
  var urgentContext: MustacheValue {
    .object([
      "name": .text(name), "standing": .text(standing.word), "verdict": .text(standing.id),
      "problems": .list(problems.map { .text($0) }), "source": .text(unit?.source ?? ""),
    ])
  }

  /// What stands in both lists: how it is found by search and filters.
  var keys: [String: MustacheValue] {
    [
      "name": .text(name), "verdict": .text(standing.id), "publication": .text(publication.kind.rawValue),
      "search": .text([name, code, unit?.source ?? "", unit?.statedName ?? ""].joined(separator: " ").lowercased()),
    ]
  }

  /// The row for the template of the list; `notices` are the paths of notices by their units.
  func context(_ rows: SeasonRows, _ notices: [String: String]) -> MustacheValue {
    func number(_ count: Int?) -> MustacheValue {
      .object(["text": .text(count.map(String.init) ?? ""), "key": .text(count.map(String.init) ?? "")])
    }
    let counts = unit?.verdict == .unusable ? nil : unit?.counts
    let since = unit?.since
    var numbers = [counts?.errors, counts?.warnings, counts?.notChecked, counts?.waived]
    if rows.hasSince { numbers += [since?.mended.count, since?.standing.count, since?.new.count] }
    let folder = unit.map { "单位/\($0.id)/" } ?? ""
    var links = (unit?.pages.keys.sorted() ?? []).map { (String($0.prefix { $0 != "." }), folder + $0) }
    if let notice = notices[unit?.id ?? name] { links.append(("通知", notice)) }
    let day = unit?.dayPublished ?? entry?.published
    let values: [String: MustacheValue] = [
      "code": .text(code), "year": .text(unit?.year.map(String.init) ?? ""), "standing": .text(standing.word),
      "standingKey": .text(
        String(["unusable", "missing", "inconsistent", "consistent"].firstIndex(of: standing.id) ?? 9)),
      "published": .text(publication.kind.word), "publishedDays": .text(publication.daysWords),
      "publishedKey": .text(String(publication.days ?? -1)),
      "day": .text(day?.description ?? ""), "numbers": .list(numbers.map(number)),
      "links": .list(
        links.map { word, href in
          .object(["href": .text(href), "word": .text(word), "label": .text("\(name)的\(word)")])
        }),
      "source": .text(unit?.source ?? ""),
    ]
    return .object(MustacheObject(values.merging(keys) { $1 }))
  }
}
