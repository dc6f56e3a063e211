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
  static let preview = Command(
    "preview", "写出公开前的预览：一个网页，发现标在所涉的数上",
    operands: Operands(1...1, Parameter("账或公开文件", .files), "一个账或公开文件"),
    options: output, opens, watches, .prior.saying("上年的账或公开文件；列出各数的增减，没有写明原因的在前"), .waivers, .assume,
    .noCharts, .formOfPublication, .codes, .templates,
    discussion: [
      "一个网页文件，不连网，给审核的人看。",
      "每页有“仅供内部审核”；发现按级别和表列出，标在所涉的数上；点任何一个数，看它的勾稽关系、上年数和账上的来源；后面附已豁免的发现、与上年的比较、"
        + "全部勾稽关系、各数的账目来源，和可以打印签字的复核单。",
    ],
    examples: [
      "juesuan preview Examples/datong-2024 -o 预览.html --open",
      "juesuan preview 填报.xlsx -o 预览.html --prior 上年公开 --watch",
    ],
    run: { try $0.preview($1) })
}

private let output = Option.required(
  "-o", "--output", of: Parameter("文件", .files), help: "写到哪里；- 为标准输出",
  missing: "没有输出文件，应以 -o 给出，如 -o 预览.html。")

private let opens = Option.flag("--open", help: "写好后用浏览器打开")

private let watches = Option.flag(
  "--watch", help: "一有改动就重写：账、上年、豁免、科目、表样或模板；打开的页面随着更新，按 Ctrl-C 结束")

extension Arguments {
  fileprivate func preview(_ terminal: Terminal) throws -> ExitStatus {
    let path = operands[0]
    let file = self[output]
    guard self[watches] else {
      let draft = try draft(of: path, terminal)
      try terminal.write(Array(page(of: draft.document).utf8), to: file)
      terminal.note(draft.review.report.verdict)
      if self[opens] { show(file, terminal) }
      return .success
    }
    guard path != "-", file != "-" else {
      throw UsageError("--watch 盯着文件的变化，不能用标准输入或标准输出。")
    }
    return try watch(path, file, terminal)
  }

  /// Writes the draft, and again whenever an input changes; what is wrong with an input shows on the page. Ends when it
  /// is interrupted, or when the page cannot be written.
  private func watch(_ path: String, _ output: String, _ terminal: Terminal) throws -> ExitStatus {
    let watched =
      [path] + [self[.prior], self[.waivers], self[.templates]].compactMap { $0 } + self[.codes]
      + [self[.form]].compactMap { $0 }.filter { $0.hasSuffix(".json") }
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
        if self[opens] { show(output, terminal) }
      }
      changes.wait()
    }
  }

  /// The page of a draft; templates that cannot be used are passed over, for they too are being worked on.
  private func page(of document: Document) throws -> String {
    try HTMLRenderer(TemplateLibrary(overriddenBy: self[.templates])).page(of: document)
  }

  /// A draft, composed from a ledger or set again from a publication, with all that is shown beside it.
  private func draft(of path: String, _ terminal: Terminal) throws -> Draft {
    let assumed = self[.assume].isEmpty ? [] : try assumedRules(Rule.all())
    var disclosures = Disclosures(self, terminal, assuming: assumed)
    let prior = try self[.prior].map { try disclosures.disclosure(at: $0).tables }
    let waivers = try self[.waivers].map { try self.waivers(at: $0, Rule.all()) } ?? []
    let inputs = try [path, self[.prior], self[.waivers]].compactMap { $0 }.flatMap {
      try InputFile.files(at: $0, besides: self[output])
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
    let library = try TemplateLibrary(overriddenBy: self[.templates])
    let checker = try Checker(form: inputs.form, codes: codes, assuming: assumed)
    let disclosure = try ComposedDisclosure(
      inputs.ledger, form: inputs.form, codes: codes, checker: checker, library: library,
      comparatives: prior.map { try Comparatives($0, catalogue: .standard(), form: inputs.form) },
      hasCharts: !self[.noCharts])
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
