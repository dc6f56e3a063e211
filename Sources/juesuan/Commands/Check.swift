import Accounts
import Checks
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan check FILE|DIR`: the findings of a ledger's tables or of a published disclosure.
  func check(_ terminal: Terminal) throws -> ExitStatus {
    let path = try operands(1...1, "一个账或一份公开文件")[0]
    let inputs = try inputs(path, terminal)
    let tables = try TableSet(deriving: inputs.ledger, form: inputs.form, codes: inputs.codes)
    let checker = try Checker(form: inputs.form, codes: inputs.codes.including(inputs.ledger))
    let report = checker.check(tables)
    for finding in report.findings { try terminal.print("\(finding)") }
    for r in report.residuals { try terminal.print("\(r)") }
    for a in ["01.58.2", "05.合计.1", "05.合计.2", "05.合计.3"] {
      try terminal.print("\(a) \(report.narrowed[FigureAddress(a)!]!)")
    }
    try terminal.print(report.verdict)
    return .success
  }
}
