import Disclosing
import Rendering
import Tables

extension Command {
  /// `juesuan read PUBLICATION`: what was read of it.
  static let read = Command(
    "read", "把公开文件读成数据",
    operands: Operands(1...1, Parameter("公开文件", .files), "一份公开文件"),
    options: .output([.json]), .force, .formOfPublication, .place, .codes,
    discussion: ["每个数记在全国格式的地址上，与原文一样；没有读懂的列在最后。", "结束状态：0 都读懂了；1 有的没有读懂；2 读不懂。"],
    examples: ["juesuan read Examples/datong-2024/disclosure/index.html -o 读出.json"],
    run: { try $0.read($1) })
}

extension Arguments {
  fileprivate func read(_ terminal: Terminal) throws -> ExitStatus {
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let read = try disclosures.disclosure(at: operands[0])
    try terminal.write(ReadingJSON.bytes(of: read.tables, form: read.form))
    if !read.tables.unread.isEmpty { terminal.note("有 \(read.tables.unread.count) 处没有读懂。") }
    return read.tables.unread.isEmpty ? .success : .findings
  }
}
