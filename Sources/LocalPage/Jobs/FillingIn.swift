import Accounts
import Disclosing
import Documents
import Rendering
import Tables

/// The workbook to fill in (填报.xlsx), as `juesuan new` makes it.
struct FillingIn {
  /// What it is called.
  static let fileName = "填报.xlsx"

  let year: Int
  let choices: Choices

  /// Its bytes, with what last year's file gives and the tables that are given; throws what is wrong with them. `tell` is told what
  /// somebody who fills it in should know.
  func workbook(
    from last: String?, around tables: (read: TableSet, path: String)? = nil, tell: @escaping @Sendable (String) -> Void
  ) throws -> [UInt8] {
    let schema = try LedgerSchema.standard()
    let next = NextYear(year, schema: schema)
    var rows = next.blankRows
    if let last {
      var disclosures = Disclosures(choices, tell: tell)
      let found = try disclosures.lastYear(at: last, for: next)
      rows = found.rows
      if found.isOfPublication {
        tell("上年公开文件里的数四舍五入过，没有带进账：各行的金额、年初结转和结余要填，经济科目要分。")
      }
    }
    let given = try tables.flatMap { tables -> TableSet? in
      guard let given = try next.given(tables.read, at: tables.path, into: &rows, choices, tell: tell) else {
        throw JobError("\(tables.path) 里没有读到公开表，应有《收入支出决算总表》等表；也不是填报的账。请换一个文件。")
      }
      return given
    }
    var disclosures = Disclosures(choices, tell: tell)
    let workbook = try LedgerWorkbook(
      schema: schema, codes: choices.codeBook(year: year), library: TemplateLibrary(), form: disclosures.form(of: year))
    return try workbook.bytes(of: rows, given: given, title: "\(year)年度决算填报")
  }
}

/// 填报.xlsx, with what last year's file gives.
struct NewJob {
  private let job: JobRun

  init(_ job: JobRun) { self.job = job }

  /// Does it; throws what is wrong with last year's file.
  func result() throws -> JobResult {
    guard let year = job.order.year else { throw JobError("没有填年度。请填四位数字，如 2025。") }
    job.tell("正在写 \(FillingIn.fileName)")
    let told = Told()
    let bytes = try FillingIn(year: year, choices: job.choices()).workbook(from: job.path(.prior)) { told.add($0) }
    try job.folder.put(bytes, as: FillingIn.fileName)
    var result = JobResult()
    result.summary = "\(year) 年度的 \(FillingIn.fileName) 做好了。请下载，用 Excel 或 WPS 填好，再拖放到下面。"
    result.add(FillingIn.fileName, FillingIn.fileName)
    for text in told.all { result.remark(text) }
    return result
  }
}
