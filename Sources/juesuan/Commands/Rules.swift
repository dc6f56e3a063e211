import Checks
import Rendering

extension Command {
  /// `juesuan rules`: every rule the check knows.
  static let rules = Command(
    "rules", "列出核对的全部规则，和各允许多少舍入差异",
    options: format,
    discussion: ["每条规则有编号、类、级别、内容、公式、条件和依据。"],
    examples: ["juesuan rules --format json"],
    run: { try $0.rules($1) })
}

private enum Format: String, Choice { case text, md, json }

private let format = Option.format(Format.text)

extension Arguments {
  fileprivate func rules(_ terminal: Terminal) throws -> ExitStatus {
    let rules = try RuleCatalogue.standard().rules
    let bytes: [UInt8] =
      switch self[format] {
      case .md: Array(RulesMarkdown.text(of: rules).utf8)
      case .json: RulesJSON.bytes(of: rules)
      case .text: Array(RulesText.text(of: rules).utf8)
      }
    try terminal.print(bytes: bytes)
    return .success
  }
}
