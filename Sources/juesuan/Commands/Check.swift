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
    operands: Operands(0...Int.max, Parameter("账或公开文件…", .files), "至少一个账或公开文件"),
    options: format, .output(Format.types), .force, .together, lines, list, strict, notes, .waivers, writeWaivers,
    since, ofUnits,
    date, .prior.saying("上年的账或公开文件；核对年初数、增减与上年公布的数是否衔接"), .approved, .published, .assume,
    .formOfPublication, .place, .codes, .recogniser,
    discussion: [
      "每处不符列出：在哪里、印的是什么、应是多少、怎么办。",
      "公开文件可以是\(PublishedReader.formats)的目录，或整个公开目录，或放着一个单位一年各个文件的目录，或放着许多单位的目录（下面的目录也看，按单位和年度归在一起，一个单位一份）。",
      "给多个时逐个核对，一个读不懂不影响其余，最后一行是总计；加 --together 时合起来当作一份。-q 在没有发现时不显示结论。",
      "xlsx 和 docx 是工作底稿：汇总、发现、症状、未核对、读不懂的数、说明，留有核实情况、处理意见和签字的地方。各种报告都写明单位、所核的文件和它们的 SHA-256、版本、用了的规则。",
      "从扫描件识别出来的数不算错误，请核对原件：html 报告和预览里附有原件上这一处的图。",
      "--jsonl 从标准输入读路径，一行一个（同一份公开的几个文件之间用制表符隔开），每份写一行 JSON 到标准输出，与 --format json 只给它一份时相同；读不懂的也是一行（problems），结束状态总是 0，供 GNU parallel、Spark 的 pipe 等分给许多进程。",
      "--list 给出应公开的单位，最后说出清单上的谁没有公开、谁不在清单上；单位按公开文件里的名称认，没有名称的按目录和文件名里的名称或代码认。",
      "--units 给出部门的所属单位：部门的每个数应是各单位之和，减去抵销的内部往来（U 规则）。印出的数按舍入的范围算，每个单位差末位的 1 不算不符。各单位都给账的，抵销多少由账得出；有公开文件的，由部门和各单位印的上缴、补助各栏得出。有一份没有读懂的数，就不核对。",
      "结束状态：0 通过；1 有错误（加 --strict 时，有警告）；2 有的读不懂。取其中最坏的。",
    ],
    examples: [
      "juesuan check Examples/datong-2024 --notes",
      "juesuan check 决算说明.docx 决算表.xls --together",
      "juesuan check 公开.docx --since 上次.json",
      "juesuan check 公开.docx -o 工作底稿.xlsx --date 2025-08-20",
      "juesuan check 部门公开.docx --units 各单位",
      "juesuan check 公开.docx --write-waivers 豁免.xlsx",
      "juesuan check 账 --waivers 豁免.csv --format html -o 核对.html",
      "find 公开季 -name '*.docx' | juesuan check --jsonl > 核对.jsonl",
    ],
    run: { try $0.check($1) })
}

/// How the findings are written.
private enum Format: String, OutputFormat { case text, json, sarif, csv, md, html, xlsx, docx }

private let format = Option.format(ofOutput: Format.text)

private let list = Option.value(
  "--list", of: Parameter("清单.csv|清单.xlsx", .files),
  help: "应公开的单位，列为 单位名称，可有 单位代码、批复日期、公开日期；说出谁没有公开，按日期核对二十日")

private let strict = Option.flag("--strict", help: "有警告也算不通过")

private let notes = Option.flag("--notes", help: "舍入可以解释的差异也逐条列出")

private let since = Option.value(
  "--since", of: Parameter("上次的报告.json", .files),
  help: "与上次 --format json 写的报告比：哪些已改正，哪些仍在，哪些新出现")

private let ofUnits = Option.list(
  "--units", of: Parameter("账或公开文件…", .files),
  help: "所属各单位的账或公开文件，或放着它们的目录，到下一个选项为止；部门的每个数与各单位之和核对，内部往来抵销")

private let date = Option.value(
  "--date", of: Parameter("日期"), help: "核对日期，如 2025-09-20，写进报告；不给时不写，工作底稿里留空")

private let writeWaivers = Option(
  ["--write-waivers"], of: Parameter("文件.csv|文件.xlsx", .files, isOutput: true),
  help: "另写出豁免底稿，每条发现一行；填上理由，下次用 --waivers 给出，没有填理由的不豁免"
) { typed throws(UsageError) -> String? in
  guard let path = typed.last?.value else { return nil }
  guard path != "-" else { throw UsageError("--write-waivers 应是文件名，以 .csv 或 .xlsx 结尾。") }
  try FileType.check(path, isOneOf: [.csv, .xlsx], of: "--write-waivers")
  return path
}

private let lines = Option.flag("--jsonl", help: "从标准输入读路径，每份写一行 JSON")

extension Arguments {
  fileprivate func check(_ terminal: Terminal) throws -> ExitStatus {
    if self[lines] { return try checkLines(terminal) }
    guard !operands.isEmpty else {
      throw UsageError("给了 0 个参数，应为：至少一个账或公开文件。", command: "check")
    }
    let format = try outputFormat(format)
    let choices = try self.choices
    var record = CheckRecord(tool: Tool.juesuan.fullVersion, date: try day(date)?.description)
    let waivers = try self.waivers(&record, terminal)
    var disclosures = Disclosures(choices, tell: terminal.warn)
    let paths = try self[.together] ? [operands] : inputs(&disclosures, terminal)
    let ownUnits = try units(of: paths, &disclosures, &record)
    let prior = try given(self[.prior], .prior, &record) { try disclosures.prior(at: $0, from: $1) }
    let earlier = try given(self[since], .earlier, &record) { try EarlierReport(at: $0, from: $1) }
    let units = try given(self[list], .list, &record) { try UnitList(at: $0, from: $1) }
    let skeletonFile = terminal.otherFiles[writeWaivers.name]
    // Text for standard output is shown as it comes, and nothing of it kept: there may be many inputs.
    let showsAtOnce = format == .text && terminal.outputFile == nil
    let keeps = !showsAtOnce || skeletonFile != nil
    var totals = CheckTotals(isStrict: self[strict])
    var listed: [ListedInput] = []
    var (found, unlisted): (Set<Int>, [String]) = ([], [])
    var unused = Set(waivers.indices)
    var inputs: [CheckedInput] = []
    for (index, path) in paths.enumerated() {
      let input = try checked(
        path, &disclosures, prior: prior, ownUnits, waivers, &unused, earlier, units, cutsOut: format == .html,
        terminal)
      if let position = units?.position(of: input.unitName, at: path) {
        found.insert(position)
      } else if units != nil {
        unlisted.append(input.unitName ?? input.name)
      }
      // Not before: they are read on another core while the first input is.
      if record.rules.isEmpty { record.rules = try RuleCatalogue.standard().rules }
      totals.add(input)
      listed.append(ListedInput(input, isStrict: self[strict]))
      if showsAtOnce { try show(input, isOnlyOne: paths.count == 1, record, terminal) }
      if keeps { inputs.append(input) }
      if index == paths.count - 1 { keepToEnd((disclosures, input)) }
    }
    let unusedWaivers = waivers.indices.filter { unused.contains($0) }.map { waivers[$0] }
    for waiver in unusedWaivers {
      terminal.warn(waiver.unusedRemark)
    }
    let delivery = units.map { Delivery(listed: $0.units.map(\.name), found: found, unlisted: unlisted) }
    let run = CheckRun(
      inputs: inputs, unusedWaivers: unusedWaivers, isStrict: self[strict], showsNotes: self[notes], record: record,
      delivery: delivery)
    let isWanting = delivery.map { !$0.missing.isEmpty } ?? false
    let summary = totals.summary + (delivery?.summary ?? "")
    if showsAtOnce {
      if paths.count > 1 || delivery != nil, !(self[.quiet] && totals.isClean && !isWanting) {
        try terminal.print(ListedInput.lines(of: listed))
        try terminal.print(summary)
      }
    } else {
      try terminal.write(Self.bytes(of: run, format: format))
      if terminal.outputFile != nil { terminal.note(summary) }
    }
    if let skeletonFile {
      let skeleton = WaiverSkeleton(of: run)
      let isWorkbook = FileType.named(by: skeletonFile.path)?.types == [.xlsx]
      try skeletonFile.write(isWorkbook ? skeleton.workbook() : skeleton.csv)
      terminal.note("已写出 \(skeletonFile.path)：\(skeleton.count) 条发现，理由待填。")
    }
    return switch totals.verdict {
    case .consistent: isWanting ? .findings : .success
    case .inconsistent: .findings
    case .unusable: .unusable
    }
  }

  /// Reads what is given beside the inputs, and remembers its files.
  private func given<Value>(
    _ path: String?, _ use: CheckedFile.Use, _ record: inout CheckRecord,
    _ read: (String, InputFiles) throws -> Value
  ) throws -> Value? {
    guard let path else { return nil }
    let files = InputFiles(engine: try choices.engine)
    let value = try read(path, files)
    record.files += files.read.map { CheckedFile($0.name, $0.bytes, for: use) }
    return value
  }

  /// The units of the one department that is checked.
  private func units(
    of paths: [[String]], _ disclosures: inout Disclosures, _ record: inout CheckRecord
  ) throws -> [UnitTables] {
    guard !self[ofUnits].isEmpty else { return [] }
    guard paths.count == 1 else {
      throw UsageError("--units 是一个部门的所属单位，而给了 \(paths.count) 份要核对的，应是一份。", command: "check")
    }
    let files = InputFiles(engine: try choices.engine)
    let units = try disclosures.units(at: self[ofUnits], from: files)
    record.files += files.read.map { CheckedFile($0.name, $0.bytes, for: .unit) }
    return units
  }

  /// The waivers; says which rows of their file waive nothing.
  private func waivers(_ record: inout CheckRecord, _ terminal: Terminal) throws -> [Waiver] {
    let list = try given(self[.waivers], .waivers, &record) { try WaiverList(at: $0, from: $1) }
    if let remark = list?.unfilledRemark { terminal.warn(remark) }
    return list?.waivers ?? []
  }

  /// Checks what the paths on the standard input lead to, one after another: a line of JSON for each. Memory is bounded by the
  /// publication in hand.
  private func checkLines(_ terminal: Terminal) throws -> ExitStatus {
    guard operands.isEmpty, !self[.together], self[since] == nil, self[list] == nil,
      self[ofUnits].isEmpty, terminal.outputFile == nil,
      terminal.otherFiles[writeWaivers.name] == nil
    else {
      throw UsageError(
        "--jsonl 的路径从标准输入读，结果写到标准输出，不能再给路径、-o、--together、--since、--list、--units 或 --write-waivers。", command: "check")
    }
    var record = CheckRecord(tool: Tool.juesuan.fullVersion, date: try day(date)?.description)
    record.rules = try RuleCatalogue.standard().rules
    let waivers = try self.waivers(&record, terminal)
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let prior = try given(self[.prior], .prior, &record) { try disclosures.prior(at: $0, from: $1) }
    var unused = Set(waivers.indices)
    while let line = readLine() {
      let paths = line.split(whereSeparator: { $0 == "\t" || $0 == "\r" || $0 == "\r\n" }).map(String.init)
      guard let first = paths.first else { continue }
      let inputs = paths.count == 1 ? try disclosures.inputs(at: first).inputs : [paths]
      for one in inputs {
        let input = try checked(
          one, &disclosures, prior: prior, [], waivers, &unused, nil, nil, cutsOut: false, terminal)
        let run = CheckRun(inputs: [input], isStrict: self[strict], showsNotes: self[notes], record: record)
        try terminal.print(bytes: FindingsJSON.line(of: run))
      }
    }
    return .success
  }

  /// The inputs in what is named: a folder of several units' publications is as many.
  private func inputs(_ disclosures: inout Disclosures, _ terminal: Terminal) throws -> [[String]] {
    var inputs: [[String]] = []
    for path in operands {
      let found = try disclosures.inputs(at: path)
      inputs += found.inputs
      if let first = found.passedOver.first {
        let others = found.passedOver.count > 1 ? " 等 \(found.passedOver.count) 个文件" : ""
        terminal.warn("\(InputFile.displayName(of: path)): 提醒: 其中 \(first)\(others)不是可以读的公开文件，没有核对。")
      }
    }
    return inputs
  }

  /// Reads and checks one input; what cannot be read is reported and does not stop the rest.
  private func checked(
    _ paths: [String], _ disclosures: inout Disclosures, prior: TableSet?, _ ownUnits: [UnitTables],
    _ waivers: [Waiver],
    _ unused: inout Set<Int>, _ earlier: EarlierReport?, _ units: UnitList?, cutsOut: Bool,
    _ terminal: Terminal
  ) throws -> CheckedInput {
    let checked = try disclosures.checked(
      paths, prior: prior, waivers: waivers, since: earlier.map { ($0, self[since] ?? "") }, among: units,
      heldAgainst: ownUnits, cutsOut: cutsOut)
    if let stillUnused = checked.unused.map({ Set($0) }) {
      unused = unused.filter { stillUnused.contains(waivers[$0]) }
    }
    if case .unusable(let problems) = checked.input.outcome, !self[lines] { terminal.report(problems) }
    return checked.input
  }

  private func show(
    _ input: CheckedInput, isOnlyOne: Bool, _ record: CheckRecord, _ terminal: Terminal
  ) throws(OutputError) {
    guard case .report(let report, let tables) = input.outcome else { return }
    // Whoever wants only what is found does not ask what it was found in.
    let basis = self[.quiet] && report.findings.isEmpty ? [] : FindingsText.basis(of: input, by: record)
    let lines = FindingsText.lines(of: report, tables, input: input.name, notes: self[notes], basis: basis)
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
      FindingsSARIF.bytes(of: run, toolVersion: Tool.juesuan.version)
    case .csv: FindingsCSV.bytes(of: run)
    case .md: Array(FindingsMarkdown.text(of: run).utf8)
    case .html: Array(try FindingsHTML(TemplateLibrary()).page(of: run).utf8)
    case .xlsx: try WorkingPaperWorkbook.bytes(of: run)
    case .docx: WorkingPaperDocument.bytes(of: run)
    }
  }
}
