import Accounts
import Checks
import Disclosing
import Documents
import Reading
import Rendering
import System
import Tables

extension Command {
  /// `juesuan check PATH…`: the findings of ledgers' tables or of published disclosures.
  static let check = Command(
    "check", "核对各表的勾稽关系，列出不符之处",
    operands: Operands(1...Int.max, Parameter("账或公开文件…", .files), "至少一个账或公开文件"),
    options: format, .output(Format.types), .force, .together, strict, notes, .waivers, since,
    .prior.saying("上年的账或公开文件；核对年初数、增减与上年公布的数是否衔接"),
    .approved, .published,
    .assume, .formOfPublication, .place, .codes, .recogniser,
    discussion: [
      "每处不符列出：在哪里、印的是什么、应是多少、怎么办。",
      "公开文件可以是\(PublishedReader.formats)的目录，或整个公开目录，或放着一个单位一年各个文件的目录。",
      "给多个时逐个核对，一个读不懂不影响其余，最后一行是总计；加 --together 时合起来当作一份。-q 在没有发现时不显示结论。",
      "结束状态：0 通过；1 有错误（加 --strict 时，有警告）；2 有的读不懂。取其中最坏的。",
    ],
    examples: [
      "juesuan check Examples/datong-2024 --notes",
      "juesuan check 决算说明.docx 决算表.xls --together",
      "juesuan check 公开.docx --since 上次.json",
      "juesuan check 账 --waivers 豁免.csv --format html -o 核对.html",
    ],
    run: { try $0.check($1) })
}

/// How the findings are written.
private enum Format: String, OutputFormat { case text, json, sarif, csv, md, html }

private let format = Option.format(ofOutput: Format.text)

private let strict = Option.flag("--strict", help: "有警告也算不通过")

private let notes = Option.flag("--notes", help: "舍入可以解释的差异也逐条列出")

private let since = Option.value(
  "--since", of: Parameter("上次的报告.json", .files),
  help: "与上次 --format json 写的报告比：哪些已改正，哪些仍在，哪些新出现")

extension Arguments {
  fileprivate func check(_ terminal: Terminal) throws -> ExitStatus {
    let paths = self[.together] ? [operands] : operands.map { [$0] }
    let format = try outputFormat(format)
    let choices = try self.choices
    let waivers = try self[.waivers].map { try WaiverList(at: $0).waivers } ?? []
    var disclosures = Disclosures(choices, tell: terminal.warn)
    let prior = try self[.prior].map { try disclosures.prior(at: $0) }
    let earlier = try self[since].map { try EarlierReport(at: $0) }
    // Text for standard output is shown as it comes, and nothing of it kept: there may be many inputs.
    let showsAtOnce = format == .text && terminal.outputFile == nil
    var totals = CheckTotals(isStrict: self[strict])
    var unused = Set(waivers.indices)
    var inputs: [CheckedInput] = []
    for (index, path) in paths.enumerated() {
      let input = try checked(path, &disclosures, prior: prior, waivers, &unused, earlier, terminal)
      totals.add(input)
      if showsAtOnce { try show(input, isOnlyOne: paths.count == 1, terminal) } else { inputs.append(input) }
      if index == paths.count - 1 { keepToEnd((disclosures, input)) }
    }
    let unusedWaivers = waivers.indices.filter { unused.contains($0) }.map { waivers[$0] }
    for waiver in unusedWaivers {
      terminal.warn(waiver.unusedRemark)
    }
    if showsAtOnce {
      if paths.count > 1, !(self[.quiet] && totals.isClean) { try terminal.print(totals.summary) }
    } else {
      let run = CheckRun(
        inputs: inputs, unusedWaivers: unusedWaivers, isStrict: self[strict], showsNotes: self[notes])
      try terminal.write(Self.bytes(of: run, format: format))
      if terminal.outputFile != nil { terminal.note(totals.summary) }
    }
    return switch totals.verdict {
    case .consistent: .success
    case .inconsistent: .findings
    case .unusable: .unusable
    }
  }

  /// Reads and checks one input; what cannot be read is reported and does not stop the rest.
  private func checked(
    _ paths: [String], _ disclosures: inout Disclosures, prior: TableSet?, _ waivers: [Waiver],
    _ unused: inout Set<Int>, _ earlier: EarlierReport?, _ terminal: Terminal
  ) throws -> CheckedInput {
    let name = InputFile.displayName(of: paths)
    do {
      let disclosure = try disclosures.disclosure(of: paths)
      let report = try disclosures.report(on: disclosure, prior: prior).waiving(waivers)
      let stillUnused = Set(report.unused)
      unused = unused.filter { stillUnused.contains(waivers[$0]) }
      let compared = earlier?.findings(of: name).map { found in
        report.report.comparing(with: found, of: InputFile.displayName(of: self[since] ?? ""))
      }
      return CheckedInput(name: name, outcome: .report(compared ?? report.report, disclosure.tables))
    } catch let error as UnusableInput {
      terminal.report(error.problems)
      return CheckedInput(name: name, outcome: .unusable(error.problems))
    }
  }

  private func show(_ input: CheckedInput, isOnlyOne: Bool, _ terminal: Terminal) throws(OutputError) {
    guard case .report(let report, let tables) = input.outcome else { return }
    let lines = FindingsText.lines(of: report, tables, input: input.name, notes: self[notes])
    if self[.quiet], report.findings.isEmpty {
      try terminal.print(Array(lines.dropLast(report.form == nil ? 1 : 2)))
      return
    }
    if !isOnlyOne { try terminal.print("== \(input.name)") }
    try terminal.print(lines)
  }

  private static func bytes(of run: CheckRun, format: Format) throws -> [UInt8] {
    switch format {
    case .text: Array(FindingsText.text(of: run).utf8)
    case .json: FindingsJSON.bytes(of: run)
    case .sarif:
      try FindingsSARIF.bytes(of: run, rules: RuleCatalogue.standard().rules, toolVersion: Tool.juesuan.version)
    case .csv: FindingsCSV.bytes(of: run)
    case .md: Array(FindingsMarkdown.text(of: run).utf8)
    case .html: Array(try FindingsHTML(TemplateLibrary()).page(of: run).utf8)
    }
  }
}
