import Checks
import Disclosing
import FoundationEssentials
import Reading
import Rendering
import System
import Tables

extension Command {
  /// `juesuan build LEDGER -o DIR`: checks what it is about to publish and writes the disclosure package; while an
  /// error stands it writes nothing, or with `--draft` the draft with its findings.
  static let build = Command(
    "build", "写出决算公开：网页、Word、工作簿、CSV 等",
    operands: .ledger,
    options: output, .force, draft, pdf, .prior.saying("上年的账或公开文件；增减由它得出，不用账里的上年决算"), only, .noCharts, .form, .place,
    .codes, .templates,
    discussion: [
      "写出网页 index.html、决算公开.docx、决算公开.xlsx、index.md、data.json 和各表的 CSV。",
      "写之前先核对，有错误级的发现就什么也不写，结束状态是 1；加 --draft 写出草稿。",
    ],
    examples: [
      "juesuan build Examples/datong-2024 -o 公开",
      "juesuan build Examples/datong-2024 --form shanghai -o 公开",
      "juesuan build Examples/datong-2024 --only html,csv --draft -o 草稿",
    ],
    run: { try $0.build($1) })
}

private let output = Option.requiredOutput(
  "目录", .folders, help: "写到哪里；已有的公开文件没有改过的整个替换，有别的文件时不写",
  missing: "没有输出目录，应以 -o 给出，如 -o 决算公开。")

private let draft = Option.flag("--draft", help: "写出草稿；每页有“仅供内部审核”，发现标在所涉的数上，有错误也写")

private let pdf = Option.flag("--pdf", help: "另写出决算公开.pdf；目录有页码、有书签，要有 Chromium 或 WeasyPrint")

private let only = Option(
  ["--only"], of: Parameter("格式,格式") { PackageContents.Format.words },
  help: "只写这些格式：\(PackageContents.Format.words.joined(separator: "、"))，以逗号隔开"
) { typed throws(UsageError) in
  guard let value = typed.last?.value else { return Set(PackageContents.Format.allCases) }
  let words = value.split(separator: ",").map(String.init)
  guard !words.isEmpty else { throw UsageError("--only 没有给出格式，应如 html 或 html,csv。") }
  var formats: Set<PackageContents.Format> = []
  for word in words {
    guard let format = PackageContents.Format(rawValue: word) else {
      throw UsageError("--only 里有“\(word)”", insteadOf: word, PackageContents.Format.words)
    }
    formats.insert(format)
  }
  return formats
}

extension PackageContents.Format: Choice {}

extension Arguments {
  fileprivate func build(_ terminal: Terminal) throws -> ExitStatus {
    let path = operands[0]
    let folder = self[output]
    let printer = self[pdf] ? try PDFPrinter(path: ExternalProgram.searchPath) : nil
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let ledger = try disclosures.ledger(at: path)
    let prior = try self[.prior].map { try disclosures.prior(at: $0) }
    let disclosure = try disclosures.composed(ledger, at: path, prior: prior)
    let report = disclosure.report(prior: prior)
    if report.fails(strict: false), !self[draft] {
      terminal.report(FindingsText.lines(of: report, disclosure.tables, input: path))
      return terminal.report("juesuan: 错误: 有错误级的发现，没有写出公开文件；要看带标记的草稿，请加 --draft。", .findings)
    }
    let review = self[draft] ? Review(report, of: disclosure.tables, input: InputFile.displayName(of: path)) : nil
    let pdf = try printer.map { try disclosure.pdf(by: $0, reviewed: review) }
    if let remark = pdf?.remark { terminal.warn(remark) }
    let contents = try disclosure.package(report, reviewed: review, formats: self[only], pdf: pdf?.bytes)
    try terminal.write(contents)
    let evaluations = disclosure.evaluations.map { "\($0.tables.count) 张自评表，" } ?? ""
    terminal.note("已写出 \(folder)：\(disclosure.tables.tables.count) 张表，\(evaluations)\(contents.files.count) 个文件。")
    terminal.note(report.verdict)
    if let line = unknownNumbers(of: report) { terminal.note(line) }
    return .success
  }

  /// What numbers of the text nobody compared with the tables, since it is not understood what they state: those that somebody wrote
  /// into the ledger. Nil where there are none.
  private func unknownNumbers(of report: CheckReport) -> String? {
    guard let unknown = report.numbers?.unknown.map(\.text), !unknown.isEmpty else { return nil }
    let shown = unknown.prefix(10).joined(separator: "、") + (unknown.count > 10 ? "等" : "")
    return "文字里有 \(unknown.count) 个数不知道说的是什么，没有与表核对，请自己核对：\(shown)。"
  }
}
