import Accounts
import Checks
import Formats
import FoundationEssentials
import RandomDisclosures
import Reading
import System
import Tables

/// Checks many disclosures that are in order; a finding of severity error or warning is a false alarm.
struct Soundness {
  /// What the disclosures made in one way gave.
  struct Tally {
    var disclosures = 0
    var figures = 0
    var falseAlarms = 0
    /// The first seeds with a false alarm, each with the rules.
    var examples: [(seed: UInt64, rules: String)] = []
    /// Disclosures with a note, by rule.
    var notes: [String: Int] = [:]
    var unfinished = 0
    var withinRounding = 0
    var checkSeconds = 0.0
  }

  let tallies: [(making: RandomDisclosure.Making, tally: Tally)]
  let seconds: Double
  /// Peak resident memory after the first tenth and at the end, in KiB.
  let peakMemory: (early: Int, late: Int)

  /// Checks `count` disclosures, half of them made in each way, on all cores; `items` is how many rows each has at the
  /// most.
  init(count: Int, items: Int) async throws {
    let form = try Form.builtIn("national", year: 2024)
    let codes = try CodeTables.standard(year: 2024)
    let checker = try Checker(form: form, codes: codes)
    let size = 250
    let clock = ContinuousClock()
    let start = clock.now
    func run(_ parts: Range<Int>) async throws -> [(RandomDisclosure.Making, Tally)] {
      try await inParallel(parts.count) { index in
        let part = parts.lowerBound + index
        let making = RandomDisclosure.Making.allCases[part % 2]
        var tally = Tally()
        for seed in part / 2 * size..<min(part / 2 * size + size, (count + 1) / 2) {
          try tally.add(seed: UInt64(seed), making, items: items, checker: checker, form: form, codes: codes)
        }
        return (making, tally)
      }
    }
    let parts = 2 * (((count + 1) / 2 + size - 1) / size)
    var results = try await run(0..<max(2, parts / 10))
    let early = PeakMemory.kibibytes
    if parts > results.count { results += try await run(results.count..<parts) }
    seconds = (clock.now - start) / .seconds(1)
    peakMemory = (early, PeakMemory.kibibytes)
    tallies = RandomDisclosure.Making.allCases.map { making in
      (making, results.filter { $0.0 == making }.reduce(into: Tally()) { $0.add($1.1) })
    }
  }

  /// The counts as a table for people.
  var table: String {
    var columns = TextTable(["做法", "份数", "数", "误报", "联合未算完", "舍入差异", "核对/份 毫秒"])
    for (making, tally) in tallies {
      columns.add([
        making.rawValue, "\(tally.disclosures)", "\(tally.figures)", "\(tally.falseAlarms)", "\(tally.unfinished)",
        "\(tally.withinRounding)", decimal(tally.checkSeconds * 1e3 / Double(max(1, tally.disclosures)), 3),
      ])
    }
    var text = columns.text
    for (making, tally) in tallies {
      let notes = tally.notes.sorted { $0.key < $1.key }.map { "\($0.key)×\($0.value)" }.joined(separator: " ")
      text += "\(making.rawValue)：有提示的份数 \(notes.isEmpty ? "无" : notes)\n"
      for example in tally.examples { text += "  误报：种子 \(example.seed) \(example.rules)\n" }
    }
    return text
      + "共 \(decimal(seconds, 1)) 秒；峰值内存 \(peakMemory.early / 1024) MB（十分之一处）、\(peakMemory.late / 1024) MB（末）\n"
  }

  /// The counts as JSON; times in nanoseconds.
  var json: String {
    JSONWriter.text(
      of: .object([
        (
          "makings",
          .array(
            tallies.map { making, tally in
              .object([
                ("making", .string(making.rawValue)), ("disclosures", .integer(Int64(tally.disclosures))),
                ("figures", .integer(Int64(tally.figures))), ("falseAlarms", .integer(Int64(tally.falseAlarms))),
                (
                  "examples",
                  .array(
                    tally.examples.map {
                      .inline(.object([("seed", .integer(Int64($0.seed))), ("rules", .string($0.rules))]))
                    })
                ), ("jointUnfinished", .integer(Int64(tally.unfinished))),
                ("withinRounding", .integer(Int64(tally.withinRounding))),
                (
                  "notes",
                  .inline(
                    .object(tally.notes.sorted { $0.key < $1.key }.map { ($0.key, .integer(Int64($0.value))) }))
                ),
                (
                  "checkNanoseconds",
                  .integer(Int64(tally.checkSeconds * 1e9 / Double(max(1, tally.disclosures))))
                ),
              ])
            })
        ), ("seconds", .integer(Int64(seconds))), ("peakMemoryEarlyKiB", .integer(Int64(peakMemory.early))),
        ("peakMemoryKiB", .integer(Int64(peakMemory.late))),
      ]))
  }
}

extension Soundness.Tally {
  fileprivate mutating func add(
    seed: UInt64, _ making: RandomDisclosure.Making, items: Int, checker: Checker, form: Form, codes: CodeBook
  ) throws {
    let tables = try RandomDisclosure(seed: seed, making, form: form, codes: codes, items: items).tables
    let clock = ContinuousClock()
    let start = clock.now
    let report = checker.check(tables)
    checkSeconds += (clock.now - start) / .seconds(1)
    disclosures += 1
    figures += report.narrowed.count
    withinRounding += report.counts.withinRounding
    if report.joint == .unfinished { unfinished += 1 }
    for rule in Set(report.findings.filter { $0.severity == .note }.map(\.rule)) { notes[rule, default: 0] += 1 }
    let alarms = report.findings.filter { $0.severity < .note }
    guard !alarms.isEmpty else { return }
    falseAlarms += 1
    if examples.count < 5 { examples.append((seed, Set(alarms.map(\.rule)).sorted().joined(separator: " "))) }
  }

  fileprivate mutating func add(_ other: Self) {
    disclosures += other.disclosures
    figures += other.figures
    falseAlarms += other.falseAlarms
    examples = Array((examples + other.examples).prefix(5))
    notes.merge(other.notes) { $0 + $1 }
    unfinished += other.unfinished
    withinRounding += other.withinRounding
    checkSeconds += other.checkSeconds
  }
}
