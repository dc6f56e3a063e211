/// A script that teaches a shell to complete the tool's commands, options and values (命令行补全).
struct CompletionScript {
  /// The shells that can be taught.
  enum Shell: String, Choice { case bash, zsh, fish }

  let script: String

  init(of tool: Tool, for shell: Shell) {
    script =
      switch shell {
      case .bash: Self.bash(tool)
      case .zsh: Self.zsh(tool)
      case .fish: Self.fish(tool)
      }
  }

  /// A text between single quotes, which all three shells take as it stands; `fish` alone reads `\` there.
  static func quoted(_ text: String, for shell: Shell) -> String {
    shell == .fish
      ? "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
      : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
