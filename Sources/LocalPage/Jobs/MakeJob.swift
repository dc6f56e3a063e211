import Accounts
import Checks
import Disclosing
import Documents
import Formats
import Reading
import Rendering
import Synchronization
import System
import Tables

/// 做公开, first half: a ledger is composed, checked and set, to be looked at and mended; of 公开表 a workbook is made to fill in the rest.
struct MakeJob {
  private let job: JobRun

  init(_ job: JobRun) { self.job = job }

  /// Does it; throws what is wrong with the ledger.
  func result() throws -> JobResult {
    let path = try job.files()
    guard PublishedReader.looksLikeLedger(path) else { return try workbook(around: path) }
    let told = Mutex<[String]>([])
    job.tell("正在读账、推导各表、核对")
    var disclosures = Disclosures(job.choices(), tell: { text in told.withLock { $0.append(text) } })
    let prior = job.path(.prior)
    let draft = try disclosures.draft(of: [path], prior: prior, waivers: nil, besides: "")
    let report = draft.review.report
    let files = (draft.review.signOff?.inputs ?? [])
    let input = CheckedInput(name: draft.review.input, outcome: .report(report, draft.review.tables), files: files)
    var record = CheckRecord(tool: job.tool)
    record.rules = try RuleCatalogue.standard().rules
    var result = JobResult()
    try job.folder.put(Array(draft.page().utf8), as: "预览.html")
    result.add("预览.html", "预览", isShown: true)
    try CheckReports(CheckRun(inputs: [input], record: record)).write(to: job.folder, &result)
    result.isReady = !report.fails(strict: false)
    for text in told.withLock({ $0 }) { result.remark(text) }
    return result
  }

  /// A workbook with the tables that were handed in, in which the rest is to be filled in.
  private func workbook(around path: String) throws -> JobResult {
    var result = JobResult()
    let told = Mutex<[String]>([])
    job.tell("正在读公开表")
    var disclosures = Disclosures(job.choices(), tell: { text in told.withLock { $0.append(text) } })
    let read = try disclosures.disclosure(of: [path]).tables
    guard let year = job.order.year ?? read.year else {
      throw JobError("\(path) 里没有写明年度，又不是填报的账。请在上面填好年度，再交一次。")
    }
    let filling = FillingIn(year: year, choices: job.choices())
    let bytes = try filling.workbook(from: job.path(.prior), around: (read, path)) { text in
      told.withLock { $0.append(text) }
    }
    try job.folder.put(bytes, as: FillingIn.fileName)
    result.add(FillingIn.fileName, "带着这些公开表的 \(FillingIn.fileName)")
    result.summary = "\(path) 是公开表，不是账：已经把各表放进 \(FillingIn.fileName)。请下载，用 Excel 或 WPS 填好其余各表，再拖放到这里。"
    for text in told.withLock({ $0 }) { result.remark(text) }
    return result
  }
}
