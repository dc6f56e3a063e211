import Accounts
import Checks
import Disclosing
import FoundationEssentials
import Reading
import Seasons
import System
import Tables

/// A season of made-up units, run twice: whether every fault is found in the right unit and no other, who is late or missing,
/// and whether the second round says exactly what was mended.
struct SeasonOfUnits {
  /// What is measured, a line each.
  let table: String
  /// What was said and is wrong, or was not said.
  let faults: [String]

  /// Makes so many units below a folder that is removed afterwards, and runs the season over them.
  init(count: Int) async throws {
    let codes = try CodeTables.standard(year: 2024)
    let folder = FileManager.default.temporaryDirectory.appending(path: "juesuan-bench-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let units = (0..<count).map { MadeUpUnit(number: $0) }
    // A sum that is blank, or is not printed in the form, cannot be printed wrong.
    let planted = try await inParallel(count) { number -> [Int: FigureAddress] in
      guard !units[number].isMissing else { return [:] }
      let (tables, fault) = try units[number].tables(codes: codes, isFaulty: true)
      try units[number].publish(tables, below: folder + "/季")
      return fault.map { [number: $0] } ?? [:]
    }
    let faultOf = planted.reduce(into: [Int: FigureAddress]()) { $0.merge($1) { first, _ in first } }
    let list = folder + "/清单.csv"
    let rows = "单位名称,批复日期,公开日期\n" + units.map(\.row).joined()
    try Data(rows.utf8).write(to: URL(filePath: list))
    var plan = SeasonPlan(Choices(), tool: "juesuan-bench")
    plan.list = try UnitList(at: list)
    plan.date = CalendarDay(written: "2025-10-15")
    plan.jobs = ProcessInfo.processInfo.activeProcessorCount
    var found: [String] = []
    let clock = ContinuousClock()
    PeakMemory.reset()
    var start = clock.now
    let first = try SeasonRun(plan, to: SeasonFolder(folder + "/果")).run(on: folder + "/季") { _ in }.season
    let seconds = Self.seconds(start.duration(to: clock.now))
    let memory = PeakMemory.kibibytes
    found += Self.faults(of: first, units, faultOf)
    // Every second fault is mended.
    let mended = Set(faultOf.keys.sorted().enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
    for number in mended {
      try units[number].publish(units[number].tables(codes: codes, isFaulty: false).tables, below: folder + "/季")
    }
    start = clock.now
    let outcome = try SeasonRun(plan, to: SeasonFolder(folder + "/果")).run(on: folder + "/季") { _ in }
    let again = Self.seconds(start.duration(to: clock.now))
    found += Self.faults(of: outcome.season, units, faultOf.filter { !mended.contains($0.key) })
    found += Self.comparisons(of: outcome.season, units, faultOf, mended)
    faults = found
    var columns = TextTable(["轮", "单位", "有错", "没有公开", "逾期", "秒", "份/秒", "最大内存 MiB", "没有重做", "说错或没有说出"])
    let delivered = first.units.count
    let late = units.count(where: \.isLate)
    columns.add([
      "1", "\(delivered)", "\(faultOf.count)", "\(first.missing.count)", "\(late)", decimal(seconds, 1),
      decimal(Double(delivered) / seconds, 1), "\(memory / 1024)", "0", "",
    ])
    columns.add([
      "2", "\(delivered)", "\(faultOf.count - mended.count)", "\(outcome.season.missing.count)", "\(late)",
      decimal(again, 1), decimal(Double(delivered) / again, 1), "\(PeakMemory.kibibytes / 1024)", "\(outcome.kept)",
      "\(found.count)",
    ])
    table = columns.text + found.prefix(20).map { "  \($0)\n" }.joined()
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// Where a round is not what the units were made to be.
  private static func faults(
    of season: Season, _ units: [MadeUpUnit], _ faultOf: [Int: FigureAddress]
  ) -> [String] {
    let byName = Dictionary(season.units.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let missing = Set(season.missing.map(\.name))
    return units.flatMap { unit -> [String] in
      func wrong(_ words: String) -> String { "第 \(season.round) 轮 \(unit.name)（\(unit.kind.rawValue)）：\(words)" }
      guard let own = byName[unit.name] else {
        return unit.isMissing && missing.contains(unit.name) ? [] : [wrong("没有说到")]
      }
      if unit.isMissing { return [wrong("没有公开，却说公开了")] }
      var words = own.verdict == .unusable ? [wrong("读不懂：\(own.problems)")] : []
      let publication = own.publication
      if case .late = publication {
        if !unit.isLate { words.append(wrong("没有逾期，却说逾期")) }
      } else if unit.isLate {
        words.append(wrong("逾期而没有说"))
      }
      let errors = own.findings.filter { $0.severity == .error }
      guard let fault = faultOf[unit.number] else {
        return words + errors.map { wrong("误报 \($0.rule) \($0.message)") }
      }
      let isNamed = errors.contains { one in one.figures.contains { $0.address == fault.description } }
      if !isNamed {
        words.append(
          wrong(
            "\(fault) 的错没有发现：\(own.kind.word)，未核对 \(own.counts.notChecked)，\(own.findings.map(\.rule)) \(own.summary)"))
      }
      return words
    }
  }

  /// Where the second round does not say what became of the first one's faults.
  private static func comparisons(
    of season: Season, _ units: [MadeUpUnit], _ faultOf: [Int: FigureAddress], _ mended: Set<Int>
  ) -> [String] {
    let byName = Dictionary(season.units.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return units.filter { !$0.isMissing }.compactMap { unit in
      guard let since = byName[unit.name]?.since else { return "\(unit.name)：没有与上一轮比" }
      let isMended = mended.contains(unit.number)
      if isMended == since.mended.isEmpty { return "\(unit.name)：改正了 \(isMended ? 1 : 0) 处，说是 \(since.mended.count) 处" }
      // A note that the fault kept from being seen is no error.
      let new = (byName[unit.name]?.findings ?? []).filter { $0.severity == .error && since.new.contains($0.id) }
      if !new.isEmpty { return "\(unit.name)：没有新的，却说新出现 \(new.map(\.id))" }
      if faultOf[unit.number] != nil, !isMended, since.standing.isEmpty { return "\(unit.name)：仍在的没有说" }
      return nil
    }
  }
}
