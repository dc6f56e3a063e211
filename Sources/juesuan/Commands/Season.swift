import Accounts
import Checks
import Disclosing
import FoundationEssentials
import Reading
import Seasons
import Synchronization
import System

extension Command {
  /// `juesuan season FOLDER -o FOLDER`: a round over all units of a bureau, and the next rounds over the same folder.
  static let season = Command(
    "season", "一个主管部门或财政局的公开季：逐个核对所属单位，一轮一轮比下去",
    operands: Operands(1...1, Parameter("公开文件的目录", .folders), "一个放着各单位公开文件的目录"),
    options: output, list, prior, .waivers, date, replyBy, strict, jobs, .assume, .formOfPublication, .place, .codes,
    .recogniser, .templates,
    discussion: [
      "目录里的公开文件按单位和年度归在一起，与 check 相同；逐个核对，一个读不懂不影响其余。",
      "输出目录里：index.html 是各单位一览（谁公开了、谁逾期、谁没有，结论，关键指标并列），单位 下面是各单位的核对结果和预览，汇总.xlsx、通知 给办公用，season.json 是全部结果。",
      "对同一个输出目录再运行，就是下一轮：没有变的单位不重做，其余与上一轮比，说出哪些已改正、仍在、新出现；以前各轮在 轮次 下面。什么都没有变时不算一轮。",
      "清单里“上级”写着部门名称的，是这个部门的所属单位；没有清单时，与部门的文件放在一起的“所属单位”目录里的是。部门的每个数与它们之和核对，同 check；有一个没有公开或读不懂，就不核对。",
      "中途停下的，再运行一次就接着做。输出目录里手工改过的文件另存，不会丢失。",
      "结束状态：0 都通过；1 有错误（加 --strict 时，有警告）或有单位没有公开；2 有的读不懂。取其中最坏的。",
    ],
    examples: [
      "juesuan season 公开季 -o 结果 --list 应公开清单.csv --date 2025-09-30",
      "juesuan season 公开季 -o 结果 --prior 上年公开 --waivers 豁免.csv --jobs 2",
    ],
    run: { try $0.season($1) })
}

private let output = Option.requiredOutput(
  "目录", .workFolders, help: "写到哪里；应是空的、还不存在的，或上次写的目录",
  missing: "没有输出目录，应以 -o 给出，如 -o 结果。")

private let list = Option.value(
  "--list", of: Parameter("清单.csv|清单.xlsx", .files),
  help: "应公开的单位，列为 单位名称，可有 单位代码、批复日期、公开日期、上级；由它得出谁没有公开、谁逾期，谁是哪个部门的所属单位")

private let prior = Option.value(
  "--prior", of: Parameter("目录", .folders), help: "上年各单位的公开文件；按单位名称对上，核对衔接、算出增减")

private let date = Option.value(
  "--date", of: Parameter("日期"), help: "这一轮的日期，如 2025-09-30；没有公开的单位到这一天过期几日由它得出")

private let replyBy = Option.value(
  "--reply-by", of: Parameter("日期"), help: "通知里的办理期限，如 2025-10-20；不给时留空")

private let strict = Option.flag("--strict", help: "有警告也算不通过")

private let jobs = Option(["--jobs"], of: Parameter("数"), help: "同时做几个单位；不给时与处理器的核数相同；结果与它无关") {
  typed throws(UsageError) -> Int? in
  guard let word = typed.last?.value else { return nil }
  guard let count = Int(word), (1...1024).contains(count) else {
    throw UsageError("--jobs 的“\(word)”不是 1 至 1024 的整数。")
  }
  return count
}

extension Arguments {
  fileprivate func season(_ terminal: Terminal) throws -> ExitStatus {
    guard case .season(let folder) = terminal.output else {
      preconditionFailure("a season goes to a folder of its own")
    }
    guard InputFile.kind(of: operands[0]) == .folder else {
      throw UsageError("\(operands[0]) 不是目录，应是放着各单位公开文件的目录。")
    }
    var plan = SeasonPlan(try choices, tool: Tool.juesuan.fullVersion)
    plan.list = try self[list].map { try UnitList(at: $0) }
    plan.prior = self[prior]
    plan.waivers = self[.waivers]
    plan.isStrict = self[strict]
    plan.date = try day(date)
    plan.replyBy = try day(replyBy)
    plan.jobs = self[jobs] ?? ProcessInfo.processInfo.activeProcessorCount
    let line = ProgressLine(terminal)
    let outcome = try SeasonRun(plan, to: folder).run(on: operands[0]) { line.show($0) }
    terminal.endProgress()
    for remark in outcome.remarks { terminal.warn(remark) }
    let season = outcome.season
    let figures = season.figures
    if !outcome.isNewRound { terminal.note("与第 \(season.round) 轮相同，不算新的一轮。") }
    terminal.note("已写出 \(folder.path)：第 \(season.round) 轮，共 \(season.units.count) 份，其中 \(outcome.kept) 份没有变、没有重做。")
    var words =
      "读不懂 \(figures.unusable)，不通过 \(figures.inconsistent)，通过 \(figures.consistent)；错误 \(figures.errors)，警告 \(figures.warnings)，未核对 \(figures.notChecked)。"
    if season.hasList { words += "清单上没有公开的 \(figures.missing) 个。" }
    if !season.earlier.isEmpty {
      words += "与上一轮比：已改正 \(figures.mended)，仍在 \(figures.standing)，新出现 \(figures.new)。"
    }
    try terminal.print(words)
    if figures.unusable > 0 { return .unusable }
    return figures.inconsistent > 0 || figures.missing > 0 ? .findings : .success
  }
}

/// How far a long run is, and how long it may still take, on a line of its own that is written over.
private final class ProgressLine: Sendable {
  private let terminal: Terminal
  private let started = ContinuousClock.now
  private let last = Mutex(Duration.zero)

  init(_ terminal: Terminal) { self.terminal = terminal }

  func show(_ progress: SeasonRun.Progress) {
    let elapsed = started.duration(to: .now)
    let isDue = last.withLock { last in
      guard progress.done == progress.count || elapsed - last >= .milliseconds(200) else { return false }
      last = elapsed
      return true
    }
    guard isDue else { return }
    let done = progress.done - progress.kept
    let left = done > 0 ? elapsed.components.seconds * Int64(progress.count - progress.done) / Int64(done) : 0
    let words = progress.done == progress.count || done == 0 ? "" : "，约剩 \(left / 60) 分 \(left % 60) 秒"
    terminal.progress("已做 \(progress.done)/\(progress.count)\(words)")
  }
}
