import Checks
import Disclosing
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan diff A B`: two disclosures, figure by figure.
  static let diff = Command(
    "diff", "逐数对比两份公开文件",
    operands: Operands(2...2, Parameter("前 后", .files), "两份公开文件或账，前一份在前"),
    options: format, .output(Format.types), .force, .formOfPublication, .place, .codes, .recogniser,
    discussion: ["前、后各是一份公开文件或账；列出变动的数，和只有一方有的数。", "结束状态：0 没有不同；1 有不同，或有的数没有读懂；2 读不懂。"],
    examples: ["juesuan diff 初稿 定稿"],
    run: { try $0.diff($1) })
}

private enum Format: String, OutputFormat { case text, json, csv }

private let format = Option.format(ofOutput: Format.text)

extension Arguments {
  fileprivate func diff(_ terminal: Terminal) throws -> ExitStatus {
    let format = try outputFormat(format)
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let tables = try operands.map { try disclosures.disclosure(at: $0).tables }
    let difference = TableDifference(from: tables[0], to: tables[1])
    let names = operands.map(InputFile.displayName(of:))
    let bytes: [UInt8] =
      switch format {
      case .json: DifferenceJSON.bytes(of: difference, from: names[0], to: names[1])
      case .csv: DifferenceCSV.bytes(of: difference)
      case .text: Array(DifferenceText.text(of: difference, from: names[0], to: names[1]).utf8)
      }
    try terminal.write(bytes)
    if terminal.outputFile != nil { terminal.note(DifferenceText.summary(of: difference)) }
    return difference.isEmpty ? .success : .findings
  }
}
