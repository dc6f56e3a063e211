/// What `--help` says.
struct HelpText {
  /// Fits a terminal of 80 columns.
  private static let width = 78
  /// The widest column of names of options; what is wider has its meaning below it.
  private static let widestName = 26

  let text: String

  /// Help on all commands.
  init(on tool: Tool) {
    let shortcuts = tool.shortcuts.map { (name: $0.names.joined(separator: ", "), meaning: $0.command.abstract) }
    let commands = tool.commands.map { (name: $0.synopsis, meaning: $0.abstract) }
    let nameWidth = (commands + shortcuts).map(\.name.displayWidth).max() ?? 0
    let statuses = tool.exitStatuses.map { (name: String($0.status.rawValue), meaning: $0.meaning) }
    let paragraphs =
      [
        Self.paragraph("\(tool.name)（\(tool.title)）\(tool.version)：\(tool.abstract)。"),
        "用法：\(tool.name) 命令 [选项]",
        "命令：\n" + Self.table(commands, nameWidth: nameWidth),
        "不给命令时：\n" + Self.table(shortcuts, nameWidth: nameWidth),
      ] + tool.discussion.map(Self.paragraph) + ["结束状态：\n" + Self.table(statuses, nameWidth: 1)]
    text = paragraphs.joined(separator: "\n\n")
  }

  /// Help on one command.
  init(on command: Command, of tool: Tool) {
    var paragraphs = [
      Self.paragraph("\(tool.name) \(command.name)：\(command.abstract)。"),
      "用法：\(tool.name) \(command.synopsis) [选项]",
    ]
    paragraphs += command.discussion.map(Self.paragraph)
    let nameWidth = command.options.map(\.synopsis.displayWidth).filter { $0 <= Self.widestName }.max() ?? 0
    for (title, options) in [("选项", command.ownOptions), ("各命令通用", Command.commonOptions)] where !options.isEmpty {
      let rows = options.map { (name: $0.synopsis, meaning: $0.explanation) }
      paragraphs.append("\(title)：\n" + Self.table(rows, nameWidth: nameWidth))
    }
    paragraphs.append("例：\n" + command.examples.map { "  " + $0 }.joined(separator: "\n"))
    text = paragraphs.joined(separator: "\n\n")
  }

  private static func paragraph(_ text: String) -> String { text.lines(ofWidth: width).joined(separator: "\n") }

  /// Names and what they mean, in two columns.
  private static func table(_ rows: [(name: String, meaning: String)], nameWidth: Int) -> String {
    let margin = String(repeating: " ", count: nameWidth + 4)
    return rows.map { name, meaning in
      let lines = meaning.lines(ofWidth: width - margin.count).joined(separator: "\n" + margin)
      let isWider = name.displayWidth > nameWidth
      return "  " + (isWider ? "\(name)\n\(margin)" : name.padded(to: nameWidth) + "  ") + lines
    }
    .joined(separator: "\n")
  }
}
