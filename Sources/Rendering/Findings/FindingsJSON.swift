import Accounts
package import Checks
import Evaluations
import Formats
import Tables

/// Findings as data for other programs.
package enum FindingsJSON {
  /// The format's version.
  package static let version: Int64 = 1

  /// The most cells of a ledger listed for a figure.
  private static let shownCells = 50

  /// The JSON of a run: for one input its report, for several `inputs` with a report each.
  package static func bytes(of run: CheckRun) -> [UInt8] { JSONWriter.utf8(of: value(of: run)) }

  /// The same on one line, ended by a line feed (JSON Lines).
  package static func line(of run: CheckRun) -> [UInt8] { JSONWriter.utf8(of: .inline(value(of: run))) }

  private static func value(of run: CheckRun) -> JSONOutput {
    var members: [(String, JSONOutput)] = [
      ("version", .integer(version)),
      ("verdict", .string(run.verdict.rawValue)),
      ("tool", .string(run.record.tool)),
      ("date", optional(run.record.date)),
      ("otherFiles", .array(run.record.files.map(file))),
    ]
    if run.inputs.count == 1, let input = run.inputs.first {
      members += self.members(of: input, in: run)
    } else {
      members.append(("summary", .string(run.summary)))
      members.append(
        (
          "inputs",
          .array(
            run.inputs.map { input in
              .object(
                [("verdict", .string(input.verdict(strict: run.isStrict).rawValue))] + self.members(of: input, in: run))
            })
        ))
    }
    if let delivery = run.delivery {
      members.append(
        (
          "delivery",
          .object([
            ("listed", .integer(Int64(delivery.listed))), ("missing", .array(delivery.missing.map { .string($0) })),
            ("unlisted", .array(delivery.unlisted.map { .string($0) })),
          ])
        ))
    }
    members.append(
      (
        "unusedWaivers",
        .array(
          run.unusedWaivers.map { waiver in
            .inline(
              .object([
                ("id", optional(waiver.id)), ("rule", .string(waiver.rule)), ("address", optional(waiver.address)),
                ("reason", .string(waiver.reason)), ("place", place(waiver.place)),
              ]))
          })
      ))
    return .object(members)
  }

  private static func members(of input: CheckedInput, in run: CheckRun) -> [(String, JSONOutput)] {
    let head = [("source", .string(input.name))] + basis(of: input, in: run)
    switch input.outcome {
    case .report(let report, let tables): return head + members(of: report, tables)
    case .unusable(let problems):
      return head + [
        (
          "problems",
          .array(
            problems.map { problem in
              .inline(
                .object([("place", place(problem.location)), ("message", .string(problem.explanation))]))
            })
        )
      ]
    }
  }

  /// Whose an input is, from which files, by what form it was checked, and which rules were used on it.
  static func basis(of input: CheckedInput, in run: CheckRun) -> [(String, JSONOutput)] {
    let tables: TableSet? = if case .report(_, let tables) = input.outcome { tables } else { nil }
    return [
      ("unit", optional(tables?.unitName)), ("year", tables?.year.map { .integer(Int64($0)) } ?? .null),
      (
        "checkedBy",
        input.form.map { form in
          .inline(
            .object([
              ("id", .string(form.id)), ("year", .integer(Int64(form.year))), ("name", .string(form.name)),
            ]))
        } ?? .null
      ),
      ("files", .array(input.files.map(file))),
      ("rules", .array(CheckBasis(of: input, in: run).rules.map(use))),
    ]
  }

  /// A file that was read.
  private static func file(_ file: CheckedFile) -> JSONOutput {
    .inline(
      .object([
        ("name", .string(file.name)), ("use", .string(file.use.rawValue)), ("size", .integer(Int64(file.size))),
        ("sha256", .string(file.digest.hexadecimal)),
      ]))
  }

  /// A rule that was used; without counts where its cases are not counted.
  private static func use(_ use: RuleUse) -> JSONOutput {
    let counts = use.counts.map { counts -> [(String, JSONOutput)] in
      [
        ("equal", .integer(Int64(counts.equal))), ("withinRounding", .integer(Int64(counts.withinRounding))),
        ("violated", .integer(Int64(counts.violated))), ("notApplicable", .integer(Int64(counts.notApplicable))),
        ("notChecked", .integer(Int64(counts.notChecked))),
      ]
    }
    return .inline(
      .object(
        [("rule", .string(use.rule.id)), ("title", .string(use.rule.title))] + (counts ?? [])
          + [("findings", .integer(Int64(use.findings)))]))
  }

  private static func form(_ form: ReadForm) -> JSONOutput {
    .inline(
      .object([
        ("id", .string(form.id)), ("year", .integer(Int64(form.year))), ("name", .string(form.name)),
        ("formTables", .integer(Int64(form.formTables))), ("tables", .integer(Int64(form.tables))),
        ("titles", .integer(Int64(form.titles))), ("heads", .integer(Int64(form.heads))),
        ("unread", .integer(Int64(form.unread))),
      ]))
  }

  private static func members(of report: CheckReport, _ tables: TableSet) -> [(String, JSONOutput)] {
    let counts = [
      ("checked", report.counts.checked), ("equal", report.counts.equal),
      ("withinRounding", report.counts.withinRounding), ("notApplicable", report.counts.notApplicable),
      ("notChecked", report.counts.notChecked), ("violated", report.counts.violated),
      ("errors", report.count(.error)), ("warnings", report.count(.warning)), ("notes", report.count(.note)),
      ("waived", report.waived.count),
    ]
    let findings = zip(report.findings, report.ids).map { one, id in
      JSONOutput.object([("id", .string(id))] + finding(one))
    }
    let waived = report.waived.map { one in
      JSONOutput.object([("id", .string(one.id))] + finding(one.finding) + [("reason", .string(one.reason))])
    }
    var members: [(String, JSONOutput)] = [
      ("summary", .string(report.verdict)),
      ("counts", .inline(.object(counts.map { ($0.0, .integer(Int64($0.1))) }))),
      ("joint", joint(report.joint)),
      ("read", .inline(.array(report.read.map { .string($0) }))),
      ("form", report.form.map(form) ?? .null),
      ("findings", .array(findings)),
      ("waived", .array(waived)),
      (
        "residuals",
        .array(
          report.printedResiduals(tables).map { residual in
            .inline(
              .object([
                ("rule", .string(residual.rule)), ("address", .string(residual.address)),
                ("residual", .string(residual.residual)), ("allowed", .string(residual.allowed)),
              ]))
          })
      ),
      (
        "notChecked",
        .array(
          report.notChecked.map { one in
            .inline(
              .object([
                ("rule", .string(one.rule)), ("subject", .string(one.subject)), ("reason", .string(one.reason)),
              ]))
          })
      ),
    ]
    if !report.duties.isEmpty { members.append(("duties", DutiesJSON.results(report.duties))) }
    if let since = report.since { members.append(("since", self.since(since, report))) }
    if let numbers = report.numbers { members.append(("numbersOfText", self.numbers(numbers))) }
    if let tables = report.evaluationTables { members.append(("evaluations", evaluations(tables, report.rules))) }
    return members
  }

  /// The findings beside those of an earlier report.
  private static func since(_ since: FindingsSince, _ report: CheckReport) -> JSONOutput {
    func list(_ findings: [EarlierFinding]) -> JSONOutput {
      .array(
        findings.map { one in
          .inline(.object([("id", .string(one.id)), ("rule", .string(one.rule)), ("message", .string(one.message))]))
        })
    }
    let ids = report.ids
    return .object([
      ("earlier", .string(since.earlier)), ("mended", list(since.mended)), ("notChecked", list(since.unknown)),
      ("standing", .inline(.array(ids.filter(since.standing.contains).map { .string($0) }))),
      ("new", .inline(.array(ids.filter { !since.standing.contains($0) }.map { .string($0) }))),
    ])
  }

  /// What became of the numbers of the text, and where those stand that are not understood.
  private static func numbers(_ numbers: NumbersOfText) -> JSONOutput {
    .object([
      ("count", .integer(Int64(numbers.count))), ("compared", .integer(Int64(numbers.compared))),
      ("understood", .integer(Int64(numbers.understood))), ("notUnderstood", .integer(Int64(numbers.unknown.count))),
      (
        "unknown",
        .array(
          numbers.unknown.map { number in
            .inline(.object([("text", .string(number.text)), ("place", place(number.place))]))
          })
      ),
    ])
  }

  /// How many self-evaluation tables there are, and how often each of their rules was applied.
  private static func evaluations(_ tables: Int, _ rules: [String: CheckReport.RuleCount]) -> JSONOutput {
    .object([
      ("tables", .integer(Int64(tables))),
      (
        "rules",
        .array(
          rules.sorted { $0.key < $1.key }.map { rule, count in
            .inline(
              .object([
                ("rule", .string(rule)), ("held", .integer(Int64(count.held))),
                ("violated", .integer(Int64(count.violated))), ("notChecked", .integer(Int64(count.notChecked))),
              ]))
          })
      ),
    ])
  }

  private static func joint(_ joint: CheckReport.Joint) -> JSONOutput {
    switch joint {
    case .consistent: .inline(.object([("state", .string("consistent")), ("contradictions", .integer(0))]))
    case .contradictory(let count):
      .inline(.object([("state", .string("contradictory")), ("contradictions", .integer(Int64(count)))]))
    case .unfinished: .inline(.object([("state", .string("unfinished")), ("contradictions", .null)]))
    case .notChecked: .inline(.object([("state", .string("notChecked")), ("contradictions", .null)]))
    }
  }

  /// `addresses`, `labels`, `printed` and `places` go together, an element a figure; `place` is of the finding itself.
  private static func finding(_ finding: Finding) -> [(String, JSONOutput)] {
    func list(_ element: (Finding.Operand) -> JSONOutput) -> JSONOutput { .array(finding.operands.map(element)) }
    let hasSources = finding.operands.contains { !$0.sources.isEmpty }
    let cells = list { operand in
      .inline(.array(operand.sources.prefix(shownCells).map { .string($0.description) }))
    }
    return [
      ("rule", .string(finding.rule)),
      ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.message)),
      ("place", place(finding.place)),
      ("addresses", .inline(list { .string($0.address) })),
      ("labels", .inline(list { .string($0.label) })),
      ("printed", .inline(list { .string($0.printed) })),
      ("places", list { .inline(place($0.place)) }),
    ] + (hasSources ? [("cells", cells)] : []) + [
      ("expected", optional(finding.expected)),
      ("residual", optional(finding.residual)),
      ("allowed", optional(finding.allowed)),
      ("advice", .string(finding.advice)),
      ("related", .inline(.array(finding.related.map { .string($0) }))),
    ] + (finding.symptoms.isEmpty ? [] : [("symptoms", .array(finding.symptoms.map { .object(self.finding($0)) }))])
  }

  private static func optional(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }

  /// A place as `{file, line, sheet, cell}`, with `page` or `table` where the line is counted in one, and
  /// `recognised` where the page is a picture; null when there is none.
  static func place(_ place: SourceLocation?) -> JSONOutput {
    guard let place else { return .null }
    var members: [(String, JSONOutput)] = [
      ("file", .string(place.file)), ("line", place.line.map { .integer(Int64($0)) } ?? .null),
      ("sheet", optional(place.sheet)), ("cell", optional(place.cell)),
    ]
    switch place.within {
    case .page(let page): members.append(("page", .integer(Int64(page))))
    case .scan(let page):
      members += [("page", .integer(Int64(page))), ("recognised", .bool(true))]
    case .table(let table): members.append(("table", .integer(Int64(table))))
    case .paragraphs, nil: break
    }
    return .inline(.object(members))
  }
}
