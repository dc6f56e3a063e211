import Checks
import Disclosing
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan diff A B`: two disclosures, figure by figure.
  func diff(_ terminal: Terminal) throws -> ExitStatus {
    let paths = try operands(2...2, "两份公开文件或账，前一份在前")
    let format = try format(["text", "json", "csv"])
    var disclosures = Disclosures(choices, tell: terminal.warn)
    let tables = try paths.map { try disclosures.disclosure(at: $0).tables }
    let difference = TableDifference(from: tables[0], to: tables[1])
    let names = paths.map(InputFile.displayName(of:))
    let bytes: [UInt8] =
      switch format {
      case "json": DifferenceJSON.bytes(of: difference, from: names[0], to: names[1])
      case "csv": DifferenceCSV.bytes(of: difference)
      default: Array(DifferenceText.text(of: difference, from: names[0], to: names[1]).utf8)
      }
    try write(bytes, terminal)
    if options.output != nil { terminal.note(DifferenceText.summary(of: difference)) }
    return difference.isEmpty ? .success : .findings
  }
}
