import Accounts
import Checks
import Formats
import Reading
import Rendering
import Seasons
import System
import Tables

/// The work on one unit of a season: reads it, checks it, writes its pages, or takes over what an earlier run has done.
struct SeasonWork: Sendable {
  static let findingsName = "核对.html"
  static let previewName = "预览.html"
  static let resultName = "结果.json"

  let plan: SeasonPlan
  let folder: SeasonFolder
  /// The season before this run; nil for the first.
  let base: Season?
  let waivers: [Waiver]
  let prior: PriorYear?
  let rules: [Rule]
  let rulesByID: [String: Rule]
  let indicators: SeasonIndicators
  let quantities: QuantityCatalogue
  let findings: FindingsHTML
  /// What all results rest on.
  let basis: String

  /// What came of a unit.
  struct Result: Sendable {
    let unit: SeasonUnit
    /// Whether it was taken over from an earlier run.
    let isKept: Bool
    /// The waivers that none of its findings needed; nil where that is not known, since it was taken over.
    let unused: [Waiver]?
    /// What is to be said: files that were put aside.
    let remarks: [String]
  }

  /// The result of an input; throws where the results cannot be written, or the tool itself is damaged.
  ///
  /// Of a department `units` are those that its tables take in, which are done before it.
  func result(
    of input: SeasonInput, with units: SeasonDepartment? = nil, _ disclosures: inout Disclosures
  ) throws -> Result {
    let files = InputFiles(engine: plan.choices.engine)
    let basis: String
    do throws(UnusableInput) {
      basis = try input.basis(self.basis, besides: folder.path, files)
    } catch {
      basis = SHA256(of: Array((self.basis + error.problems.map(\.message).joined()).utf8)).hexadecimal
    }
    let last = lastResult(of: input)
    if units == nil, let last, last.basis == basis, let unit = kept(last, input) {
      return Result(unit: unit, isKept: true, unused: nil, remarks: [])
    }
    var (unit, pages, unused) = try checked(input, basis, files, units, &disclosures)
    var remarks: [String] = []
    for (name, bytes) in pages {
      let path = "\(SeasonFolder.unitsName)/\(input.id)/\(name)"
      if let aside = try folder.write(bytes, to: path, known: last?.pages[name]) {
        remarks.append("\(path): 提醒: 写出以后改过，改过的另存为 \(aside)。")
      }
      unit.pages[name] = SHA256(of: bytes).hexadecimal
    }
    // Behind the pages: where it stands, they do.
    let path = "\(SeasonFolder.unitsName)/\(input.id)/\(Self.resultName)"
    let old = folder.bytes(of: path).map { SHA256(of: $0).hexadecimal }
    try folder.write(SeasonJSON.bytes(of: unit, indicators), to: path, known: old)
    return Result(unit: unit, isKept: false, unused: unused, remarks: remarks)
  }

  private func lastResult(of input: SeasonInput) -> SeasonUnit? {
    let name = "\(SeasonFolder.unitsName)/\(input.id)/\(Self.resultName)"
    guard let bytes = folder.bytes(of: name) else { return nil }
    return try? SeasonReader(indicators).unit(bytes, file: name)
  }

  /// An earlier result that still holds: its pages are there, and the list and last year's files say what they said.
  private func kept(_ last: SeasonUnit, _ input: SeasonInput) -> SeasonUnit? {
    guard last.entry == entry(of: last.statedName, input),
      last.pages.keys.allSatisfy({ page in
        folder.has("\(SeasonFolder.unitsName)/\(input.id)/\(page)")
      }), last.priorBasis == prior?.entry(of: last.statedName, in: last.year, at: input.source)?.basis
    else { return nil }
    guard let base, let earlier = base.unit(like: last), last.since?.round != base.round else { return last }
    // Neither done since nor in the round before: what became of its findings is not known.
    return earlier.basis == last.basis ? last.unchanged(since: base.round) : nil
  }

  private func entry(of unit: String?, _ input: SeasonInput) -> SeasonUnit.Entry? {
    guard let list = plan.list, let position = list.position(of: unit, at: input.paths) else { return nil }
    return SeasonUnit.Entry(list.units[position])
  }

  /// The unit, and its pages by their names.
  private func checked(
    _ input: SeasonInput, _ basis: String, _ files: InputFiles, _ units: SeasonDepartment?,
    _ disclosures: inout Disclosures
  ) throws -> (unit: SeasonUnit, pages: [(name: String, bytes: [UInt8])], unused: [Waiver]) {
    var unit = SeasonUnit(id: input.id, source: input.source, name: input.source, basis: basis)
    unit.unitsBasis = units?.basis
    let name = InputFile.displayName(of: input.paths)
    var pages: [(name: String, bytes: [UInt8])] = []
    let outcome: CheckedInput.Outcome
    var unused = waivers
    var form: FormUsed?
    var cutouts: [SourceLocation: PagePicture] = [:]
    do {
      let disclosure = try disclosures.disclosure(of: input.paths, from: files)
      unit.statedName = disclosure.tables.unitName
      unit.entry = entry(of: unit.statedName, input)
      unit.name = unit.entry?.name ?? unit.statedName ?? input.source
      unit.year = disclosure.tables.year
      unit.kind = disclosure.ledger == nil ? .publication : .ledger
      unit.approved = disclosure.ledger?.unit.approvalDate.flatMap { CalendarDay(written: $0) }
      unit.published = disclosure.ledger?.unit.publicationDate.flatMap { CalendarDay(written: $0) }
      let lastYear = prior?.entry(of: unit.statedName, in: unit.year, at: input.source)
      unit.priorBasis = lastYear?.basis
      let priorTables = try lastYear.map { try disclosures.disclosure(of: $0.paths).tables }
      let (draft, left) = try disclosures.draft(
        on: disclosure, at: input.paths, prior: priorTables, waivers: waivers,
        dates: DisclosureDates(approved: unit.entry?.approved, published: unit.entry?.published),
        units: try units.flatMap { try $0.report(on: disclosure, &disclosures) }, showsPages: false, from: files)
      unused = left
      cutouts = draft.review.pictures.cutouts
      var report = draft.review.report
      form = FormUsed(disclosure.form, isOfLedger: disclosure.ledger != nil)
      unit.take(report, rules: rulesByID, strict: plan.isStrict) { $0.whereabouts(name, disclosure.tables) }
      unit.indicators = indicators.values(of: disclosure.tables, quantities)
      unit.priorIndicators = priorTables.map { indicators.values(of: $0, quantities) } ?? []
      if let base, let earlier = base.unit(like: unit) {
        report = report.comparing(with: earlier.asEarlier, of: "第 \(base.round) 轮")
        unit.takeComparison(of: report, ofRound: base.round)
      }
      pages.append((Self.previewName, Array(try draft.page().utf8)))
      // Where a text names the unit and no table can be read, nothing is checked: that is no pass.
      if disclosure.ledger == nil, disclosure.tables.tables.isEmpty, report.counts.checked == 0 {
        unit.takeAsUnread(report.findings.map(\.message))
      }
      outcome = .report(report, disclosure.tables)
    } catch let error as UnusableInput {
      unit.entry = entry(of: unit.statedName, input)
      unit.name = unit.entry?.name ?? unit.statedName ?? input.source
      unit.problems = error.problems.map(\.message)
      if let base, let earlier = base.unit(like: unit) { unit.compareUnread(with: earlier, ofRound: base.round) }
      outcome = .unusable(error.problems)
    }
    let read = files.read.map { CheckedFile($0.name, $0.bytes) }
    unit.files = read.map {
      SeasonUnit.File(name: $0.name, size: $0.size, digest: $0.digest.hexadecimal)
    }
    var checked = CheckedInput(name: name, outcome: outcome, files: read, form: form)
    checked.cutouts = cutouts
    let run = CheckRun(
      inputs: [checked], isStrict: plan.isStrict, record: CheckRecord(tool: plan.tool, rules: rules))
    pages.append((Self.findingsName, Array(try findings.page(of: run).utf8)))
    return (unit, pages, unused)
  }
}

extension SeasonUnit.Entry {
  /// A row of the list.
  init(_ unit: UnitList.Unit) {
    self.init(
      name: unit.name, code: unit.code, approved: unit.approved, published: unit.published, superior: unit.superior)
  }
}
