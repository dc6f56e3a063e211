import Accounts
import Checks
import Disclosing
import Formats
import FoundationEssentials
import Reading
import Rendering
import Seasons
import System

/// 公开季: a round over the units whose files were handed in; the next round is over the same with what was handed in since.
struct SeasonJob {
  /// The folder of the season among what comes of the work.
  static let folder = "公开季"

  private let job: JobRun

  init(_ job: JobRun) { self.job = job }

  /// Does it; throws what is wrong with what was handed in.
  func result() throws -> JobResult {
    _ = try job.files()
    var plan = SeasonPlan(job.choices(), tool: job.tool)
    plan.list = try job.path(.list).map { try UnitList(at: $0) }
    plan.prior = job.path(.prior)
    plan.date = try day(job.order.date)
    plan.replyBy = try day(job.order.replyBy)
    plan.jobs = ProcessInfo.processInfo.activeProcessorCount
    let output = job.folder.output + "/" + Self.folder
    let job = job
    let outcome = try SeasonRun(plan, to: SeasonFolder(output)).run(on: ".") { progress in
      job.tell("已做 \(progress.done)/\(progress.count) 个单位")
    }
    var result = JobResult()
    let (season, figures) = (outcome.season, outcome.season.figures)
    result.verdict =
      figures.unusable > 0 ? .unusable : figures.inconsistent + figures.missing > 0 ? .inconsistent : .consistent
    result.summary =
      "第 \(season.round) 轮，共 \(season.units.count) 份：读不懂 \(figures.unusable)，不通过 \(figures.inconsistent)，通过 \(figures.consistent)。"
    if season.hasList { result.summary += "清单上没有公开的 \(figures.missing) 个。" }
    if !season.earlier.isEmpty {
      result.summary += "与上一轮比：已改正 \(figures.mended)，仍在 \(figures.standing)，新出现 \(figures.new)。"
    }
    if !outcome.isNewRound { result.remark("与第 \(season.round) 轮相同，不算新的一轮。") }
    for remark in outcome.remarks { result.remark(remark) }
    job.tell("正在打包")
    let archive = Self.archive(of: output)
    try job.folder.put(archive, as: "公开季.zip")
    result.add(Self.folder + "/index.html", "各单位一览", isShown: true)
    result.add(Self.folder + "/汇总.xlsx", "汇总（Excel）")
    let notices = Self.archive(of: output + "/通知")
    if notices.count > 100 {
      try job.folder.put(notices, as: "通知.zip")
      result.add("通知.zip", "给各单位的通知（zip）")
    }
    result.add("公开季.zip", "全部结果（zip）")
    return result
  }

  private func day(_ written: String) throws -> CalendarDay? {
    guard !written.isEmpty else { return nil }
    guard let day = CalendarDay(written: written) else { throw JobError("“\(written)”不是日期，应如 2025-09-30。") }
    return day
  }

  /// All files below a folder in one archive, by names that stay below wherever they are unpacked: some programs take a backslash for a slash.
  static func archive(of folder: String) -> [UInt8] {
    var writer = ZIPWriter()
    for path in Folder.pathsBelow(folder) ?? [] where FileNode(folder + "/" + path)?.kind == .file {
      guard let bytes = try? readBytes(of: folder + "/" + path, atMost: 512 << 20) else { continue }
      writer.add(PathBytes.legible(path).replacing("\\", with: "_"), bytes)
    }
    return writer.archive
  }
}
