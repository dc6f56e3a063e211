import Accounts
import Checks
import Disclosing
import RandomDisclosures
import Reading
import System
import Tables

/// Alters the figures of publications in order and counts how often the diagnosis names what was altered, with its right value.
struct Diagnoses {
  /// How alterations of one kind fared, of those that break two relations or more.
  struct Tally {
    /// Alterations tried.
    var all = 0
    /// Those that broke at least two relations.
    var broken = 0
    /// Of these, where the first finding names the figure.
    var named = 0
    /// Of these, where it says the right value too.
    var right = 0
    /// How many findings there were in all of them.
    var findings = 0
    /// How many there were before the diagnosis.
    var symptoms = 0
    /// Some that were not named.
    var missed: [String] = []

    mutating func add(_ other: Tally) {
      all += other.all
      broken += other.broken
      named += other.named
      right += other.right
      findings += other.findings
      symptoms += other.symptoms
      missed += other.missed
    }
  }

  private(set) var rows: [(name: String, tally: Tally)] = []

  /// What is altered of each example.
  private enum Work: Sendable {
    /// A figure in one way.
    case one(TableFigure, AlteredWay)
    /// Two figures.
    case two(TableFigure, TableFigure)
    /// The rows of a table, printed so many lower.
    case shift(TableID, Int)
  }

  /// Alters the pages of the two examples below `examples`; `only` names the kinds of alteration, none for all.
  init(examples: String, only: Set<String>) async throws {
    let form = try Form.builtIn("national", year: 2024)
    let codes = try CodeTables.standard(year: 2024)
    let disclosures = Disclosures(Choices()) { _ in }
    for example in ["datong-2024", "yunxi-2024"] {
      let ledger = try disclosures.ledger(at: "\(examples)/\(example)")
      let checker = try Checker(form: form, codes: codes.including(ledger))
      let tables = try PublishedReader(form: form).disclosure(at: "\(examples)/\(example)/disclosure/index.md")
      let standing = checker.check(tables).findings
      let figures = tables.tables.flatMap(\.figures).filter(\.isNumber)
      var work: [(name: String, Work)] = []
      for way in AlteredWay.all { work += figures.map { (way.name, .one($0, way)) } }
      var random = SplitMix64(seed: 7)
      for _ in 0..<400 {
        let pair = (figures.randomElement(using: &random), figures.randomElement(using: &random))
        if let first = pair.0, let second = pair.1, first.address != second.address {
          work.append(("两处", .two(first, second)))
        }
      }
      for table in [TableID.t02, .t03, .t05, .t06] {
        for distance in 1...3 { work.append(("错行", .shift(table, distance))) }
      }
      let wanted = work.filter { only.isEmpty || only.contains($0.name) }
      let tallies = try await inParallel(wanted.count) { number in
        Self.tally(wanted[number].1, tables, checker, standing)
      }
      for (number, tally) in tallies.enumerated() {
        let name = wanted[number].name
        if let index = rows.firstIndex(where: { $0.name == name }) {
          rows[index].tally.add(tally)
        } else {
          rows.append((name, tally))
        }
      }
    }
  }

  private static func tally(_ work: Work, _ tables: TableSet, _ checker: Checker, _ standing: [Finding]) -> Tally {
    switch work {
    case .one(let figure, let way):
      return way.figures(of: figure, in: tables).reduce(into: Tally()) { tally, altered in
        tally.add(
          self.tally(
            tables.replacing(altered, at: figure.address), checker, standing, [(figure, altered)]))
      }
    case .two(let first, let second):
      guard let one = AlteredWay.typed(.digit).figures(of: first, in: tables).first,
        let two = AlteredWay.typed(.digit).figures(of: second, in: tables).last
      else { return Tally() }
      return tally(
        tables.replacing([first.address: one, second.address: two]), checker, standing, [(first, one), (second, two)])
    case .shift(let table, let distance):
      return shift(table, distance, tables, checker, standing)
    }
  }

  private static func tally(
    _ altered: TableSet, _ checker: Checker, _ standing: [Finding], _ figures: [(old: TableFigure, new: Figure)]
  ) -> Tally {
    var tally = Tally(all: 1)
    let report = checker.check(altered)
    let symptoms = report.findings.filter { !standing.contains($0) }
    // Each of two alterations has to be one that can be told.
    let violated = report.results.count { if case .violated = $0.outcome { true } else { false } }
    guard violated >= 2 * figures.count, symptoms.contains(where: { $0.severity < .note }) else { return tally }
    tally.broken = 1
    tally.symptoms = symptoms.count
    let found = checker.diagnosed(report, of: checker.examination(of: altered)) { checker.check($0) }.findings
      .filter { !standing.contains($0) }
    tally.findings = found.count
    let first = found.prefix(figures.count)
    let named = figures.filter { figure in
      first.contains { $0.operands.first?.address == figure.old.address.description }
    }
    let right = named.filter { figure in
      first.contains {
        $0.operands.first?.address == figure.old.address.description
          && $0.expected.map { figure.old.figure.says(String($0.prefix { $0 != "（" })) } == true
      }
    }
    if named.count == figures.count { tally.named = 1 }
    if right.count == figures.count { tally.right = 1 }
    if tally.right == 0 {
      let words = figures.map { "\($0.old.address) \($0.old.figure.text)→\($0.new.text)" }.joined(separator: "、")
      tally.missed.append(
        "\(words)：\(symptoms.count) 条；"
          + found.prefix(3).map {
            "[\($0.rule)] \($0.operands.first?.address ?? "") \($0.message.prefix(60)) 应为\($0.expected ?? "")"
          }.joined(separator: " | "))
    }
    return tally
  }

  /// Prints the figures of a table so many rows lower; those of the last rows are lost.
  private static func shift(
    _ id: TableID, _ distance: Int, _ tables: TableSet, _ checker: Checker, _ standing: [Finding]
  ) -> Tally {
    let altered = tables.lowering(id, by: distance)
    let report = checker.check(altered)
    let found = checker.diagnosed(report, of: checker.examination(of: altered)) { checker.check($0) }.findings.filter {
      !standing.contains($0)
    }
    let isNamed = found.first.map { $0.rule == "Q02" && $0.message.contains("低了 \(distance) 行") } ?? false
    return Tally(
      all: 1, broken: 1, named: isNamed ? 1 : 0, right: isNamed && found.count == 1 ? 1 : 0, findings: found.count,
      symptoms: report.findings.count { !standing.contains($0) },
      missed: isNamed && found.count == 1
        ? []
        : [
          "\(id.rawValue) \(distance)："
            + found.prefix(4).map { "[\($0.rule)] \($0.message.prefix(60))" }.joined(separator: " | ")
        ])
  }

  /// The counts as a table, and some that were not named.
  var table: String {
    var table = TextTable(["改动", "次数", "至少两条不符", "首条即所改", "且数值正确", "诊断前平均", "诊断后平均"])
    for (name, tally) in rows {
      func share(_ count: Int) -> String {
        tally.broken == 0 ? "——" : "\(count)（\(tenths(count * 1000, tally.broken))%）"
      }
      table.add([
        name, String(tally.all), String(tally.broken), share(tally.named), share(tally.right),
        tenths(tally.symptoms * 10, tally.broken), tenths(tally.findings * 10, tally.broken),
      ])
    }
    return table.text
      + rows.map { name, tally in tally.missed.prefix(12).map { "  \(name)：\($0)\n" }.joined() }.joined()
  }

  private func tenths(_ tenfold: Int, _ whole: Int) -> String {
    whole == 0 ? "——" : decimalText(Int64((tenfold + whole / 2) / whole), decimals: 1)
  }
}

/// The ways in which one figure is altered for a diagnosis: those of a detection, and those of copying.
enum AlteredWay: Sendable {
  case typed(Alteration)
  case neighbour, lastYear, unit

  static let all = Alteration.allCases.map { AlteredWay.typed($0) } + [.neighbour, .lastYear, .unit]

  var name: String {
    switch self {
    case .typed(let alteration): alteration.rawValue
    case .neighbour: "抄了相邻的数"
    case .lastYear: "抄了上年的数"
    case .unit: "除以一万"
    }
  }

  /// By how many last places a figure is moved: what rounding explains breaks nothing.
  private static let lastPlaces = 4

  /// The altered figures of one, none of which says the same.
  func figures(of one: TableFigure, in tables: TableSet) -> [Figure] {
    guard case .number(let count, let decimals) = one.figure.content else { return [] }
    func number(_ value: Int64) -> [Figure] {
      value == count
        ? [] : Figure(printed: decimalText(value, decimals: decimals), unit: one.figure.unit).map { [$0] } ?? []
    }
    switch self {
    case .typed(let alteration):
      let all = alteration.figures(of: one.figure)
      return switch alteration {
      case .digit: Array(all.prefix(2))
      case .swap: Array(all.suffix(1))
      case .leastUp, .leastDown: [all[Self.lastPlaces - 1]]
      case .sign, .dropped, .tenfold: all
      }
    case .neighbour:
      let all = tables[one.address.table]?.figures.filter(\.isNumber) ?? []
      let beside =
        all.filter { $0.address.row == one.address.row } + all.filter { $0.address.column == one.address.column }
      return beside.first { $0.figure.content != one.figure.content && $0.figure.unit == one.figure.unit }
        .map { [$0.figure] } ?? []
    case .lastYear:
      guard let catalogue = try? QuantityCatalogue.standard(), let claims = tables.prose?.claims else { return [] }
      let changes = claims.filter { $0.measure == .change && $0.base == Claim.lastYear }
      guard let change = changes.first(where: { catalogue.addresses(of: $0.quantity) == [one.address] }),
        case .number(let moved, decimals) = change.figure.content
      else { return [] }
      return number(change.direction == .less ? count + moved : count - moved)
    case .unit:
      guard case .money = one.figure.unit else { return [] }
      return number((count + 5000) / 10_000)
    }
  }
}

extension TableFigure {
  fileprivate var isNumber: Bool { if case .number = figure.content { true } else { false } }
}

extension Figure {
  /// Whether a text says the same number.
  fileprivate func says(_ text: String) -> Bool { Figure(printed: text, unit: unit)?.content == content }
}
