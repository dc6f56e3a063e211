extension Command {
  /// `juesuan help [COMMAND]`, and what `--help` asks for.
  static let help: Command = Command(
    "help", "说明和例子",
    operands: Operands(0...1, Parameter("[命令]") { Tool.juesuan.commands.map(\.name) }, "一个命令，或不给"),
    examples: ["juesuan help build", "juesuan build --help"],
    run: { arguments, terminal in
      let tool = Tool.juesuan
      let topic = try arguments.operands.first.map { name throws(UsageError) in try tool.command(named: name) }
      try terminal.print(topic.map { HelpText(on: $0, of: tool) }?.text ?? HelpText(on: tool).text)
      return .success
    })
}
