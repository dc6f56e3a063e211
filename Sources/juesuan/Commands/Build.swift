import Accounts
import Checks
import FoundationEssentials
import Narrative
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
    let inputs = try inputs(path, terminal)
    let codes = inputs.codes.including(inputs.ledger)
    let library = try TemplateLibrary(overriddenBy: options.templates)
    let prior = try options.prior.map { path in
      var disclosures = Disclosures(self, terminal)
      return try disclosures.disclosure(at: path).tables
    }
    let checker = try Checker(form: inputs.form, codes: codes)
    let disclosure = try ComposedDisclosure(
      inputs.ledger, form: inputs.form, codes: codes, checker: checker, library: library,
      comparatives: prior.map { try Comparatives($0, catalogue: .standard(), form: inputs.form) },
      hasCharts: !options.hasNoCharts)
    let tables = disclosure.tables
    let report = checker.check(
      tables, prior: prior, stated: inputs.ledger.prior, evaluations: disclosure.evaluations)
    if report.fails(strict: false), !options.isDraft {
      terminal.report(FindingsText.lines(of: report, tables, input: path))
      return terminal.report("juesuan: 错误: 有错误级的发现，没有写出公开文件；要看带标记的草稿，请加 --draft。", .findings)
    }
    let review = Review(report, of: tables, input: InputFile.displayName(of: path))
    let document = options.isDraft ? disclosure.document.reviewed(review) : disclosure.document
    var contents = try PackageContents(
      document: document, tables: tables, form: inputs.form, checker: checker, report: report, library: library,
      formats: options.formats)
    if let printer {
      let (pdf, remark) = try printer.pdf(of: document, HTMLRenderer(library))
      contents.add(pdf, at: PDFPrinter.fileName)
      if let remark { terminal.warn(remark) }
    }
    try PackageFolder(output).write(contents)
    terminal.note(
      "已写出 \(output)：\(tables.tables.count) 张表，\(disclosure.evaluations.map { "\($0.tables.count) 张自评表，" } ?? "")\(contents.files.count) 个文件。"
    )
    terminal.note(report.verdict)
    return .success
  }
}

/// The folders in which programs are looked for.
private var searchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? "" }
