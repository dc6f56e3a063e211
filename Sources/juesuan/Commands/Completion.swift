extension Command {
  /// `juesuan completion SHELL`: the script that teaches a shell to complete command lines.
  static let completion = Command(
    "completion", "写出命令行补全的脚本",
    operands: Operands(1...1, Parameter("bash|zsh|fish") { CompletionScript.Shell.words }, "一种命令行：bash、zsh 或 fish"),
    discussion: [
      "载入脚本后，在命令行里按 Tab 键补全命令、选项和选项的值。脚本第一行说怎样载入；要每次都载入，把那一句写进 ~/.bashrc 或 ~/.zshrc，或如例存为文件。"
    ],
    examples: [
      "source <(juesuan completion bash)",
      "source <(juesuan completion zsh)",
      "juesuan completion fish > ~/.config/fish/completions/juesuan.fish",
    ],
    run: { try $0.completion($1) })
}

extension Arguments {
  fileprivate func completion(_ terminal: Terminal) throws -> ExitStatus {
    guard let shell = CompletionScript.Shell(rawValue: operands[0]) else {
      throw UsageError("没有 \(operands[0]) 的补全", insteadOf: operands[0], CompletionScript.Shell.words)
    }
    try terminal.print(bytes: Array(CompletionScript(of: .juesuan, for: shell).script.utf8))
    return .success
  }
}
