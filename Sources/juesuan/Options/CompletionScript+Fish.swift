extension CompletionScript {
  static func fish(_ tool: Tool) -> String {
    var lines = [
      "# \(tool.name) 的 fish 补全。存为 ~/.config/fish/completions/\(tool.name).fish，或载入：\(tool.name) completion fish | source",
      "function __\(tool.name)_runs",
      "    set -l words (commandline -opc)",
      "    test (count $words) -ge 2; and test $words[2] = $argv[1]",
      "end",
      "complete -c \(tool.name) -f",
    ]
    let isFirst = "'test (count (commandline -opc)) -eq 1'"
    for command in tool.commands {
      lines.append(
        "complete -c \(tool.name) -n \(isFirst) -a \(command.name) -d \(quoted(command.abstract, for: .fish))")
    }
    for (names, command) in tool.shortcuts {
      lines.append(
        "complete -c \(tool.name) -n \(isFirst) \(switches(names)) -d \(quoted(command.abstract, for: .fish))")
    }
    for command in tool.commands {
      let condition = "complete -c \(tool.name) -n '__\(tool.name)_runs \(command.name)'"
      for option in command.options {
        let value = option.parameter.map { " -r" + offer($0) } ?? ""
        lines.append("\(condition) \(switches(option.names))\(value) -d \(quoted(option.summary, for: .fish))")
      }
      if let parameter = command.operands.parameter { lines.append(condition + offer(parameter)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `-s o -l output` for `-o, --output`.
  private static func switches(_ names: [String]) -> String {
    names.map { $0.hasPrefix("--") ? "-l \($0.dropFirst(2))" : "-s \($0.dropFirst())" }.joined(separator: " ")
  }

  /// What is offered for a value or an operand.
  private static func offer(_ parameter: Parameter) -> String {
    let folders = [.folders, .workFolders].contains(parameter.paths) ? ["(__fish_complete_directories)"] : []
    let words = (parameter.words() + folders).joined(separator: " ")
    let takesFiles = [.files, .filesOrFolders].contains(parameter.paths)
    return (takesFiles ? " -F" : " -f") + (words.isEmpty ? "" : " -a \(quoted(words, for: .fish))")
  }
}
