import Disclosing
import Rendering
import Tables

extension Command {
  /// `juesuan read PUBLICATION`: what was read of it.
  static let read = Command(
    "read", "把公开文件读成工作簿或数据",
    operands: Operands(1...Int.max, Parameter("公开文件…", .files), "一份公开文件"),
    options: .output([.xlsx, .json]).saying("写到哪里；以 .xlsx 结尾的写成工作簿，其余写成 JSON；不给时写到标准输出"), .force,
    .together, .formOfPublication, .place, .codes,
    discussion: [
      "各表按全国格式排列，每个数记在全国格式的地址上，与原文一样；没有读懂的另列，写明位置和原因。",
      "结束状态：0 都读懂了；1 有的没有读懂；2 读不懂。",
    ],
    examples: [
      "juesuan read Examples/datong-2024/disclosure/index.html -o 读出.xlsx",
      "juesuan read Examples/datong-2024/disclosure/index.html -o 读出.json",
    ],
    run: { try $0.read($1) })
}

extension Arguments {
  fileprivate func read(_ terminal: Terminal) throws -> ExitStatus {
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let read = try disclosures.disclosure(of: publication)
    let isWorkbook = terminal.outputFile.flatMap { FileType.named(by: $0.path) }?.types == [.xlsx]
    try terminal.write(
      isWorkbook ? ReadingWorkbook.bytes(of: read.tables) : ReadingJSON.bytes(of: read.tables, form: read.form))
    let unread = read.tables.unread.count
    if unread > 0 { terminal.note("有 \(unread) 处没有读懂。") }
    return unread > 0 ? .findings : .success
  }
}
