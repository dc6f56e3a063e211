import Accounts
import Reading
import Rendering

extension Command {
  /// `juesuan convert LEDGER`: the ledger as JSON, for other programs or for keeping in one file.
  func convert(_ terminal: Terminal) throws -> ExitStatus {
    let path = try operands(1...1, "一个账（目录或 JSON 文件）")[0]
    let ledger = try LedgerReader().ledger(at: path)
    let bytes = LedgerJSON.bytes(of: ledger, schema: try .standard())
    if let output = options.output, output != "-" {
      try WholeFile(output).write(bytes)
      terminal.note("已写出 \(output)。")
    } else {
      try terminal.print(bytes: bytes)
    }
    return .success
  }
}
