extension Command {
  /// `juesuan version`, and what `--version` asks for.
  static let version = Command(
    "version", "版本，和它出自哪次提交",
    examples: ["juesuan --version"],
    run: { _, terminal in
      let tool = Tool.juesuan
      try terminal.print("\(tool.name) \(tool.version)" + (commit.map { " (\($0))" } ?? ""))
      return .success
    })
}
