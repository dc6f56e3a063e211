import Disclosing
import Documents
import Rendering
import Tables

extension Command {
  /// `juesuan read PUBLICATION`: what was read of it.
  static let read = Command(
    "read", "把公开文件读成工作簿、CSV 或数据",
    operands: Operands(1...Int.max, Parameter("公开文件…", .files), "一份公开文件"),
    options: .output([.xlsx, .json, .text], orFolder: true).saying(
      "写到哪里；以 .xlsx 结尾的写成工作簿，以 .json 结尾的写成数据，以 .txt 结尾的写成纯文本，其余是目录，每张表写成一个 CSV；不给时数据写到标准输出"),
    text, .force, .together, .formOfPublication, .place, .codes, .recogniser,
    discussion: [
      "各表按全国格式排列，每个数记在全国格式的地址上，与原文一样；只有一些地方才有的表和绩效自评表也在内；没有读懂的另列，写明位置和原因。",
      "--text 不认表，只把文字按阅读的次序写出来：一段、一行各占一行，表里一行各格以制表符隔开，各页以换页符隔开。",
      "结束状态：0 都读懂了；1 有的没有读懂；2 读不懂。",
    ],
    examples: [
      "juesuan read Examples/datong-2024/disclosure/index.html -o 读出.xlsx",
      "juesuan read Examples/datong-2024/disclosure/index.html -o 读出.json",
      "juesuan read Examples/datong-2024/disclosure/index.html -o 读出",
      "juesuan read --text Examples/datong-2024/disclosure/index.html",
    ],
    run: { try $0.read($1) })
}

/// Writes the text in the order in which it is read, and no tables.
private let text = Option.flag("--text", help: "写出纯文本，不认表")

extension Arguments {
  fileprivate func read(_ terminal: Terminal) throws -> ExitStatus {
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    if try isOfText(terminal.output) {
      try terminal.write(Array(disclosures.text(of: operands).utf8))
      return .success
    }
    let read = try disclosures.disclosure(of: publication)
    let sheets = read.evaluationSheets
    let basicData = try read.basicDataSheet()
    let forms = sheets.map(\.form) + (basicData.map { [$0.form] } ?? [])
    switch terminal.output {
    case .folder(let folder):
      try terminal.write(ReadingFolder.contents(of: read.tables, evaluations: forms))
      terminal.note("已写出 \(folder.path)。")
    case .file(let file) where FileType.named(by: file.path)?.types == [.xlsx]:
      try terminal.write(ReadingWorkbook.bytes(of: read.tables, evaluations: forms))
    case .file, .season, .standard:
      try terminal.write(
        ReadingJSON.bytes(of: read.tables, form: read.form, evaluations: sheets, basicData: basicData))
    }
    let unread = read.tables.unread.count
    if unread > 0 { terminal.note("有 \(unread) 处没有读懂。") }
    return unread > 0 ? .findings : .success
  }

  /// Whether the text is asked for, by the option or by the end of the name; throws where the two disagree.
  private func isOfText(_ output: Output) throws -> Bool {
    switch output {
    case .standard: return self[text]
    case .file(let file) where FileType.named(by: file.path)?.types == [.text]: return true
    case .file, .folder, .season:
      guard !self[text] else { throw UsageError("--text 写的是纯文本，-o 的文件名应以 .txt 结尾。") }
      return false
    }
  }
}
