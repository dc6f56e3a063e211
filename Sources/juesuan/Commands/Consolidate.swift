import Accounts
import Disclosing
import Documents
import Reading
import Rendering
import System

extension Command {
  /// `juesuan consolidate UNIT… -o LEDGER`: the ledger of a department from those of its units.
  static let consolidate = Command(
    "consolidate", "把所属各单位的账汇总成部门的账，抵销内部往来",
    operands: Operands(1...Int.max, Parameter("账…", .files), "各单位的账（工作簿、目录或 JSON 文件）"),
    options: output, .force, department, departmentCode, .form, .place, .codes,
    discussion: [
      "收入、支出、结转结余的每一行都写明是哪个单位的；三公经费、其他信息、预算、上年决算相加，绩效自评表合在一起，不能相加的列出来，留空待填。",
      "内部往来（上缴上级支出与附属单位上缴收入，对附属单位补助支出与上级补助收入）两边对上的，各加一行负数抵销，单位写“内部往来抵销”，explain 列得出来；先按两边填的往来单位对，没有填的只在金额没有第二种对法时才对。对不上的两边都列出来，不抵销。",
      "文字要按部门重写，都写成“待填写”，没有改写之前 build 不写公开文件。",
      "年度不同、单位重复、有的账收支不平的，全部列出，什么也不写。账里没有地方，表样由 --form 或 --place 决定，各单位用同一个。",
      "结束状态：0 汇总好了；1 汇总好了，而有内部往来两边都有、对不上；2 有的账不能用。",
    ],
    examples: [
      "juesuan consolidate 机关.xlsx 一所.xlsx --name 某某局 -o 部门.xlsx",
      "juesuan consolidate 各单位/* -o 部门.json",
    ],
    writesLedgers: true, run: { try $0.consolidate($1) })
}

private let output = Option.requiredOutput(
  "账", .filesOrFolders, types: [.xlsx, .json], help: "写到哪里；以 .xlsx 结尾的写成工作簿，以 .json 结尾的写成 JSON，其余是目录，每张表一个 CSV",
  missing: "没有输出的账，应以 -o 给出，如 -o 部门.xlsx。")

private let department = Option.value("--name", of: Parameter("名称"), help: "部门的名称；不给时是各单位填的主管部门")

private let departmentCode = Option.value("--code", of: Parameter("代码"), help: "部门的单位代码")

extension Arguments {
  fileprivate func consolidate(_ terminal: Terminal) throws -> ExitStatus {
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let made = try disclosures.consolidation(of: operands, named: self[department], code: self[departmentCode])
    let ledger = made.ledger
    switch terminal.output {
    case .folder(let folder):
      try terminal.write(LedgerFolder.contents(of: ledger))
      terminal.note("已写出 \(folder.path)。")
    case .file(let file) where FileType.named(by: file.path)?.types == [.xlsx]:
      let workbook = try LedgerWorkbook(
        schema: ledger.schema, codes: choices.codeBook(year: ledger.unit.year), library: TemplateLibrary(),
        form: disclosures.form(of: ledger.unit.year))
      try terminal.write(workbook.bytes(of: ledger.rows, title: "\(ledger.unit.name)\(ledger.unit.year)年度决算"))
    case .file, .season, .standard:
      try terminal.write(LedgerJSON.bytes(of: ledger, schema: ledger.schema))
    }
    let words = ConsolidationText(made)
    for line in words.lines { terminal.note(line) }
    for line in words.open { terminal.warn(line) }
    for line in words.toDo { terminal.note(line) }
    return made.transfers.open.contains(where: \.mayBeInside) ? .findings : .success
  }
}
