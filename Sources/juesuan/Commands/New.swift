import Accounts
import Disclosing
import Documents
import Rendering
import Tables

extension Command {
  /// `juesuan new YEAR [--from LEDGER] -o FILE.xlsx`: a workbook to fill in.
  static let new = Command(
    "new", "写出供填报的工作簿",
    operands: Operands(1...1, Parameter("年度"), "一个年度，如 2025"),
    options: output, .force, tables, from, .form, .place, .codes,
    discussion: [
      "每张表一张工作表，标题有批注说明，科目和选项可以下拉选择，“校验”表随填随算。填好后就是账，build、check 等命令都直接读它。"
    ],
    examples: [
      "juesuan new 2025 -o 填报.xlsx", "juesuan new 2025 --from Examples/datong-2024 -o 填报.xlsx",
      "juesuan new 2025 --from 上年公开.pdf -o 填报.xlsx", "juesuan new 2025 --tables 公开表.xlsx --from 上年公开.docx -o 填报.xlsx",
    ],
    sparesLedgers: true, run: { try $0.new($1) })
}

private let output = Option.requiredOutput(
  "文件.xlsx", types: [.xlsx], help: "写到哪里；填了数的账从不替换", missing: "没有输出文件，应以 -o 给出，如 -o 填报.xlsx。")

private let tables = Option.value(
  "--tables", of: Parameter("公开表", .files),
  help: "已有的公开表（软件导出的工作簿，或已排好的网页、Word、PDF），写进工作簿，收支不必再填；build 照印这些表，文字由它们得出")

private let from = Option.value(
  "--from", of: Parameter("账或公开文件", .files),
  help: "上年的账，带出单位信息、各科目、文字、年初结转和结余、上年决算数；只有上年公开的文件时也可以（网页、Word、PDF 等），带出单位、各科目、职责和机构设置，数不带")

extension Arguments {
  fileprivate func new(_ terminal: Terminal) throws -> ExitStatus {
    guard let year = Int(operands[0]), (1990...2099).contains(year) else {
      throw UsageError("年度是“\(operands[0])”，应为四位数字，如 2025。")
    }
    let file = self[output]
    let schema = try LedgerSchema.standard()
    let next = NextYear(year, schema: schema)
    var rows = next.blankRows
    if let path = self[from] {
      var disclosures = Disclosures(try choices, tell: terminal.warn)
      let last = try disclosures.lastYear(at: path, for: next)
      rows = last.rows
      if last.isOfPublication {
        terminal.note("公开文件里的数四舍五入过，没有带进账：各行的金额、年初结转和结余要填，经济科目要分；build 时用 --prior \(path) 与它比较，上年决算就不必填。")
      }
    }
    let given = try self[tables].map { path in
      var disclosures = Disclosures(try choices, tell: terminal.warn)
      let read = try disclosures.disclosure(of: [path]).tables
      return try givenTables(read, at: path, for: next, into: &rows, terminal)
    }
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let workbook = try LedgerWorkbook(
      schema: schema, codes: choices.codeBook(year: year), library: TemplateLibrary(), form: disclosures.form(of: year))
    try terminal.write(workbook.bytes(of: rows, given: given, title: "\(year)年度决算填报"))
    if file != "-" { terminal.note("填好后运行 juesuan check \(file) 核对。") }
    return .success
  }
}
