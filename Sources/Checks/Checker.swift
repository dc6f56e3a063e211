package import Accounts
import Evaluations
import System
package import Tables

/// Checks the tables of one disclosure, wherever they came from.
package struct Checker: Sendable {
  let catalogue: RuleCatalogue
  /// The identities that hold for the form's place and year.
  let identities: [ParsedIdentity]
  /// The duties (公开义务) of the form's place and year.
  private let duties: [(rule: Rule, duty: Duty)]
  let categories: CategoryLines
  /// The national form, whose lines say which 类 stands where.
  private let form: Form
  private var codes: CodeBook?
  private let quantities: QuantityCatalogue
  let assumed: Set<String>
  private let words: ReadinessWords
  private let emptyTables: EmptyTableWords
  private let sizeLimits: SizeLimits

  /// A checker with the built-in catalogue.
  ///
  /// `codes` is the code book of the year, nil to leave codes unchecked; `assumed` are identities whose condition
  /// cannot be told from the tables and is known to hold. Throws when the built-in data is damaged.
  package init(form: Form, codes: CodeBook?, assuming assumed: Set<String> = []) throws {
    try self.init(form: form, codes: codes, assuming: assumed, by: .disclosures())
  }

  /// A checker by a catalogue of one's own.
  init(form: Form, codes: CodeBook?, assuming assumed: Set<String> = [], by catalogue: RuleCatalogue) throws {
    self.catalogue = catalogue
    identities = catalogue.rules.filter { $0.applies(in: form.id, form.year) }.compactMap(ParsedIdentity.init)
    duties = catalogue.rules.filter { $0.applies(in: form.id, form.year) }.compactMap { rule in
      rule.duty.map { (rule, $0) }
    }
    categories = CategoryLines(form)
    quantities = try QuantityCatalogue.standard()
    words = try ReadinessWords.standard()
    emptyTables = try EmptyTableWords.standard()
    sizeLimits = try SizeLimits.standard()
    self.form = form
    self.codes = codes
    self.assumed = assumed
  }

  /// The same checker with another code book, for a disclosure that has codes of its own.
  package func with(_ codes: CodeBook?) -> Checker {
    var checker = self
    checker.codes = codes
    return checker
  }

  /// Evaluates the identities, each case by itself; what else is to be known of them is asked of the examination.
  package func examination(of tables: TableSet) -> Examination {
    Examination(
      tables, IdentityEngine(tables, identities: identities, categories: categories, assuming: assumed), self)
  }

  /// Runs every check on tables.
  package func check(
    _ tables: TableSet, prior: TableSet? = nil, stated: [PriorRow] = [], remarks: [LedgerRemark] = [],
    evaluations: EvaluationInput? = nil, copies: PublishedCopies? = nil, dates: DisclosureDates = DisclosureDates()
  ) -> CheckReport {
    check(
      tables, prior: prior, stated: stated, remarks: remarks, evaluations: evaluations, copies: copies, dates: dates
    ) { examination(of: tables) }
  }

  /// Runs every check. Linear in the figures, but for the joint check, whose work is bounded.
  ///
  /// `prior` is last year's disclosure, nil to compare with none; `stated` are the ledger's own words of last year,
  /// `remarks` what is to be said of it itself; `copies` are the other files of a package, which must say the same; `dates` are
  /// those the user or a ledger gives.
  /// Self-evaluation tables may be all there is: then the ten tables are not missed, and nothing but their text is checked
  /// beside them.
  package func check(
    _ examination: Examination, prior: TableSet? = nil, stated: [PriorRow] = [], remarks: [LedgerRemark] = [],
    evaluations: EvaluationInput? = nil, copies: PublishedCopies? = nil, dates: DisclosureDates = DisclosureDates()
  ) -> CheckReport {
    check(
      examination.tables, prior: prior, stated: stated, remarks: remarks, evaluations: evaluations, copies: copies,
      dates: dates
    ) { examination }
  }

  /// Runs every check; the identities are evaluated beside the structure checks where they are not yet.
  private func check(
    _ tables: TableSet, prior: TableSet?, stated: [PriorRow], remarks: [LedgerRemark],
    evaluations input: EvaluationInput?, copies: PublishedCopies?, dates: DisclosureDates,
    _ examination: @Sendable () -> Examination
  ) -> CheckReport {
    let standsAlone = input.map { tables.tables.isEmpty && tables.unread.count == $0.unread } ?? false
    var report: CheckReport
    if let input, standsAlone {
      report = check(evaluations: input, beside: tables)
    } else {
      report = check(
        disclosure: tables, input, copies, dates, prior: prior, stated: stated,
        isUnfinished: remarks.contains { $0.rule == .missingFromLedger }, examination)
    }
    let own = remarks.compactMap { remark in rule(of: remark.rule)?.finding(remark.message, place: remark.place) }
    if !own.isEmpty { report.findings = Self.ordered(own + report.findings) }
    if let input {
      let evaluations = input.checker
      let accounts = input.accounts.stated(in: tables.prose)
      let isOfWhole = input.tables.contains(where: \.layout.isOfWholeDepartment) || !input.overall.isEmpty
      let figures = isOfWhole ? FiguresOfTables(evaluations.printedFigures, of: tables) : FiguresOfTables()
      report.add(
        evaluations.report(
          on: input.tables, lost: input.lostTables, accounts: accounts, overall: input.overall, figures: figures))
      report.evaluationTables = input.tables.count
      report.findings = Self.ordered(report.findings)
    }
    if let prose = tables.prose, !standsAlone {
      report.numbers = NumbersOfText(of: prose, compared: report.compared.union(prose.claims(comparedBy: report.rules)))
    }
    if let recognised = tables.recognised {
      report.recognised = recognised
      report.findings = Self.ordered(report.findings.compactMap { $0.asking(forOriginalOf: recognised) })
    }
    report.read = copies?.read ?? []
    report.isTogether = copies?.together.isEmpty == false
    return report
  }

  /// The text of self-evaluations that stand alone; what they state is checked apart.
  private func check(evaluations input: EvaluationInput, beside tables: TableSet) -> CheckReport {
    let tables = TableSet(
      unitName: tables.unitName ?? input.tables.commonest(\.department), year: input.tables.commonest(\.year),
      scope: tables.scope, tables: [], unread: tables.unread, prose: tables.prose)
    var report = CheckReport.empty
    report.findings = findings(
      of: CheckList.text + CheckList.wording + [.unreadPart],
      in: StructureInput(
        tables: tables, form: form, codes: codes, words: words, emptyTables: emptyTables, evaluations: input))
    return report
  }

  private func findings(of checks: [StructureCheck], in input: StructureInput) -> [Finding] {
    checks.flatMap { check in rule(of: check.id).map { check.findings($0, input) } ?? [] }
  }

  private func check(
    disclosure tables: TableSet, _ evaluations: EvaluationInput?, _ copies: PublishedCopies?, _ dates: DisclosureDates,
    prior: TableSet?, stated: [PriorRow], isUnfinished: Bool,
    _ examination: @Sendable () -> Examination
  ) -> CheckReport {
    let (figures, (structure, duties)) = concurrently {
      checkFigures(of: examination(), prior: prior, stated: stated)
    } _: {
      let input = StructureInput(
        tables: tables, form: form, codes: codes, words: words, emptyTables: emptyTables, evaluations: evaluations,
        copies: copies)
      let duties = DutyCheck(
        self.duties, DutyInput(input, quantities: quantities, dates: dates, isUnfinished: isUnfinished)
      ).outcome
      return (findings(of: CheckList.structure, in: input) + duties.findings, duties.results)
    }
    var report = figures
    report.duties = duties
    report.findings = Self.ordered(figures.findings + structure)
    return report
  }

  /// Everything that compares figures: the identities, the text, last year, and all of them jointly; findings as the
  /// checks gave them.
  private func checkFigures(of examination: Examination, prior: TableSet?, stated: [PriorRow]) -> CheckReport {
    let (tables, engine) = (examination.tables, examination.engine)
    let joint = JointCheck(
      engine.index, equalities: engine.soundEqualities, lastPlaces: engine.lastPlaces.map(\.violated))
    var findings = engine.violations.map { IdentityFinding.finding($0, engine: engine, tables: tables) }
    var results = engine.results
    let claims = ClaimInput(tables, catalogue: quantities, index: engine.index)
    let years = prior.map { prior in
      YearInput(
        now: tables, nowIndex: engine.index, prior: prior, priorIndex: FigureIndex(prior), catalogue: quantities,
        stated: stated)
    }
    var compared = engine.comparedClaims(of: tables.prose)
    if let input = claims {
      for check in CheckList.claims {
        guard let rule = rule(of: check.id) else { continue }
        for one in check.cases(rule, input) {
          results.append(CaseResult(identity: rule.id, place: .figure(one.subject), outcome: one.outcome))
          compared.formUnion(one.compared)
          if let finding = one.finding { findings.append(finding) }
        }
      }
    }
    if let input = years {
      for check in CheckList.years {
        guard let rule = rule(of: check.id) else { continue }
        for one in check.cases(rule, input) {
          results.append(CaseResult(identity: rule.id, place: .figure(one.subject), outcome: one.outcome))
          compared.formUnion(one.compared)
          if let finding = one.finding { findings.append(finding) }
        }
      }
    }
    let sizes = SizeInput(
      tables: tables, engine: engine, catalogue: quantities, claims: claims, years: years, limits: sizeLimits)
    for check in CheckList.sizes { if let rule = rule(of: check.id) { findings += check.findings(rule, sizes) } }
    if let rule = rule(of: .lastPlace) {
      findings += LastPlaceFinding.findings(rule, engine: engine, tables: tables)
    }
    if let rule = rule(of: .joint) {
      findings += joint.conflicts.map { JointFinding.finding(rule, $0, engine: engine, tables: tables) }
    }
    var narrowed: [FigureAddress: ClosedRange<Int64>] = [:]
    narrowed.reserveCapacity(engine.index.entries.count)
    if joint.conflicts.isEmpty {
      for (position, entry) in engine.index.entries.enumerated() where entry.isNumber {
        narrowed[entry.figure.address] = joint.low[position]...joint.high[position]
      }
    }
    return CheckReport(
      results: results, counts: Self.counts(results), residuals: Self.residuals(engine.results),
      joint: joint.conflicts.isEmpty
        ? (!engine.index.coverage.isWhole ? .notChecked : joint.isComplete ? .consistent : .unfinished)
        : .contradictory(joint.conflicts.count),
      narrowed: narrowed, findings: findings, compared: compared)
  }

  /// What the text of an examined disclosure states; nil where there is none.
  func claims(_ examination: Examination) -> ClaimInput? {
    ClaimInput(examination.tables, catalogue: quantities, index: examination.engine.index)
  }

  /// The entry of a rule; nil where it does not hold for the form's place and year.
  func rule(of id: RuleID) -> Rule? {
    let rule = catalogue[id]
    return rule.applies(in: form.id, form.year) ? rule : nil
  }

  private static func counts(_ results: [CaseResult]) -> CheckReport.Counts {
    var counts = CheckReport.Counts()
    for result in results { counts.add(result.outcome) }
    return counts
  }

  private static func residuals(_ results: [CaseResult]) -> [CheckReport.Residual] {
    results.compactMap { result in
      guard case .withinRounding(let residual, let allowed) = result.outcome else { return nil }
      return CheckReport.Residual(
        identity: result.identity, subject: result.subject, residual: residual, allowed: allowed)
    }
  }

  /// Worst first; within a severity as the checks gave them, which is by rule and then by place.
  static func ordered(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map(\.element)
  }
}

extension [EvaluationTable] {
  /// What most tables have in common, the first of such as are as frequent; nil where none has anything.
  fileprivate func commonest(_ value: KeyPath<EvaluationTable, String>) -> String? {
    mostFrequent { $0[keyPath: value].isEmpty ? nil : $0[keyPath: value] }
  }

  /// The same of years, 0 being none.
  fileprivate func commonest(_ value: KeyPath<EvaluationTable, Int>) -> Int? {
    mostFrequent { $0[keyPath: value] == 0 ? nil : $0[keyPath: value] }
  }

  private func mostFrequent<Value: Hashable>(_ value: (EvaluationTable) -> Value?) -> Value? {
    let all = compactMap(value)
    let counts = Dictionary(grouping: all) { $0 }.mapValues(\.count)
    let most = counts.values.max()
    return all.first { counts[$0] == most }
  }
}
