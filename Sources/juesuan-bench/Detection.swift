import Accounts
import Checks
import Disclosing
import FoundationEssentials
import RandomDisclosures
import Reading
import System
import Tables

/// Alters the figures of disclosures that are in order, one at a time, and counts which alterations the checks notice.
struct Detection {
  /// How an altered figure fared.
  enum Fate: String, CaseIterable, Sendable {
    case identity = "勾稽查出"
    case joint = "仅联合查出"
    case structure = "仅结构查出"
    case note = "仅提示"
    /// Exact amounts that print as the altered disclosure were found: nothing contradicts it.
    case indistinguishable = "仍自洽"
    /// The figure enters no equality that applies.
    case uncovered = "无勾稽"
    /// The figure enters an equality, nothing was found, and no exact amounts either.
    case missed = "漏查"
  }

  /// The disclosures altered together under one heading.
  struct Group {
    let name: String
    var disclosures = 0
    var figures = 0
    var counts: [Alteration: [Fate: Int]] = [:]
    /// Figures never caught in any way, by address or kind of address, with the reason.
    var neverCaught: [String: (reason: String, count: Int)] = [:]
    /// Alterations that were missed.
    var missed: [String] = []
    var checks = 0

    mutating func add(_ other: Group) {
      disclosures += other.disclosures
      figures += other.figures
      checks += other.checks
      for (alteration, fates) in other.counts { counts[alteration, default: [:]].merge(fates) { $0 + $1 } }
      neverCaught.merge(other.neverCaught) { ($0.reason, $0.count + $1.count) }
      missed = Array((missed + other.missed).prefix(20))
    }
  }

  let groups: [Group]
  let seconds: Double

  /// Alters the two examples found below `examples` and `count` made-up disclosures.
  init(examples: String, count: Int) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let form = try Form.builtIn("national", year: 2024)
    let codes = try CodeTables.standard(year: 2024)
    let checker = try Checker(form: form, codes: codes)
    var subjects: [AlteredDisclosure] = []
    var disclosures = Disclosures(Choices()) { _ in }
    for example in ["datong-2024", "yunxi-2024"] {
      let ledger = try disclosures.ledger(at: "\(examples)/\(example)")
      let checker = try Checker(form: form, codes: codes.including(ledger))
      let tables = try disclosures.tables(of: ledger)
      subjects.append(AlteredDisclosure(tables, group: example, isNamed: true, checker: checker))
    }
    subjects += try await inParallel(count) { seed in
      let making = RandomDisclosure.Making.allCases[seed % 2]
      let tables = try RandomDisclosure(seed: UInt64(seed), making, form: form, codes: codes).tables
      return AlteredDisclosure(tables, group: "随机·" + making.rawValue, isNamed: false, checker: checker)
    }
    let all = subjects
    let size = 8
    let parts = all.indices.flatMap { subject in
      stride(from: 0, to: max(1, all[subject].numbers.count), by: size).map { (subject, $0) }
    }
    let results = try await inParallel(parts.count) { part in
      let (subject, first) = parts[part]
      return all[subject].altering(first..<min(first + size, all[subject].numbers.count))
    }
    var groups: [Group] = []
    for result in results {
      if let index = groups.firstIndex(where: { $0.name == result.name }) {
        groups[index].add(result)
      } else {
        groups.append(result)
      }
    }
    self.groups = groups
    seconds = (clock.now - start) / .seconds(1)
  }
}

/// A disclosure in order, with what is needed to judge its alterations.
struct AlteredDisclosure: Sendable {
  /// The figures that are numbers.
  let numbers: [TableFigure]
  private let tables: TableSet
  private let group: String
  /// Whether figures are listed by address; else by kind of address.
  private let isNamed: Bool
  private let checker: Checker
  private let standing: Set<Finding>
  private let relations: [FigureAddress: [Relation]]
  private let identities: Set<String>

  init(_ tables: TableSet, group: String, isNamed: Bool, checker: Checker) {
    self.tables = tables
    self.group = group
    self.isNamed = isNamed
    self.checker = checker
    numbers = tables.tables.flatMap(\.figures).filter { if case .number = $0.figure.content { true } else { false } }
    standing = Set(checker.check(tables).findings)
    var relations: [FigureAddress: [Relation]] = [:]
    let all = checker.examination(of: tables).relations
    for relation in all {
      for term in relation.terms { relations[term.address, default: []].append(relation) }
    }
    self.relations = relations
    identities = Set(all.map(\.identity))
  }

  /// Alters some of the figures in every way.
  func altering(_ range: Range<Int>) -> Detection.Group {
    var group = Detection.Group(name: group)
    group.disclosures = range.lowerBound == 0 ? 1 : 0
    for figure in numbers[range] {
      group.figures += 1
      var wasCaught = false
      for alteration in Alteration.allCases {
        for altered in alteration.figures(of: figure.figure) {
          let fate = fate(of: figure.address, altered)
          group.checks += 1
          group.counts[alteration, default: [:]][fate, default: 0] += 1
          if fate == .missed { group.missed.append("\(figure.address) \(figure.figure.text)→\(altered.text)") }
          guard [.identity, .joint, .structure, .note].contains(fate) else {
            // Further steps of a figure in no equality would all fare alike.
            if alteration.endsWhenCaught, fate == .uncovered { break }
            continue
          }
          wasCaught = true
          if alteration.endsWhenCaught { break }
        }
      }
      if !wasCaught { group.neverCaught[name(figure.address), default: (reason(figure.address), 0)].count += 1 }
    }
    return group
  }

  private func fate(of address: FigureAddress, _ figure: Figure) -> Detection.Fate {
    let altered = tables.replacing(figure, at: address)
    let findings = checker.check(altered).findings.filter { !standing.contains($0) }
    if findings.contains(where: { identities.contains($0.rule) && $0.severity < .note }) { return .identity }
    if findings.contains(where: { $0.rule == "J01" }) { return .joint }
    if findings.contains(where: { $0.severity < .note }) { return .structure }
    if !findings.isEmpty { return .note }
    let entersEquality = (relations[address] ?? []).contains { $0.isEquality && $0.applies }
    guard entersEquality else { return .uncovered }
    guard let amounts = ExactAmounts(for: altered, checker: checker) else { return .missed }
    return amounts.prove(altered, checker: checker) ? .indistinguishable : .missed
  }

  /// The address, or for a made-up disclosure its kind: `06.款.1`.
  private func name(_ address: FigureAddress) -> String {
    let level = ["类", "款", "项"]
    let digits = address.row.utf8.count
    guard !isNamed, (3...7).contains(digits), address.row.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return address.description
    }
    return "\(address.table.rawValue).\(level[(digits - 3) / 2]).\(address.column)"
  }

  private func reason(_ address: FigureAddress) -> String {
    let relations = relations[address] ?? []
    func ids(_ relations: [Relation]) -> String { Set(relations.map(\.identity)).sorted().joined(separator: " ") }
    if relations.isEmpty { return "不入任何勾稽" }
    let applied = relations.filter(\.applies)
    if applied.isEmpty { return "条件不明或不成立：\(ids(relations))" }
    if applied.contains(where: \.isEquality) { return "入等式，但各种改动都仍自洽：\(ids(applied.filter(\.isEquality)))" }
    let unmet = relations.filter { !$0.applies }
    return "只入不等式：\(ids(applied))" + (unmet.isEmpty ? "" : "；条件不明或不成立：\(ids(unmet))")
  }
}

extension Relation {
  /// Whether the checks applied the case and could judge it.
  fileprivate var applies: Bool {
    switch outcome {
    case .equal, .withinRounding, .violated: true
    default: false
    }
  }
}
