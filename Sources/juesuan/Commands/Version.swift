extension Command {
  /// `juesuan version`, and what `--version` asks for.
  static let version = Command(
    "version", "版本，和它出自哪次提交",
    examples: ["juesuan --version"],
    run: { _, terminal in
      try terminal.print(Tool.juesuan.fullVersion)
      return .success
    })
}
