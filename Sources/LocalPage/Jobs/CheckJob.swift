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

/// 核对: all that was handed in is checked, each unit's publication by itself unless all are one, and reported together.
struct CheckJob {
  private let job: JobRun

  init(_ job: JobRun) { self.job = job }

  /// Does it; throws what stands in the way of all of it.
  func result() throws -> JobResult {
    let told = Mutex<[String]>([])
    let step = Mutex("")
    let job = job
    let choices = job.choices { read, pages in
      if read < pages { job.tell(step.withLock { $0 } + "，识别扫描页 \(read)/\(pages)") }
    }
    var disclosures = Disclosures(choices, tell: { text in told.withLock { $0.append(text) } })
    var result = JobResult()
    let inputs = try self.inputs(&disclosures, &result)
    let prior = try job.path(.prior).map { try disclosures.prior(at: $0) }
    var record = CheckRecord(tool: job.tool)
    record.rules = try RuleCatalogue.standard().rules
    var checked: [CheckedInput] = []
    var previews: [(String, String)] = []
    for (index, paths) in inputs.enumerated() {
      let name = InputFile.displayName(of: paths)
      let words = "正在核对 \(index + 1)/\(inputs.count)：\(name)"
      step.withLock { $0 = words }
      job.tell(words)
      let one = try disclosures.checked(paths, prior: prior)
      guard let disclosure = one.disclosure else {
        checked.append(one.input)
        continue
      }
      let (draft, _) = try disclosures.draft(
        on: disclosure, at: paths, prior: prior, waivers: [], dates: DisclosureDates(), showsPages: true,
        from: one.files)
      // The preview's pictures of what findings rest on are those of the report.
      var input = one.input
      input.cutouts = draft.review.pictures.cutouts
      checked.append(input)
      let file = inputs.count == 1 ? "预览.html" : "预览/\(index + 1).html"
      try job.folder.put(Array(draft.page().utf8), as: file)
      previews.append((file, name))
    }
    job.tell("正在写报告")
    let run = CheckRun(inputs: checked, record: record)
    try CheckReports(run).write(to: job.folder, &result)
    for (file, name) in previews { result.add(file, inputs.count == 1 ? "预览" : "预览：\(name)", isShown: true) }
    for text in told.withLock({ $0 }) { result.remark(text) }
    return result
  }

  /// What was handed in, as inputs of a check.
  private func inputs(_ disclosures: inout Disclosures, _ result: inout JobResult) throws -> [[String]] {
    let path = try job.files()
    if job.order.isTogether { return [(Folder.names(in: ".") ?? []).sorted()] }
    job.tell("正在看有哪些单位")
    let found = try disclosures.inputs(at: path)
    if !found.passedOver.isEmpty {
      let some = found.passedOver.prefix(5).map { Self.plain($0) }.joined(separator: "、")
      result.remark("有 \(found.passedOver.count) 个文件不是可以读的公开文件，没有核对：\(some)。")
    }
    return found.inputs.map { $0.map { Self.plain($0) } }
  }

  /// A path without the folder that everything lies in.
  private static func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
}
