import Accounts
import Checks
import Documents
import Formats
import Reading
import Rendering
package import Seasons
import Synchronization
import System
import Tables

/// One run of a season (公开季的一轮): all units of a folder, held against the list, last year's, and the round before.
package struct SeasonRun {
  /// How far a run is.
  package struct Progress: Sendable {
    package let done: Int
    package let count: Int
    /// How many of them were taken over from an earlier run.
    package let kept: Int
  }

  /// What came of a run.
  package struct Outcome: Sendable {
    package let season: Season
    /// How many units were taken over from an earlier run.
    package let kept: Int
    /// What a reader of the results should know, in Chinese.
    package let remarks: [String]
    /// Whether it is a round of its own, and not the last one once more.
    package let isNewRound: Bool
  }

  private let plan: SeasonPlan
  private let folder: SeasonFolder
  private let indicators: SeasonIndicators

  /// A run that writes to a folder of its own.
  package init(_ plan: SeasonPlan, to folder: SeasonFolder) throws {
    self.plan = plan
    self.folder = folder
    indicators = try SeasonIndicators.standard()
  }

  /// Does it; `tell` is told how far it is, from whichever core. Throws what is wrong with what was given, or cannot be written.
  package func run(on path: String, tell: @escaping @Sendable (Progress) -> Void) throws -> Outcome {
    let remarks = Mutex<[String]>([])
    @Sendable func remark(_ text: String) {
      remarks.withLock { if !$0.contains(text) { $0.append(text) } }
    }
    let last = try lastSeason()
    let files = InputFiles()
    let waivers = try plan.waivers.map { try WaiverList(at: $0, from: files) }
    if let unfilled = waivers?.unfilledRemark { remark(unfilled) }
    let common = try plan.basis()
    let found = try inputs(at: path)
    try folder.begin()
    let library = try TemplateLibrary(overriddenBy: plan.choices.templates)
    let rules = try RuleCatalogue.standard().rules
    let work = SeasonWork(
      plan: plan, folder: folder, base: last, waivers: waivers?.waivers ?? [],
      prior: try plan.prior.map { try priorYear(at: $0, common) { remark($0) } }, rules: rules,
      rulesByID: Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      indicators: indicators, quantities: try QuantityCatalogue.standard(), findings: try FindingsHTML(library),
      basis: common)
    let plan = plan
    let progress = Mutex((done: 0, kept: 0))
    @Sendable func reader() -> Disclosures { Disclosures(plan.choices, tell: { remark($0) }) }
    var results = try inWorkers(found.inputs.count, workers: plan.jobs, state: reader) { disclosures, index in
      let result = try work.result(of: found.inputs[index], &disclosures)
      for text in result.remarks { remark(text) }
      progress.withLock {
        $0.done += 1
        if result.isKept { $0.kept += 1 }
        tell(Progress(done: $0.done, count: found.inputs.count, kept: $0.kept))
      }
      return result
    }
    // Departments are held against their units, which are known now.
    let departments = SeasonDepartment.all(of: results.map(\.unit), found.inputs, plan.list)
    let again = departments.filter { results[$0.position].unit.unitsBasis != $0.basis }
    let judged = try inWorkers(again.count, workers: plan.jobs, state: reader) { disclosures, index in
      try work.result(of: found.inputs[again[index].position], with: again[index], &disclosures)
    }
    for (department, result) in zip(again, judged) { results[department.position] = result }
    // Of what was taken over it is not known which waivers it needed; where the waivers are others, nothing is.
    for waiver in work.waivers where results.allSatisfy({ $0.unused?.contains(waiver) ?? false }) {
      remark(waiver.unusedRemark)
    }
    var season = season(of: results.map(\.unit), found.passedOver, after: last)
    let gone = last?.units.filter { season.unit(like: $0) == nil }.map(\.name) ?? []
    if !gone.isEmpty { remark("提醒: 上一轮有、这一轮没有的 \(gone.count) 份：\(gone.joined(separator: "、"))。它们的结果在 轮次 下面。") }
    let isNew = last.map { !season.saysTheSame(as: $0) } ?? true
    if !isNew, var same = last {
      (same.date, same.replyBy) = (season.date, season.replyBy)
      season = same
    }
    for text in try write(&season, after: isNew ? last : nil, known: last?.written ?? [:], library) { remark(text) }
    return Outcome(
      season: season, kept: results.count(where: \.isKept), remarks: remarks.withLock { $0.sorted() }, isNewRound: isNew
    )
  }

  /// The season as the last run left it; throws where its file is no longer one.
  private func lastSeason() throws -> Season? {
    guard let bytes = folder.bytes(of: Season.fileName) else { return nil }
    return try SeasonReader(indicators).season(bytes, file: folder.path + "/" + Season.fileName)
  }

  private func inputs(at path: String) throws -> (inputs: [SeasonInput], passedOver: [String]) {
    var disclosures = Disclosures(plan.choices) { _ in }
    let found = try disclosures.inputs(at: path)
    return (
      found.inputs.map { SeasonInput($0, below: path) }, found.passedOver.map { SeasonInput.path($0, below: path) }
    )
  }

  /// Last year's; what of it cannot be read is told and passed over.
  private func priorYear(
    at path: String, _ common: String, tell: @escaping @Sendable (String) -> Void
  ) throws -> PriorYear {
    let inputs = try inputs(at: path).inputs
    let plan = plan
    let output = folder.path
    @Sendable func reader() -> Disclosures { Disclosures(plan.choices, tell: { _ in }) }
    return PriorYear(
      entries: try inWorkers(inputs.count, workers: plan.jobs, state: reader) {
        disclosures, index -> PriorYear.Entry? in
        let input = inputs[index]
        let files = InputFiles(engine: plan.choices.engine)
        do {
          let tables = try disclosures.disclosure(of: input.paths, from: files).tables
          return PriorYear.Entry(
            paths: input.paths, source: input.source, unit: tables.unitName, year: tables.year,
            basis: try input.basis(common, besides: output, files))
        } catch let error as UnusableInput {
          for problem in error.problems { tell("上年：\(problem.message)") }
          return nil
        }
      }.compactMap(\.self))
  }

  private func season(of units: [SeasonUnit], _ passedOver: [String], after last: Season?) -> Season {
    let named = Set(units.compactMap(\.entry?.name))
    var season = Season(
      tool: plan.tool, round: (last?.round ?? 0) + 1, date: plan.date, hasList: plan.list != nil, units: units,
      missing: (plan.list?.units ?? []).filter { !named.contains($0.name) }.map { SeasonUnit.Entry($0) },
      passedOver: passedOver, earlier: last.map { $0.earlier + [$0.figures] } ?? [])
    season.replyBy = plan.replyBy
    return season
  }

  /// Writes what is said of all units, the state last: where it stands, everything does.
  private func write(
    _ season: inout Season, after last: Season?, known: [String: String], _ library: TemplateLibrary
  ) throws -> [String] {
    let before = "\(SeasonFolder.roundsName)/第\(last?.round ?? 0)轮/"
    if let last, let bytes = folder.bytes(of: Season.fileName) {
      // What was sent to units then, before anything of it is replaced.
      for (name, digest) in last.written.sorted(by: { $0.key < $1.key }) where name != SeasonHTML.fileName {
        try folder.keep(name, of: digest, as: before + name)
      }
      try folder.write(bytes, to: before + Season.fileName, known: nil)
    }
    var remarks: [String] = []
    var written: [String: String] = [:]
    func write(_ bytes: [UInt8], to name: String) throws {
      if let aside = try folder.write(bytes, to: name, known: known[name]) {
        remarks.append("\(name): 提醒: 写出以后改过，改过的另存为 \(aside)。")
      }
      written[name] = SHA256(of: bytes).hexadecimal
    }
    for (path, _, notice) in SeasonNotice.all(in: season) { try write(notice.bytes, to: path) }
    try write(SeasonWorkbook.bytes(of: season, indicators), to: SeasonWorkbook.fileName)
    try write(Array(SeasonHTML(library).page(of: season, indicators).utf8), to: SeasonHTML.fileName)
    for (name, digest) in known where written[name] == nil { folder.remove(name, of: digest) }
    season.written = written
    let old = folder.bytes(of: Season.fileName).map { SHA256(of: $0).hexadecimal }
    try folder.write(SeasonJSON.bytes(of: season, indicators), to: Season.fileName, known: old)
    return remarks
  }
}
