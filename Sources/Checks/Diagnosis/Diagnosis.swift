import Accounts
package import Tables

/// Traces what checks found to what is wrong (诊断): one finding for each figure, block or row that explains several.
///
/// Violated relations are symptoms. A suspect is sought among the relations alone (``SuspectSearch``), put into the tables, and
/// the whole check is run on them: what is then no longer found were its symptoms; a suspect that would cause something new is
/// none. What no suspect explains stands as it was found. The work is bounded; in a disclosure in order there is none.
struct Diagnosis {
  let checker: Checker
  let tables: TableSet
  /// Runs every check on other tables of the same disclosure.
  let check: (TableSet) -> [Finding]
  let net: RelationNet
  private let index: FigureIndex
  private let claims: ClaimInput?
  private var search: SuspectSearch
  /// What has not been explained.
  private var left: [Finding]
  /// What explains something, with what it explains.
  private(set) var traced: [Finding] = []
  private var checks = 0
  /// The tables with what has been explained put right, and the figures in them.
  private var basis: TableSet
  private var values: [RelationNet.Value?]

  /// Checks of the whole that a diagnosis may run, by how many figures and findings there are: half a second's work.
  private let mostChecks: Int
  /// Rivals of a suspect that are tried in the tables.
  private static let mostRivals = 8

  init(
    _ findings: [Finding], of examination: Examination, claims: ClaimInput?, by checker: Checker,
    check: @escaping (TableSet) -> [Finding]
  ) {
    self.checker = checker
    self.check = check
    tables = examination.tables
    index = examination.engine.index
    self.claims = claims
    net = RelationNet(examination, claims: claims)
    mostChecks = max(20, min(160, 240_000 / (net.members.count + 12 * findings.count + 1)))
    search = SuspectSearch(net, neighbours: Self.neighbours(net, examination.engine.index))
    left = findings
    (basis, values) = (tables, net.values)
  }

  /// The findings, those that one thing explains folded into one.
  mutating func findings() -> [Finding] {
    for unit in OtherUnit.candidates(in: tables, left) where explain(unit) { return all }
    var violated = net.violated(values)
    if let shift = ShiftedRows.best(net, violated, in: tables), explain(shift) {
      violated = net.violated(values)
    } else {
      for row in MissingRow.candidates(index, claims, in: tables) { explain(row) }
    }
    for together in parts(of: violated) {
      let suspects = search.together(together, values)
      explain(suspects.isEmpty ? search.oneByOne(together, values) : suspects, of: together)
    }
    return all
  }

  /// What explains something, and what nothing explains.
  private var all: [Finding] {
    let recognised = tables.recognised
    return traced.map { one in recognised.flatMap { one.asking(forOriginalOf: $0) } ?? one }
      + left.map { $0.withoutGuess(by: checker.catalogue) }
  }

  /// The violated relations in sets that share figures, in order.
  private func parts(of violated: [Int]) -> [[Int]] {
    var sets = DisjointSets(count: net.members.count)
    for link in violated {
      let terms = net.links[link].terms
      for term in terms.dropFirst() { sets.join(term.position, to: terms[0].position) }
    }
    var parts: [[Int]] = []
    var part: [Int: Int] = [:]
    for link in violated {
      let root = sets.root(of: net.links[link].terms[0].position)
      if part[root] == nil {
        part[root] = parts.count
        parts.append([])
      }
      parts[part[root] ?? 0].append(link)
    }
    return parts
  }

  /// Takes suspects for what is wrong as far as the whole check agrees: all of them where together they cause nothing new, else
  /// each that does not.
  private mutating func explain(_ suspects: [Suspect], of violated: [Int]) {
    guard !suspects.isEmpty else { return }
    var all = Correction()
    for suspect in suspects { all.correct(suspect, in: net) }
    guard let found = found(in: all.applied(to: basis)) else { return }
    let isAgreed = !isNew(found)
    guard isAgreed || suspects.count > 1 else { return }
    var changes = Correction()
    for suspect in suspects {
      guard let rivals = rivals(of: suspect, among: suspects, violated),
        let likeliest = likeliest(suspect, among: rivals, after: changes)
      else { continue }
      var next = changes
      next.correct(likeliest, in: net)
      guard let found = self.found(in: next.applied(to: basis)) else { return }
      let gone = left.without(found)
      guard !gone.isEmpty, isAgreed || !isNew(found) else { continue }
      changes = next
      trace(gone, to: finding(of: likeliest, explaining: gone))
    }
  }

  /// The figures that explain as much as a suspect does once the others are corrected; nil where that was not found out.
  private mutating func rivals(of suspect: Suspect, among suspects: [Suspect], _ violated: [Int]) -> [Suspect]? {
    var (open, values) = (violated, values)
    for one in suspects where one.position != suspect.position { open = search.correct(one, open, &values) }
    let own = open.filter { net.linksOf[suspect.position].contains($0) }
    let rivals = search.candidates(own, values, apart: Set(suspects.map(\.position)))
    if search.isSpent { return suspect.mended > 1 ? [] : nil }
    return rivals.filter { $0.broken == 0 && $0.mended >= own.count }
  }

  /// Whether anything is found that was not before, and is more than a note.
  private func isNew(_ found: [Finding]) -> Bool {
    found.contains { one in
      one.severity < .note && !left.contains { $0.isSame(as: one) }
        && !traced.contains { $0.symptoms.contains { $0.isSame(as: one) } }
    }
  }

  /// The suspect, or the one of its rivals that explains more of what was found; nil where several explain as much and are as
  /// likely.
  private mutating func likeliest(_ suspect: Suspect, among rivals: [Suspect], after changes: Correction) -> Suspect? {
    guard !rivals.isEmpty else { return suspect }
    guard rivals.count <= Self.mostRivals else {
      return rivals.allSatisfy { suspect.likeness < $0.likeness } ? suspect : nil
    }
    var ranked: [(suspect: Suspect, explained: Int)] = []
    for one in [suspect] + rivals {
      var next = changes
      next.correct(one, in: net)
      guard let found = found(in: next.applied(to: basis)) else { return nil }
      guard !isNew(found) else { continue }
      ranked.append((one, left.without(found).count))
    }
    ranked.sort { ($1.explained, $0.suspect.likeness.rank) < ($0.explained, $1.suspect.likeness.rank) }
    guard let first = ranked.first else { return nil }
    guard let second = ranked.dropFirst().first else { return first.suspect }
    return first.explained > second.explained || first.suspect.likeness < second.suspect.likeness ? first.suspect : nil
  }

  /// What the whole check finds in tables that were corrected; nil where no more checks may be run.
  private mutating func found(in tables: TableSet) -> [Finding]? {
    guard checks < mostChecks else { return nil }
    checks += 1
    return check(tables)
  }

  /// What is no longer found in tables that were corrected; nil where something new is, or no more checks may be run.
  private mutating func gone(in tables: TableSet) -> [Finding]? {
    guard let found = found(in: tables), !isNew(found) else { return nil }
    return left.without(found)
  }

  /// Takes findings for explained.
  private mutating func trace(_ symptoms: [Finding], to finding: Finding) {
    left = left.without(symptoms)
    traced.append(finding)
  }

  /// Takes a row for missing as far as the whole check agrees.
  private mutating func explain(_ row: MissingRow) {
    let mended = row.applied(to: basis)
    guard let rule = checker.rule(of: .missingRow), let gone = gone(in: mended),
      gone.count > 1 || !gone.isEmpty && row.isStated
    else { return }
    basis = mended
    trace(gone, to: row.finding(rule, tables, explaining: gone))
  }

  /// Takes a table for one in another unit as far as the whole check agrees.
  private mutating func explain(_ unit: OtherUnit) -> Bool {
    guard let rule = checker.rule(of: .otherUnit), let gone = gone(in: unit.applied(to: basis)), gone.count > 1 else {
      return false
    }
    trace(gone, to: unit.finding(rule, tables, explaining: gone))
    return true
  }

  /// Takes a block of figures for shifted as far as the whole check agrees.
  private mutating func explain(_ shift: ShiftedRows) -> Bool {
    let mended = shift.applied(to: basis, net)
    guard let rule = checker.rule(of: .shiftedRows), let gone = gone(in: mended), gone.count > 1 else { return false }
    basis = mended
    shift.move(&values)
    trace(gone, to: shift.finding(rule, tables, explaining: gone))
    return true
  }

  /// The finding of a suspect: its only symptom with what should be printed, else one of its own with all of them below it.
  private func finding(of suspect: Suspect, explaining symptoms: [Finding]) -> Finding {
    let figure = net.members[suspect.position].figure
    let operand = operand(suspect.position)
    func text(_ count: Int64) -> String { net.text(count, at: suspect.position, tables) }
    let range = "\(text(suspect.range.lowerBound)) 至 \(text(suspect.range.upperBound))"
    let expected =
      suspect.isDetermined
      ? text(suspect.count) : suspect.computed.map { "\(text($0))（按其余各数算；舍入允许 \(range)）" } ?? range
    if symptoms.count == 1 { return symptoms[0].naming(operand, expected: expected) }
    let like = suspect.likeness.words.map { "（\($0)）" } ?? ""
    let change =
      suspect.isDetermined
      ? "改为 \(expected)\(like)" : suspect.computed != nil ? "改为 \(expected)" : "改在 \(expected) 之间"
    let rule = checker.catalogue[.oneFigure]
    return Finding(
      rule: rule.id, severity: symptoms.map(\.severity).min() ?? rule.severity,
      message:
        "\(figure.address.table == .prose ? "文字中的" : "")\(operand.label)疑有误：\(change)，则 \(max(suspect.mended, symptoms.count)) 条关系都相符",
      operands: [operand], expected: expected, advice: rule.advice, symptoms: symptoms)
  }

  private func operand(_ position: Int) -> Finding.Operand {
    let member = net.members[position]
    guard let claim = member.claim.flatMap({ tables.prose?.claims[$0] }), let prose = tables.prose else {
      return IdentityFinding.operand(member.figure, tables)
    }
    return Finding.Operand(
      address: claim.address.description, label: prose.words(of: claim), printed: claim.printed,
      place: prose.place(of: claim))
  }

  /// The positions whose figure is printed beside or above another that says the same.
  private static func neighbours(_ net: RelationNet, _ index: FigureIndex) -> Set<Int> {
    var found: Set<Int> = []
    for (position, entry) in index.entries.enumerated() where entry.isNumber && entry.center != 0 {
      let address = entry.figure.address
      guard address.table != .prose, let row = index.row(address.row, of: address.table) else { continue }
      let rows = index.rows(of: address.table).indices
      let around = [
        (row, address.column - 1), (row, address.column + 1), (row - 1, address.column), (row + 1, address.column),
      ]
      for (otherRow, column) in around where rows.contains(otherRow) {
        if let other = index.position(address.table, row: otherRow, column: column),
          index.entries[other].center == entry.center
        {
          found.insert(position)
        }
      }
    }
    return found
  }
}

extension Checker {
  /// The report with what one figure, block or row explains folded into one finding; `again` runs every check on other tables of
  /// the same disclosure.
  package func diagnosed(
    _ report: CheckReport, of examination: Examination, again: @escaping (TableSet) -> CheckReport
  ) -> CheckReport {
    guard report.findings.contains(where: { $0.severity < .note && !$0.operands.isEmpty }) else { return report }
    var diagnosis = Diagnosis(
      report.findings, of: examination, claims: claims(examination), by: self, check: { again($0).findings })
    var diagnosed = report
    diagnosed.findings = Self.ordered(diagnosis.findings())
    return diagnosed
  }
}

extension [Finding] {
  /// Those that are not among others.
  fileprivate func without(_ others: [Finding]) -> [Finding] {
    filter { one in !others.contains { $0.isSame(as: one) } }
  }
}

extension Finding {
  /// Whether both find the same thing at the same place, whatever the figures are.
  func isSame(as other: Finding) -> Bool {
    rule == other.rule && message == other.message && place == other.place
      && operands.map(\.address) == other.operands.map(\.address)
  }

  /// The finding with the figure that is wrong in front, and what it should be.
  func naming(_ operand: Operand, expected: String) -> Finding {
    Finding(
      rule: rule, severity: severity, message: message,
      operands: [operand] + operands.filter { $0.address != operand.address || $0.place != operand.place },
      place: place,
      expected: expected, residual: residual, allowed: allowed, advice: advice, related: related, subject: subject)
  }

  /// The finding without what should stand first in it, where it is as likely that another figure is wrong.
  func withoutGuess(by catalogue: RuleCatalogue) -> Finding {
    guard expected != nil, rule == RuleID.statedAsPrinted.rawValue || catalogue.isIdentity(rule) else { return self }
    return Finding(
      rule: rule, severity: severity, message: message, operands: operands, place: place, residual: residual,
      allowed: allowed, advice: advice, related: related, subject: subject, symptoms: symptoms)
  }
}
