import Checks
import Disclosing
import Documents
import Formats
import Rendering
import System

/// 做公开, second half: the package of a ledger that is in order, in one archive.
struct PackageJob {
  /// What the archive is called.
  static let fileName = "决算公开.zip"

  private let job: JobRun

  init(_ job: JobRun) { self.job = job }

  /// Does it; throws what is wrong with the ledger, or why there can be no PDF.
  func result() throws -> JobResult {
    let path = try job.files()
    let told = Told()
    job.tell("正在读账、核对")
    var disclosures = Disclosures(job.choices(), tell: { told.add($0) })
    let ledger = try disclosures.ledger(at: path)
    let prior = try job.path(.prior).map { try disclosures.prior(at: $0) }
    let disclosure = try disclosures.composed(ledger, at: path, prior: prior)
    let report = disclosure.report(prior: prior)
    guard !report.fails(strict: false) else {
      throw JobError("还有错误级的发现，没有写公开文件。请按发现改好账，再拖放一次。")
    }
    var pdf: [UInt8]?
    if job.order.hasPDF {
      job.tell("正在打印 PDF")
      let printed = try disclosure.pdf(by: PDFPrinter(path: ExternalProgram.searchPath), reviewed: nil)
      if let remark = printed.remark { told.add(remark) }
      pdf = printed.bytes
    }
    job.tell("正在写公开文件")
    let contents = try disclosure.package(report, pdf: pdf)
    var archive = ZIPWriter()
    for file in contents.files { archive.add(file.path, file.bytes) }
    try job.folder.put(archive.archive, as: Self.fileName)
    var result = JobResult()
    result.verdict = .consistent
    result.summary = "公开文件做好了，共 \(contents.files.count) 个文件。\(report.verdict)"
    result.add(Self.fileName, "整套公开文件（zip）")
    for file in contents.files
    where ["index.html", DisclosureDocument.fileName, PDFPrinter.fileName, DisclosureWorkbook.fileName].contains(
      file.path)
    {
      try job.folder.put(file.bytes, as: "公开/" + file.path)
      result.add("公开/" + file.path, file.path)
    }
    result.isReady = true
    for text in told.all { result.remark(text) }
    return result
  }
}
