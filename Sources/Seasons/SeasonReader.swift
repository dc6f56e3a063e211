package import Accounts
import Checks
import Formats

/// Reads what an earlier run kept of a season.
package struct SeasonReader: Sendable {
  private let indicators: SeasonIndicators

  /// A reader that takes the values of these indicators and passes over others.
  package init(_ indicators: SeasonIndicators) { self.indicators = indicators }

  /// A season's file; throws ``UnusableInput`` where it is none, or of a later version. `file` is what messages call it.
  package func season(_ text: [UInt8], file: String) throws(UnusableInput) -> Season {
    try read(text, file, format: SeasonJSON.format) { root throws(JSONFieldError) in
      var season = Season(
        tool: try root.field("tool").string(), round: try root.field("round").integer(in: 1...1_000_000),
        date: try day(root, "date"), hasList: try root.field("hasList").bool(),
        units: try root.field("units").array().map { node throws(JSONFieldError) in try unit(node) },
        missing: try root.field("missing").array().map { node throws(JSONFieldError) in try entry(node) },
        passedOver: try root.field("passedOver").strings(),
        earlier: try root.field("earlierRounds").array().map { node throws(JSONFieldError) in try round(node) })
      season.replyBy = try day(root, "replyBy")
      season.written = try digests(root.field("written"))
      return season
    }
  }

  /// A unit's file; throws as ``season(_:file:)`` does.
  package func unit(_ text: [UInt8], file: String) throws(UnusableInput) -> SeasonUnit {
    try read(text, file, format: SeasonJSON.unitFormat) { root throws(JSONFieldError) in
      try unit(root.field("unit"))
    }
  }

  private func read<Value>(
    _ text: [UInt8], _ file: String, format: String, _ read: (JSONNode) throws(JSONFieldError) -> Value
  ) throws(UnusableInput) -> Value {
    func unusable(_ line: Int, _ found: String) -> UnusableInput {
      UnusableInput([
        Problem(
          at: SourceLocation(file: file, line: line), found: found,
          expected: "应是 juesuan season 写的第 \(Season.version) 版文件", advice: "请用写它的版本，或换一个输出目录重新开始")
      ])
    }
    do {
      let root = try JSONText.parse(text)
      guard root.optional("format")?.text == format else { throw unusable(1, "不是公开季的文件") }
      guard root.optional("version")?.spelling == String(Season.version) else { throw unusable(1, "是另一个版本的文件") }
      return try read(root)
    } catch let error as UnusableInput {
      throw error
    } catch let error as JSONTextError {
      throw unusable(error.line, error.message)
    } catch let error as JSONFieldError {
      throw unusable(error.line, error.message)
    } catch {
      throw unusable(1, "\(error)")
    }
  }

  private func unit(_ node: JSONNode) throws(JSONFieldError) -> SeasonUnit {
    var unit = SeasonUnit(
      id: try node.field("id").string(), source: try node.field("source").string(),
      name: try node.field("name").string(), basis: try node.field("basis").string())
    unit.statedName = try node.optional("statedName")?.string()
    unit.year = try node.optional("year")?.integer()
    unit.kind = try node.field("kind").word(SeasonUnit.Kind.self)
    unit.entry = try node.optional("entry").map { entry throws(JSONFieldError) in try self.entry(entry) }
    unit.approved = try day(node, "statedApproved")
    unit.published = try day(node, "statedPublished")
    unit.files = try node.field("files").array().map { file throws(JSONFieldError) in
      SeasonUnit.File(
        name: try file.field("name").string(), size: try file.field("size").integer(),
        digest: try file.field("sha256").string())
    }
    unit.priorBasis = try node.optional("priorBasis")?.string()
    unit.unitsBasis = try node.optional("unitsBasis")?.string()
    unit.verdict = try node.field("verdict").word(CheckedInput.Verdict.self)
    unit.summary = try node.field("summary").string()
    unit.problems = try node.field("problems").strings()
    let counts = try node.field("counts")
    unit.counts.errors = try counts.field("errors").integer()
    unit.counts.warnings = try counts.field("warnings").integer()
    unit.counts.notes = try counts.field("notes").integer()
    unit.counts.waived = try counts.field("waived").integer()
    unit.counts.notChecked = try counts.field("notChecked").integer()
    unit.indicators = try values(node.field("indicators"))
    unit.priorIndicators = try values(node.field("priorIndicators"))
    unit.findings = try node.field("findings").array().map { one throws(JSONFieldError) in try finding(one) }
    unit.waived = try node.field("waived").array().map { one throws(JSONFieldError) in try finding(one) }
    unit.duties = try node.field("duties").array().map { duty throws(JSONFieldError) in
      SeasonUnit.Duty(
        rule: try duty.field("rule").string(), title: try duty.field("title").string(),
        state: try duty.field("state").word(DutyResult.State.self), words: try duty.field("words").string())
    }
    unit.since = try node.optional("since").map { since throws(JSONFieldError) in try self.since(since) }
    unit.pages = try digests(node.field("pages"))
    return unit
  }

  private func entry(_ node: JSONNode) throws(JSONFieldError) -> SeasonUnit.Entry {
    SeasonUnit.Entry(
      name: try node.field("name").string(), code: try node.optional("code")?.string(),
      approved: try day(node, "approved"), published: try day(node, "published"),
      superior: try node.optional("superior")?.string())
  }

  private func finding(_ node: JSONNode) throws(JSONFieldError) -> SeasonFinding {
    SeasonFinding(
      id: try node.field("id").string(), rule: try node.field("rule").string(),
      severity: try node.field("severity").word(Finding.Severity.self), message: try node.field("message").string(),
      place: try node.field("place").string(),
      figures: try node.field("figures").array().map { figure throws(JSONFieldError) in
        SeasonFinding.Figure(
          address: try figure.field("address").string(), label: try figure.field("label").string(),
          printed: try figure.field("printed").string(), place: try figure.field("place").string())
      }, expected: try node.optional("expected")?.string(), difference: try node.optional("difference")?.string(),
      advice: try node.field("advice").string(), basis: try node.field("basis").string(),
      symptoms: try node.field("symptoms").strings(), reason: try node.optional("reason")?.string())
  }

  private func since(_ node: JSONNode) throws(JSONFieldError) -> SeasonUnit.Since {
    func list(_ key: String) throws(JSONFieldError) -> [EarlierFinding] {
      try node.field(key).array().map { one throws(JSONFieldError) in
        EarlierFinding(
          id: try one.field("id").string(), rule: try one.field("rule").string(),
          message: try one.field("message").string())
      }
    }
    return SeasonUnit.Since(
      round: try node.field("round").integer(), mended: try list("mended"), unknown: try list("notChecked"),
      standing: try node.field("standing").strings(), new: try node.field("new").strings())
  }

  private func round(_ node: JSONNode) throws(JSONFieldError) -> Season.Round {
    var round = Season.Round(round: try node.field("round").integer())
    round.date = try day(node, "date")
    for (name, path) in SeasonJSON.roundCounts { round[keyPath: path] = try node.field(name).integer() }
    return round
  }

  /// Values by the names of their indicators: another version of the tool may have others.
  private func values(_ node: JSONNode) throws(JSONFieldError) -> [Int64?] {
    var known: [String: Int64] = [:]
    let all = try node.array()
    for one in all {
      guard let value = one.optional("value") else { continue }
      guard let number = Int64(try value.string()) else { throw JSONFieldError(value, "应是一个整数") }
      known[try one.field("name").string()] = number
    }
    return all.isEmpty ? [] : indicators.all.map { known[$0.name] }
  }

  private func day(_ node: JSONNode, _ key: String) throws(JSONFieldError) -> CalendarDay? {
    guard let value = node.optional(key) else { return nil }
    guard let day = CalendarDay(written: try value.string()) else { throw JSONFieldError(value, "应是日期") }
    return day
  }

  private func digests(_ node: JSONNode) throws(JSONFieldError) -> [String: String] {
    try node.dictionary { value throws(JSONFieldError) in try value.string() }
  }
}
