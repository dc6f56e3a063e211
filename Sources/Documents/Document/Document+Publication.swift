import Accounts
package import Evaluations
package import Tables

extension Document {
  /// A published disclosure as it was read: its text in its parts, its tables, its self-evaluation tables.
  ///
  /// What was not read is not there. The tables stand in the part whose headings name them, or in one of their own.
  package init(published tables: TableSet, evaluations: [EvaluationTable]) {
    let unit = UnitInformation(
      name: tables.unitName ?? "（单位名称不详）", year: tables.year ?? 0, scope: tables.scope ?? .department,
      nature: .administrative)
    var builder = PublicationBuilder(tables: tables)
    var claims: [Int: [Claim]] = [:]
    for claim in tables.prose?.claims ?? [] { claims[claim.line, default: []].append(claim) }
    for (number, line) in (tables.prose?.lines ?? []).enumerated() { builder.add(line, claims[number] ?? []) }
    builder.addTables()
    builder.add(EvaluationSheet.sheets(of: evaluations))
    self.init(
      title: "\(unit.name)\(tables.year.map { "\($0)年度" } ?? "")\(unit.scope.rawValue)决算公开", unit: unit,
      parts: builder.parts)
  }
}

/// Puts lines under the headings they stand under.
private struct PublicationBuilder {
  let tables: TableSet
  private var open: [(title: String, sections: [Document.Section])] = []
  private var section: (title: String, blocks: [Document.Block])?
  private var subheadings = 0
  private var hasTables = false
  /// Whether the part being read is that of the tables, whose headings the tables bring with them.
  private var isOfTables = false

  init(tables: TableSet) { self.tables = tables }

  var parts: [Document.Part] {
    var finished = self
    finished.endSection()
    return finished.open.enumerated().map { index, part in
      Document.Part(id: "part-\(index + 1)", title: part.title, sections: part.sections)
    }
  }

  mutating func add(_ line: Prose.Line, _ claims: [Claim]) {
    switch line.kind {
    case .contents: return
    case .heading(level: 1):
      begin(part: line.text)
      if !hasTables, line.text.hasSuffix("决算表") || line.text.hasSuffix("决算报表") { addTables(here: true) }
    case .heading(level: 2) where !isOfTables:
      endSection()
      section = (line.text, [])
    case .heading where !isOfTables:
      subheadings += 1
      append(.subheading(id: "heading-\(subheadings)", title: line.text))
    case .paragraph where !isOfTables: append(.paragraph(Self.runs(of: line.text, claims)))
    case .row where !isOfTables: append(.paragraph([Run(line.text.replacing("\t", with: "　"))]))
    case .heading, .paragraph, .row: return
    }
  }

  /// The text with the numbers in it that state claims, which come in the order of the text; what is not found by its
  /// characters stays words.
  private static func runs(of text: String, _ claims: [Claim]) -> [Run] {
    var runs: [Run] = []
    var rest = text[...]
    for claim in claims where !claim.figure.text.isEmpty {
      guard let range = rest.firstRange(of: claim.figure.text) else { continue }
      if range.lowerBound > rest.startIndex { runs.append(Run(String(rest[..<range.lowerBound]))) }
      runs.append(Run(String(rest[range]), claim: claim))
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty ? runs : runs + [Run(String(rest))]
  }

  /// The tables in a part of their own, unless they stand somewhere already.
  mutating func addTables() { if !hasTables, !tables.tables.isEmpty { addTables(here: false) } }

  mutating func add(_ sheets: [EvaluationSheet]) {
    guard !sheets.isEmpty else { return }
    begin(part: "绩效自评表")
    for sheet in sheets { append(section: "evaluation-\(sheet.number)", sheet.heading, [.evaluation(sheet)]) }
  }

  private mutating func addTables(here: Bool) {
    if !here { begin(part: "决算表") }
    isOfTables = true
    hasTables = true
    // A table may be printed twice, and has its anchor once.
    var seen: Set<TableID> = []
    for (index, table) in tables.tables.enumerated() {
      let number = table.id.rawValue + (seen.insert(table.id).inserted ? "" : "-\(index + 1)")
      append(section: "table-\(number)", table.title, [.table(table)])
    }
  }

  private mutating func begin(part title: String) {
    endSection()
    isOfTables = false
    open.append((title, []))
  }

  private mutating func append(_ block: Document.Block) {
    if section == nil { section = ("", []) }
    section?.blocks.append(block)
  }

  private mutating func endSection() {
    if let section, !section.blocks.isEmpty || !section.title.isEmpty {
      append(section: "section-\(open.count)-\((open.last?.sections.count ?? 0) + 1)", section.title, section.blocks)
    }
    section = nil
  }

  private mutating func append(section id: String, _ title: String, _ blocks: [Document.Block]) {
    if open.isEmpty { open.append(("封面", [])) }
    open[open.count - 1].sections.append(Document.Section(id: id, title: title, blocks: blocks))
  }
}
