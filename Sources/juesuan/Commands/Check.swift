import Accounts
import Checks
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan check PATH…`: the findings of ledgers' tables or of published disclosures.
  func check(_ terminal: Terminal) throws -> ExitStatus {
    let paths = try operands(1...Int.max, "至少一个账")
    let format = try format(["text", "json", "sarif", "csv", "md", "html"])
    let assumed = options.assumed.isEmpty ? [] : try assumedRules(Rule.all())
    let waivers = try options.waivers.map { try self.waivers(at: $0, Rule.all()) } ?? []
    var disclosures = Disclosures(self, terminal, assuming: assumed)
    let prior = try options.prior.map { try disclosures.disclosure(at: $0).tables }
    // Text for standard output is shown as it comes, and nothing of it kept: there may be many inputs.
    let showsAtOnce = format == "text" && (options.output ?? "-") == "-"
    var totals = CheckTotals(isStrict: options.isStrict)
    var unused = Set(waivers.indices)
    var inputs: [CheckedInput] = []
    for path in paths {
      let input = try checked(path, &disclosures, prior: prior, waivers, &unused, terminal)
      totals.add(input)
      if showsAtOnce { try show(input, isOnlyOne: paths.count == 1, terminal) } else { inputs.append(input) }
    }
    let unusedWaivers = waivers.indices.filter { unused.contains($0) }.map { waivers[$0] }
    for waiver in unusedWaivers {
      let what = waiver.rule + (waiver.address.map { " \($0)" } ?? "")
      terminal.warn("\(waiver.place): 提醒: 豁免 \(what) 没有对应的发现，请删去这一行，以免掩盖以后的错误。")
    }
    if showsAtOnce {
      if paths.count > 1, !(options.isQuiet && totals.isClean) { try terminal.print(totals.summary) }
    } else {
      let run = CheckRun(
        inputs: inputs, unusedWaivers: unusedWaivers, isStrict: options.isStrict, showsNotes: options.showsNotes)
      try write(Self.bytes(of: run, format: format), terminal)
      if options.output != nil { terminal.note(totals.summary) }
    }
    return switch totals.verdict {
    case .consistent: .success
    case .inconsistent: .findings
    case .unusable: .unusable
    }
  }

  /// Reads and checks one input; what cannot be read is reported and does not stop the rest.
  private func checked(
    _ path: String, _ disclosures: inout Disclosures, prior: TableSet?, _ waivers: [Waiver],
    _ unused: inout Set<Int>, _ terminal: Terminal
  ) throws -> CheckedInput {
    let name = InputFile.displayName(of: path)
    do {
      let disclosure = try disclosures.disclosure(at: path)
      warn(ofForm: disclosure.form, forYear: disclosure.tables.year, terminal)
      let report = try disclosures.report(on: disclosure, prior: prior).waiving(waivers)
      let stillUnused = Set(report.unused)
      unused = unused.filter { stillUnused.contains(waivers[$0]) }
      return CheckedInput(name: name, outcome: .report(report.report, disclosure.tables))
    } catch let error as UnusableInput {
      terminal.report(error.problems)
      return CheckedInput(name: name, outcome: .unusable(error.problems))
    }
  }

  private func show(_ input: CheckedInput, isOnlyOne: Bool, _ terminal: Terminal) throws(OutputError) {
    guard case .report(let report, let tables) = input.outcome else { return }
    let lines = FindingsText.lines(of: report, tables, input: input.name, notes: options.showsNotes)
    if options.isQuiet, report.findings.isEmpty {
      try terminal.print(Array(lines.dropLast()))
      return
    }
    if !isOnlyOne { try terminal.print("== \(input.name)") }
    try terminal.print(lines)
  }

  private static func bytes(of run: CheckRun, format: String) throws -> [UInt8] {
    switch format {
    case "json": FindingsJSON.bytes(of: run)
    case "sarif": try FindingsSARIF.bytes(of: run, rules: Rule.all(), toolVersion: version)
    case "csv": FindingsCSV.bytes(of: run)
    case "md": Array(FindingsMarkdown.text(of: run).utf8)
    case "html": Array(try FindingsHTML(TemplateLibrary()).page(of: run).utf8)
    default: Array(FindingsText.text(of: run).utf8)
    }
  }

  /// The rules of `--assume`, which must have a condition that only the user can know.
  func assumedRules(_ rules: [Rule]) throws(UsageError) -> Set<String> {
    let assumable = rules.filter(\.isAssumable).map(\.id)
    for id in options.assumed where !assumable.contains(id) {
      throw UsageError(
        "--assume 里的“\(id)”不是条件须由你说明的规则，这样的规则有：\(assumable.joined(separator: "、"))。", command: "check")
    }
    return Set(options.assumed)
  }

  /// The waivers of a file; a rule that does not exist is a mistake in the file.
  func waivers(at path: String, _ rules: [Rule]) throws(UnusableInput) -> [Waiver] {
    let waivers = try WaiverFile.waivers(at: path)
    let known = Set(rules.map(\.id))
    let problems = waivers.filter { !known.contains($0.rule) }.map { waiver in
      Problem(
        at: waiver.place.at(column: "规则"), found: "填的是\(Problem.quoted(waiver.rule))", expected: "应为规则的编号",
        advice: "各规则的编号见 juesuan rules")
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    return waivers
  }
}
