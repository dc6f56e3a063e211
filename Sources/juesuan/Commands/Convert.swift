import Accounts
import Disclosing
import Documents
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan convert LEDGER|PUBLICATION`: the ledger as JSON, or as a workbook where the output's name ends so; a publication as a
  /// ledger that brings its tables.
  static let convert = Command(
    "convert", "把账转成一个工作簿或 JSON 文件，把公开文件转成带着公开表的账",
    operands: Operands(1...1, Parameter("账或公开文件", .files), "一个账（工作簿、目录或 JSON 文件）或一份公开文件"),
    options: .output([.xlsx, .json]).saying("写到哪里；以 .xlsx 结尾的写成工作簿，其余写成 JSON；不给时写到标准输出"), .force,
    .codes.saying("补充或替换供选择的科目；列为 code,name,fund"),
    discussion: [
      "账的金额以元计，读回来完全一样。", "公开文件的各表照原样写进工作簿，带出单位、职责和机构设置，自评表写成绩效各表；收支的明细、整体支出的基础数据和报告不在其中。只能写成工作簿。",
    ],
    examples: [
      "juesuan convert Examples/datong-2024 -o 账.json", "juesuan convert Examples/datong-2024 -o 账.xlsx",
      "juesuan convert Examples/datong-2024/disclosure/data.json -o 账.xlsx",
    ],
    run: { try $0.convert($1) })
}

extension Arguments {
  fileprivate func convert(_ terminal: Terminal) throws -> ExitStatus {
    let path = operands[0]
    let isWorkbook = terminal.outputFile.flatMap { FileType.named(by: $0.path) }?.types == [.xlsx]
    let schema = try LedgerSchema.standard()
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    guard path == "-" || InputFile.kind(of: path) == .missing || PublishedReader.looksLikeLedger(path) else {
      guard isWorkbook else { throw UsageError("\(path) 是公开文件，只能转成工作簿；请用 -o 写，如 -o 账.xlsx。") }
      return try convert(publication: disclosures.disclosure(of: [path]), at: path, schema, terminal)
    }
    let ledger = try disclosures.ledger(at: path)
    if isWorkbook {
      let codes = try choices.codeBook(year: ledger.unit.year)
      let given = try ledger.given.map { given in
        try TableSet(
          given: given, of: ledger.unit, form: Form.builtIn(Form.ancestor, year: ledger.unit.year), codes: codes,
          schema: schema)
      }
      let workbook = try LedgerWorkbook(
        schema: schema, codes: codes, library: TemplateLibrary(), form: disclosures.form(of: ledger.unit.year))
      let title = "\(ledger.unit.name)\(ledger.unit.year)年度决算"
      try terminal.write(workbook.bytes(of: ledger.rows, given: given, title: title))
    } else if ledger.given != nil {
      throw UsageError("\(path) 带着公开表，JSON 写不下；请用 -o 写成工作簿，如 -o 账.xlsx。")
    } else {
      try terminal.write(LedgerJSON.bytes(of: ledger, schema: schema))
    }
    return .success
  }

  private func convert(
    publication: Disclosure, at path: String, _ schema: LedgerSchema, _ terminal: Terminal
  ) throws -> ExitStatus {
    guard let year = publication.statedYear else {
      throw UsageError("\(path) 没有写明年度；请改用 juesuan new 年度 --tables \(path) -o 账.xlsx。")
    }
    let (next, codes) = (NextYear(year, schema: schema), try choices.codeBook(year: year))
    var rows = try next.rows(from: publication.tables, codes: codes)
    let evaluations = try publication.evaluationRows
    rows.merge(evaluations.rows) { $1 }
    for line in evaluations.lost { terminal.warn("juesuan: 提醒: \(line)。") }
    let given =
      publication.isOfEvaluationsAlone
      ? nil : try givenTables(publication.tables, at: path, for: next, into: &rows, terminal)
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let workbook = try LedgerWorkbook(
      schema: schema, codes: codes, library: TemplateLibrary(), form: disclosures.form(of: year))
    let title = "\(publication.tables.unitName ?? "")\(year)年度决算"
    try terminal.write(workbook.bytes(of: rows, given: given, title: title))
    return .success
  }
}
