import Accounts
import Disclosing
import Documents
import Reading
import Rendering

extension Command {
  /// `juesuan convert LEDGER`: the ledger as JSON, or as a workbook where the output's name ends so.
  func convert(_ terminal: Terminal) throws -> ExitStatus {
    let path = try operands(1...1, "一个账（工作簿、目录或 JSON 文件）")[0]
    let ledger = try Disclosures(choices, tell: terminal.warn).ledger(at: path)
    let schema = try LedgerSchema.standard()
    if options.output?.lowercased().hasSuffix(".xlsx") == true {
      let codes = try choices.codeBook(year: ledger.unit.year)
      let workbook = try LedgerWorkbook(schema: schema, codes: codes, library: TemplateLibrary())
      try write(
        workbook.bytes(of: ledger.rows, title: "\(ledger.unit.name)\(ledger.unit.year)年度决算"), terminal)
    } else {
      try write(LedgerJSON.bytes(of: ledger, schema: schema), terminal)
    }
    return .success
  }
}
