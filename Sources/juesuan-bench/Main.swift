import Accounts
import FoundationEssentials
import Reading
import Rendering
import System
import Tables

/// Measures the tool: how fast it is, whether its checks raise false alarms, and which altered figures they notice.
///
/// - `juesuan-bench [LEDGER]`: from ledgers to tables and pages, by rows.
/// - `juesuan-bench check LEDGER…`: checking the tables of ledgers.
/// - `juesuan-bench stages PATH…`: the processor time of each stage of ledgers and publications, in a process that is warm.
/// - `juesuan-bench command COMMAND [--against=COMMAND]… [--times=N]`: commands run in turn, 15 times unless told: the processor
///   time and the memory of each, and how many times that of the first.
/// - `juesuan-bench workbook [ROWS]`: reading a ledger's workbook of so many rows of expenditure, 100,000 unless told
///   otherwise, and of a tenth and half of them; `--python=FILE` names a Python with openpyxl to compare with.
/// - `juesuan-bench soundness [N] [--items=M]`: false alarms over N made-up disclosures of at most M rows, 60 unless told,
///   that are in order; ends with status 1 where there is one.
/// - `juesuan-bench fuzz [SECONDS]`: the readers on damaged inputs; run where Examples/ is.
/// - `juesuan-bench detect [N]`: every figure of two examples and of N made-up disclosures altered, one at a time;
///   run where Examples/ is.
/// - `juesuan-bench diagnose [WAY…]`: every figure of the examples altered in ten ways, pairs of them, and rows shifted: whether
///   the first finding names what was altered; run where Examples/ is.
/// - `juesuan-bench prose [FILE…]`: every number and word of direction in the text of the examples and of published
///   files altered, one at a time; run where Examples/ is.
/// - `juesuan-bench unread [STEP]`: every figure, row, heading and total of the examples' tables and self-evaluations, or
///   each STEP-th, made unreadable, one at a time, in every format; run where Examples/ is.
/// - `juesuan-bench reading FOLDER [FORMAT…]`: the figures of made-up publications, each folder with what it prints in
///   `truth.json`, read and checked in every format or in those named; ends with status 1 where any is wrong, invented or
///   lost without a word, or a finding false, with `--whole` also where any was not read; scans only with `--ocr=PROGRAM`, and
///   of those warnings are no false findings.
/// - `juesuan-bench season [N]`: a season of N made-up units, 300 unless told, in five ways of publishing, a fifth of them with a
///   fault, some late, some missing; then the next round with half of the faults mended; ends with status 1 where anything said of
///   them is wrong, or was not said.
/// - `juesuan-bench withheld`: every row that a ledger is asked for taken away, one at a time, from both examples; ends with
///   status 1 where anything is said of it but that it is missing.
/// - `juesuan-bench defects [ID…]`: defects as inspections report them, put into the examples one at a time; all, or those of
///   some ids or kinds; ends with status 1 where one is not named or draws a false finding.
/// - `juesuan-bench evaluations FOLDER [TABLES]`: the self-evaluation tables found in the texts of a folder, and how many
///   of their cells are read as transcribed in TABLES; that of the tests' own texts unless told.
///
/// - `juesuan-bench fuzz-requests [seconds] [--seed=N]`: the requests that a browser sends to the local page, damaged, read by its
///   reader of requests.
///
/// All print a table, or JSON with `--json`. Machines are shared: compare the ratios of one run, not the times of two.
@main struct Main {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let printsJSON = arguments.contains("--json")
    let operands = arguments.filter { !$0.hasPrefix("-") }
    let count = operands.dropFirst().first.flatMap { Int($0) }
    func option(_ name: String) -> String? {
      arguments.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }
    switch operands.first {
    case "soundness":
      let soundness = try await Soundness(count: count ?? 100_000, items: option("--items").flatMap { Int($0) } ?? 60)
      print(printsJSON ? soundness.json : soundness.table, terminator: "")
      if soundness.tallies.contains(where: { $0.tally.falseAlarms > 0 }) { exit(1) }
    case "detect":
      let detection = try await Detection(examples: "Examples", count: count ?? 40)
      print(printsJSON ? detection.json : detection.table, terminator: "")
    case "prose":
      print(
        try await ProseDetection(examples: "Examples", files: Array(operands.dropFirst())).table, terminator: "")
    case "diagnose":
      print(
        try await Diagnoses(examples: "Examples", only: Set(operands.dropFirst())).table, terminator: "")
    case "unread":
      print(try await Unreadable(examples: "Examples", step: max(1, count ?? 1)).table, terminator: "")
    case "reading":
      let reading = try await ReadingAccuracy(
        folder: operands.dropFirst().first ?? ".", formats: Array(operands.dropFirst(2)),
        engine: option("--ocr").map { Recogniser($0) })
      print(reading.table, terminator: "")
      if reading.isFaulty || arguments.contains("--whole") && !reading.isWhole { exit(1) }
    case "season":
      let season = try await SeasonOfUnits(count: count ?? 300)
      print(season.table, terminator: "")
      if !season.faults.isEmpty { exit(1) }
    case "withheld":
      let withheld = try await Withheld()
      print(withheld.table, terminator: "")
      if !withheld.faults.isEmpty { exit(1) }
    case "defects":
      let defects = try await PlantedDefects(only: Set(operands.dropFirst()))
      print(defects.table, terminator: "")
      if !defects.isWhole { exit(1) }
    case "evaluations":
      print(
        try EvaluationAccuracy(
          texts: operands.dropFirst().first ?? ".",
          transcription: operands.dropFirst(2).first
        ).table, terminator: "")
    case "check":
      let speeds = try operands.dropFirst().map { try CheckSpeed(ofLedgerAt: $0) }
      print(printsJSON ? CheckSpeed.json(speeds) : CheckSpeed.table(speeds), terminator: "")
    case "stages":
      print(StageTimes.table(try operands.dropFirst().map { try StageTimes(of: $0) }), terminator: "")
    case "command":
      let others = arguments.filter { $0.hasPrefix("--against=") }.map { String($0.dropFirst("--against=".count)) }
      let times = option("--times").flatMap { Int($0) } ?? 15
      print(try CommandCosts(operands.dropFirst() + others, times: times).table, terminator: "")
    case "workbook":
      let rows = count ?? 100_000
      let speeds = try [rows / 10, rows / 2, rows].map { try WorkbookSpeed(rows: $0, python: option("--python")) }
      print(WorkbookSpeed.table(speeds), terminator: "")
    case WorkbookSpeed.writing:
      guard let rows = count, operands.count == 3, let path = operands.last else { break }
      try WorkbookSpeed.write(rows, to: path)
    case "fuzz-requests":
      let seed = option("--seed").flatMap { UInt64($0) } ?? 1
      try RequestFuzz(seed: seed).run(seconds: count ?? 60, only: option("--only").flatMap { UInt64($0) })
    case "fuzz":
      let seed = option("--seed").flatMap { UInt64($0) } ?? 1
      try Fuzz(examples: ["Examples/datong-2024", "Examples/yunxi-2024"], seed: seed)
        .run(seconds: count ?? 60, only: option("--only").flatMap { UInt64($0) })
    case let example: try measure(example, printsJSON: printsJSON)
    }
  }

  private static func measure(_ example: String?, printsJSON: Bool) throws {
    let form = try Form.builtIn("national", year: 2024)
    let codes = try CodeTables.standard(year: 2024)
    var results: [Measurement] = []
    if let example {
      let ledger = try LedgerReader().ledger(at: example)
      results.append(try Measurement(of: ledger, named: example, form: form, codes: codes))
    }
    for rows in [10, 100, 1_000, 10_000] {
      let ledger = try SyntheticLedger.ledger(rows: rows, codes: codes, schema: .standard())
      results.append(try Measurement(of: ledger, named: "合成", form: form, codes: codes))
    }
    print(printsJSON ? Measurement.json(results) : Measurement.table(results), terminator: "")
  }
}
