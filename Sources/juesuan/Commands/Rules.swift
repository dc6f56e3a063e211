import Checks
import Rendering

extension Command {
  /// `juesuan rules`: every rule the check knows.
  func rules(_ terminal: Terminal) throws -> ExitStatus {
    _ = try operands(0...0, "没有参数")
    let rules = try RuleCatalogue.standard().rules
    let bytes: [UInt8] =
      switch try format(["text", "md", "json"]) {
      case "md": Array(RulesMarkdown.text(of: rules).utf8)
      case "json": RulesJSON.bytes(of: rules)
      default: Array(RulesText.text(of: rules).utf8)
      }
    try terminal.print(bytes: bytes)
    return .success
  }
}
