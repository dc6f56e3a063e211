import Accounts
package import Checks
import Formats
import Tables

/// Findings in the Static Analysis Results Interchange Format, SARIF 2.1.0, for code review and audit tools.
package enum FindingsSARIF {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// One run over all inputs: every rule, every finding; waived ones are suppressed, not left out.
  package static func bytes(of run: CheckRun, toolVersion: String) -> [UInt8] {
    let rules = run.record.rules
    var index: [String: Int] = [:]
    for (position, rule) in rules.enumerated() { index[rule.id] = position }
    let driver: JSONOutput = .object([
      ("name", .string("juesuan")), ("fullName", .string(run.record.tool)), ("version", .string(toolVersion)),
      ("rules", .array(rules.map(descriptor))),
    ])
    var names: Set<String> = []
    let files = (run.inputs.flatMap(\.files) + run.record.files).filter { names.insert($0.name).inserted }
    let problems = run.inputs.flatMap { input -> [Problem] in
      if case .unusable(let problems) = input.outcome { problems } else { [] }
    }
    let summaries = run.inputs.flatMap { input -> [JSONOutput] in
      guard case .report(let report, _) = input.outcome else { return [] }
      return [report.numbers?.summary, report.form?.summary].compactMap(\.self)
        .map { notification("note", $0, SourceLocation(file: input.name)) }
    }
    let results = run.inputs.flatMap { input -> [JSONOutput] in
      guard case .report(let report, let tables) = input.outcome else { return [] }
      return zip(report.findings, report.ids).map { finding, id in
        let state = report.since.map { $0.standing.contains(id) ? "unchanged" : "new" }
        return result(finding, nil, input, tables, index, state)
      }
        + report.waived.map { result($0.finding, $0.reason, input, tables, index) }
    }
    return JSONWriter.utf8(
      of: .object([
        ("$schema", .string(schema)),
        ("version", .string("2.1.0")),
        (
          "runs",
          .array([
            .object([
              ("tool", .object([("driver", driver)])),
              ("language", .string("zh-CN")),
              ("columnKind", .string("unicodeCodePoints")),
              (
                "invocations",
                .array([
                  .object([
                    ("executionSuccessful", .bool(problems.isEmpty)),
                    (
                      "toolExecutionNotifications",
                      .array(problems.map { notification("error", $0.explanation, $0.location) } + summaries)
                    ),
                  ])
                ])
              ),
              ("artifacts", .array(files.map(artifact))),
              ("results", .array(results)),
              ("properties", .object([("inputs", .array(run.inputs.map { properties(of: $0, in: run) }))])),
            ])
          ])
        ),
      ]))
  }

  /// A file that was read.
  private static func artifact(_ file: CheckedFile) -> JSONOutput {
    .inline(
      .object([
        ("location", .object([("uri", .string(uriReference(ofPath: file.name)))])),
        ("length", .integer(Int64(file.size))),
        ("hashes", .object([("sha-256", .string(file.digest.hexadecimal))])),
        ("properties", .object([("use", .string(file.use.rawValue))])),
      ]))
  }

  /// Whose an input is, by what it was checked and which rules were used on it.
  private static func properties(of input: CheckedInput, in run: CheckRun) -> JSONOutput {
    .object([("source", .string(input.name))] + FindingsJSON.basis(of: input, in: run))
  }

  private static func descriptor(_ rule: Rule) -> JSONOutput {
    var properties: [(String, JSONOutput)] = [("basis", .string(rule.basis))]
    var full = "\(rule.title)。依据：\(rule.basis)。"
    if let identity = rule.identity {
      properties.append(("class", .string(identity.class.rawValue)))
      properties.append(("formulas", .array(identity.formulas.map { .string($0) })))
      if let columns = identity.columns {
        properties.append(("columns", .inline(.array(columns.map { .integer(Int64($0)) }))))
      }
      if let condition = identity.condition {
        properties.append(("condition", .string(condition.text)))
        full += "条件：\(condition.text)。"
      }
    }
    return .object([
      ("id", .string(rule.id)),
      ("shortDescription", text(rule.title)),
      ("fullDescription", text(full)),
      ("defaultConfiguration", .inline(.object([("level", .string(rule.severity.rawValue))]))),
      ("properties", .object(properties)),
    ])
  }

  private static func result(
    _ finding: Finding, _ waiver: String?, _ input: CheckedInput, _ tables: TableSet, _ index: [String: Int],
    _ state: String? = nil
  ) -> JSONOutput {
    let place = finding.firstPlace
    var location: [(String, JSONOutput)] = [
      ("physicalLocation", physical(place ?? SourceLocation(file: input.name)))
    ]
    let logical = logicalLocations(finding, place)
    if !logical.isEmpty { location.append(("logicalLocations", .array(logical))) }
    var members: [(String, JSONOutput)] = [("ruleId", .string(finding.rule))]
    if let position = index[finding.rule] { members.append(("ruleIndex", .integer(Int64(position)))) }
    members +=
      [
        ("level", .string(finding.severity.rawValue)),
        ("message", text(finding.paragraph)),
      ] + (state.map { [("baselineState", .string($0))] } ?? []) + [
        ("locations", .array([.object(location)]))
      ]
    let related = finding.operands.filter { $0.place != nil && $0.place != place }.enumerated().map { offset, operand in
      JSONOutput.object([
        ("id", .integer(Int64(offset + 1))),
        ("physicalLocation", physical(operand.place ?? SourceLocation(file: input.name))),
        ("message", text(operand.words)),
      ])
    }
    if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
    if let waiver {
      members.append(
        (
          "suppressions",
          .array([
            .inline(
              .object([
                ("kind", .string("external")), ("status", .string("accepted")), ("justification", .string(waiver)),
              ]))
          ])
        ))
    }
    return .object(members)
  }

  /// The figures' addresses, and the cell where a workbook holds the first of them.
  private static func logicalLocations(_ finding: Finding, _ place: SourceLocation?) -> [JSONOutput] {
    var seen: Set<Finding.Operand> = []
    var locations = finding.operands.filter { seen.insert($0).inserted }.map { operand in
      JSONOutput.inline(
        .object(
          [("fullyQualifiedName", .string(operand.address))]
            + (operand.label.isEmpty ? [] : [("name", .string(operand.label))]) + [("kind", .string("figure"))]))
    }
    if let place, place.within != nil, let name = place.lineWords {
      locations.append(.inline(.object([("fullyQualifiedName", .string(name)), ("kind", .string("line"))])))
    }
    if let place, let cell = place.cell {
      let name = place.sheet.map { "\($0)!\(cell)" } ?? cell
      locations.append(.inline(.object([("fullyQualifiedName", .string(name)), ("kind", .string("cell"))])))
    }
    return locations
  }

  /// What the run itself has to tell of an input: why it could not be used, and how much of its text was understood.
  private static func notification(_ level: String, _ message: String, _ place: SourceLocation) -> JSONOutput {
    .object([
      ("level", .string(level)), ("message", text(message)),
      ("locations", .array([.object([("physicalLocation", physical(place))])])),
    ])
  }

  private static func physical(_ place: SourceLocation) -> JSONOutput {
    var members: [(String, JSONOutput)] = [
      ("artifactLocation", .inline(.object([("uri", .string(uriReference(ofPath: place.file)))])))
    ]
    // A line of a page or a table is none of the file's.
    if let line = place.line, line > 0, place.within == nil {
      members.append(("region", .inline(.object([("startLine", .integer(Int64(line)))]))))
    }
    return .object(members)
  }

  private static func text(_ text: String) -> JSONOutput { .inline(.object([("text", .string(text))])) }

  /// A path as a URI reference: percent-encoded, a path from the root with the scheme `file`.
  static func uriReference(ofPath path: String) -> String {
    var reference = path.hasPrefix("/") ? "file://" : ""
    let digits = Array("0123456789ABCDEF")
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        reference.append("%")
        reference.append(digits[Int(byte >> 4)])
        reference.append(digits[Int(byte & 15)])
      }
    }
    return reference
  }
}
