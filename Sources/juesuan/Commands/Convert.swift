import Accounts
import Disclosing
import Documents
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan convert LEDGER`: the ledger as JSON, or as a workbook where the output's name ends so.
  static let convert = Command(
    "convert", "把账转成一个工作簿或 JSON 文件",
    operands: .ledger,
    options: .output([.xlsx, .json]).saying("写到哪里；以 .xlsx 结尾的写成工作簿，其余写成 JSON；不给时写到标准输出"), .force,
    .codes.saying("补充或替换供选择的科目；列为 code,name,fund"),
    discussion: ["金额以元计，读回来完全一样。"],
    examples: ["juesuan convert Examples/datong-2024 -o 账.json", "juesuan convert Examples/datong-2024 -o 账.xlsx"],
    run: { try $0.convert($1) })
}

extension Arguments {
  fileprivate func convert(_ terminal: Terminal) throws -> ExitStatus {
    let ledger = try Disclosures(choices, tell: terminal.warn).ledger(at: operands[0])
    let schema = try LedgerSchema.standard()
    if terminal.outputFile.flatMap({ FileType.named(by: $0.path) })?.types == [.xlsx] {
      let codes = try choices.codeBook(year: ledger.unit.year)
      let workbook = try LedgerWorkbook(schema: schema, codes: codes, library: TemplateLibrary())
      let title = "\(ledger.unit.name)\(ledger.unit.year)年度决算"
      let given = try ledger.given.map { given in
        try TableSet(
          given: given, of: ledger.unit, form: Form.builtIn(Form.ancestor, year: ledger.unit.year), codes: codes,
          schema: schema)
      }
      try terminal.write(workbook.bytes(of: ledger.rows, given: given, title: title))
    } else if ledger.given != nil {
      throw UsageError("\(operands[0]) 带着公开表，JSON 写不下；请用 -o 写成工作簿，如 -o 账.xlsx。")
    } else {
      try terminal.write(LedgerJSON.bytes(of: ledger, schema: schema))
    }
    return .success
  }
}
