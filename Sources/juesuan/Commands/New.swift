import Accounts
import Disclosing
import Documents
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan new YEAR [--from LEDGER] -o FILE.xlsx`: a workbook to fill in.
  func new(_ terminal: Terminal) throws -> ExitStatus {
    let operand = try operands(1...1, "一个年度，如 2025")[0]
    guard let year = Int(operand), (1990...2099).contains(year) else {
      throw UsageError("年度是“\(operand)”，应为四位数字，如 2025。", command: "new")
    }
    guard let output = options.output else {
      throw UsageError("没有输出文件，应以 -o 给出，如 -o 填报.xlsx。", command: "new")
    }
    let schema = try LedgerSchema.standard()
    let next = NextYear(year, schema: schema)
    var rows = next.blankRows
    if let path = options.from {
      var disclosures = Disclosures(choices, tell: terminal.warn)
      let ledger = try disclosures.ledger(at: path)
      if ledger.unit.year != year - 1 {
        terminal.warn("juesuan: 提醒: \(path) 是 \(ledger.unit.year) 年度的账，不是 \(year - 1) 年度的，请核对年初数和上年决算。")
      }
      rows = try next.rows(from: ledger, tables: disclosures.tables(of: ledger), catalogue: .standard())
    }
    let workbook = try LedgerWorkbook(schema: schema, codes: choices.codeBook(year: year), library: TemplateLibrary())
    try write(workbook.bytes(of: rows, title: "\(year)年度决算填报"), terminal)
    if output != "-" { terminal.note("填好后运行 juesuan check \(output) 核对。") }
    return .success
  }
}
