import Checks
import Disclosing
import FoundationEssentials
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan build LEDGER -o DIR`: checks what it is about to publish and writes the disclosure package; while an
  /// error stands it writes nothing, or with `--draft` the draft with its findings.
  func build(_ terminal: Terminal) throws -> ExitStatus {
    let path = try operands(1...1, "一个账（工作簿、目录或 JSON 文件）")[0]
    guard let output = options.output else {
      throw UsageError("没有输出目录，应以 -o 给出，如 -o 决算公开。", command: "build")
    }
    let printer = options.wantsPDF ? try PDFPrinter(path: searchPath) : nil
    var disclosures = Disclosures(choices, tell: terminal.warn)
    let ledger = try disclosures.ledger(at: path)
    let prior = try options.prior.map { try disclosures.prior(at: $0) }
    let disclosure = try disclosures.composed(ledger, prior: prior)
    let report = disclosure.report(prior: prior)
    if report.fails(strict: false), !options.isDraft {
      terminal.report(FindingsText.lines(of: report, disclosure.tables, input: path))
      return terminal.report("juesuan: 错误: 有错误级的发现，没有写出公开文件；要看带标记的草稿，请加 --draft。", .findings)
    }
    let review =
      options.isDraft ? Review(report, of: disclosure.tables, input: InputFile.displayName(of: path)) : nil
    var contents = try disclosure.package(report, reviewed: review, formats: options.formats)
    if let printer {
      let (pdf, remark) = try disclosure.pdf(by: printer, reviewed: review)
      contents.add(pdf, at: PDFPrinter.fileName)
      if let remark { terminal.warn(remark) }
    }
    try PackageFolder(output).write(contents)
    let evaluations = disclosure.evaluations.map { "\($0.tables.count) 张自评表，" } ?? ""
    terminal.note("已写出 \(output)：\(disclosure.tables.tables.count) 张表，\(evaluations)\(contents.files.count) 个文件。")
    terminal.note(report.verdict)
    return .success
  }
}

/// The folders in which programs are looked for.
private var searchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? "" }
