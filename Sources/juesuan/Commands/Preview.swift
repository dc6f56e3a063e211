import Accounts
import Checks
import Narrative
import Reading
import Rendering
import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Command {
  /// `juesuan preview LEDGER|PACKAGE -o FILE`: the draft as one page, the findings on the figures they concern; with
  /// `--watch` again whenever what it is made from changes.
  func preview(_ terminal: Terminal) throws -> ExitStatus {
    let path = try operands(1...1, "一个账或公开文件")[0]
    guard let output = options.output else {
      throw UsageError("没有输出文件，应以 -o 给出，如 -o 预览.html。", command: "preview")
    }
    guard options.isWatching else {
      let draft = try draft(of: path, terminal)
      try write(Array(page(of: draft.document).utf8), terminal)
      terminal.note(draft.review.report.verdict)
      if options.opens { show(output, terminal) }
      return .success
    }
    guard path != "-", output != "-" else {
      throw UsageError("--watch 盯着文件的变化，不能用标准输入或标准输出。", command: "preview")
    }
    return try watch(path, output, terminal)
  }

  /// Writes the draft, and again whenever an input changes; what is wrong with an input shows on the page. Ends when it
  /// is interrupted, or when the page cannot be written.
  private func watch(_ path: String, _ output: String, _ terminal: Terminal) throws -> ExitStatus {
    let watched =
      [path] + [options.prior, options.waivers, options.templates].compactMap { $0 } + options.codes
      + [options.form].compactMap { $0 }.filter { $0.hasSuffix(".json") }
    var changes = InputChanges(of: watched, besides: output)
    var last: Draft?
    var count = 0
    while true {
      var draft: Draft
      do {
        draft = try self.draft(of: path, terminal)
        last = draft
        terminal.note("已写出 \(output)。\(draft.review.report.verdict)")
      } catch let error as UnusableInput {
        terminal.report(error.problems)
        draft = last ?? Draft(unreadable: path)
        draft.review.problems = error.problems.map(\.message)
      } catch {
        let message = describe(error)
        _ = terminal.report(message)
        draft = last ?? Draft(unreadable: path)
        draft.review.problems = [message]
      }
      count += 1
      draft.review.stamp = "\(getpid())-\(count)"
      try WholeFile(output).write(Array(page(of: draft.document).utf8))
      if count == 1 {
        terminal.note("正在盯着 \(path) 的变化，按 Ctrl-C 结束。")
        if options.opens { show(output, terminal) }
      }
      changes.wait()
    }
  }

  /// The page of a draft; templates that cannot be used are passed over, for they too are being worked on.
  private func page(of document: Document) throws -> String {
    try HTMLRenderer(TemplateLibrary(overriddenBy: options.templates)).page(of: document)
  }

  /// A draft, composed from a ledger or set again from a publication, with all that is shown beside it.
  private func draft(of path: String, _ terminal: Terminal) throws -> Draft {
    let assumed = options.assumed.isEmpty ? [] : try assumedRules(Rule.all())
    var disclosures = Disclosures(self, terminal, assuming: assumed)
    let prior = try options.prior.map { try disclosures.disclosure(at: $0).tables }
    let waivers = try options.waivers.map { try self.waivers(at: $0, Rule.all()) } ?? []
    let inputs = try [path, options.prior, options.waivers].compactMap { $0 }.flatMap {
      try InputFile.files(at: $0, besides: options.output ?? "-")
    }
    var draft =
      try PublishedReader.looksLikeLedger(path) || path == "-"
      ? composedDraft(of: path, prior: prior, assuming: assumed, inputs, terminal)
      : publishedDraft(of: path, prior: prior, assuming: assumed, inputs, &disclosures, terminal)
    let waived = draft.review.report.waiving(waivers)
    for waiver in waived.unused {
      terminal.warn("\(waiver.place): 提醒: 豁免 \(waiver.rule) 没有对应的发现，请删去这一行，以免掩盖以后的错误。")
    }
    draft.review.report = waived.report
    if let prior {
      draft.review.comparison = YearComparison(draft.review.tables, prior, catalogue: try .standard())
    }
    return draft
  }

  private func composedDraft(
    of path: String, prior: TableSet?, assuming assumed: Set<String>, _ files: [InputFile.Whole], _ terminal: Terminal
  ) throws -> Draft {
    let inputs = try inputs(path, terminal)
    let codes = inputs.codes.including(inputs.ledger)
    let library = try TemplateLibrary(overriddenBy: options.templates)
    let checker = try Checker(form: inputs.form, codes: codes, assuming: assumed)
    let disclosure = try ComposedDisclosure(
      inputs.ledger, form: inputs.form, codes: codes, checker: checker, library: library,
      comparatives: prior.map { try Comparatives($0, catalogue: .standard(), form: inputs.form) },
      hasCharts: !options.hasNoCharts)
    let tables = disclosure.tables
    let report = checker.check(
      tables, prior: prior, stated: inputs.ledger.prior, evaluations: disclosure.evaluations)
    var review = Review(report, of: tables, input: InputFile.displayName(of: path))
    review.relations = checker.relations(between: tables)
    review.sources = FigureSources(tables, ContributionIndex(inputs.ledger))
    let contents = try PackageContents(
      document: disclosure.document, tables: tables, form: inputs.form, checker: checker, report: report,
      library: library)
    review.signOff = SignOff(
      inputs: files.map { SignOff.File($0.name, $0.bytes) },
      files: contents.files.map { SignOff.File($0.path, $0.bytes) })
    return Draft(disclosure.document, review)
  }

  private func publishedDraft(
    of path: String, prior: TableSet?, assuming assumed: Set<String>, _ files: [InputFile.Whole],
    _ disclosures: inout Disclosures, _ terminal: Terminal
  ) throws -> Draft {
    let disclosure = try disclosures.disclosure(at: path)
    warn(ofForm: disclosure.form, forYear: disclosure.tables.year, terminal)
    let report = try disclosures.report(on: disclosure, prior: prior)
    var review = Review(report, of: disclosure.tables, input: InputFile.displayName(of: path))
    let checker = try Checker(form: disclosure.form, codes: nil, assuming: assumed)
    review.relations = checker.relations(between: disclosure.tables)
    review.signOff = SignOff(inputs: files.map { SignOff.File($0.name, $0.bytes) }, files: [])
    let document = Document(published: disclosure.tables, evaluations: disclosure.evaluations?.tables ?? [])
    return Draft(document, review)
  }

  /// Shows a page in the user's browser.
  private func show(_ path: String, _ terminal: Terminal) {
    #if os(macOS)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    guard Program.start(program, [path]) else {
      return terminal.warn("juesuan: 提醒: 没有能打开网页的程序（\(program)），请自行打开 \(path)。")
    }
  }
}

/// A disclosure with its review.
private struct Draft {
  private let composed: Document
  var review: Review

  init(_ document: Document, _ review: Review) {
    composed = document
    self.review = review
  }

  /// What is shown of an input that could not be read yet.
  init(unreadable path: String) {
    let name = InputFile.displayName(of: path)
    composed = Document(
      title: name, unit: UnitInformation(name: name, year: 0, scope: .unit, nature: .administrative), parts: [])
    review = Review(
      .empty, of: TableSet(unitName: nil, year: nil, scope: nil, tables: []), input: name)
  }

  var document: Document { composed.reviewed(review) }
}
