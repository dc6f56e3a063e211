import Checks
import Documents
import Rendering

/// The reports of a check (核对报告), as people take them away.
struct CheckReports {
  /// The report that the page shows findings from.
  static let data = "核对.json"

  private let run: CheckRun

  init(_ run: CheckRun) { self.run = run }

  /// Writes them, and says in a result how what was checked stands.
  func write(to folder: WorkFolder, _ result: inout JobResult) throws {
    try folder.put(FindingsJSON.bytes(of: run), as: Self.data)
    try folder.put(Array(FindingsHTML(TemplateLibrary()).page(of: run).utf8), as: "核对.html")
    try folder.put(WorkingPaperWorkbook.bytes(of: run), as: "工作底稿.xlsx")
    try folder.put(WorkingPaperDocument.bytes(of: run), as: "工作底稿.docx")
    result.report = Self.data
    result.verdict = run.inputs.map { $0.verdict(strict: run.isStrict) }.max()
    result.summary = run.inputs.count == 1 ? "" : run.summary
    result.add("核对.html", "核对报告", isShown: true)
    result.add("核对.html", "核对报告（网页）")
    result.add("工作底稿.xlsx", "工作底稿（Excel）")
    result.add("工作底稿.docx", "工作底稿（Word）")
    result.add(Self.data, "核对结果（JSON）")
  }
}
