import Accounts
import Checks
import Disclosing
import Documents
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan check PATH…`: the findings of ledgers' tables or of published disclosures.
  func check(_ terminal: Terminal) throws -> ExitStatus {
    let paths = try operands(1...Int.max, "至少一个账")
    let format = try format(["text", "json", "sarif", "csv", "md", "html"])
    let choices = try choicesAssuming()
    let waivers = try options.waivers.map { try WaiverList(at: $0).waivers } ?? []
    var disclosures = Disclosures(choices, tell: terminal.warn)
    let prior = try options.prior.map { try disclosures.prior(at: $0) }
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
      terminal.warn(waiver.unusedRemark)
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
    case "sarif": try FindingsSARIF.bytes(of: run, rules: RuleCatalogue.standard().rules, toolVersion: version)
    case "csv": FindingsCSV.bytes(of: run)
    case "md": Array(FindingsMarkdown.text(of: run).utf8)
    case "html": Array(try FindingsHTML(TemplateLibrary()).page(of: run).utf8)
    default: Array(FindingsText.text(of: run).utf8)
    }
  }

  /// The choices of the user with the rules of `--assume`, which must have a condition that only the user can know.
  func choicesAssuming() throws -> Choices {
    guard !options.assumed.isEmpty else { return choices }
    let assumable = try RuleCatalogue.standard().rules.filter(\.isAssumable).map(\.id)
    for id in options.assumed where !assumable.contains(id) {
      throw UsageError(
        "--assume 里的“\(id)”不是条件须由你说明的规则，这样的规则有：\(assumable.joined(separator: "、"))。", command: "check")
    }
    var choices = choices
    choices.assumed = Set(options.assumed)
    return choices
  }
}
