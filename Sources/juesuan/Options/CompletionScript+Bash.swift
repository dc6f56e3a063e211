extension CompletionScript {
  /// Bash shows no descriptions: what may come next is offered by its name alone.
  static func bash(_ tool: Tool) -> String {
    func words(_ words: [String]) -> String {
      "_\(tool.name)_words \(quoted(words.joined(separator: " "), for: .bash))"
    }
    func offer(_ parameter: Parameter) -> String {
      let paths =
        switch parameter.paths {
        case .none: [String]()
        case .files, .filesOrFolders: ["_\(tool.name)_paths -f"]
        case .folders, .workFolders: ["_\(tool.name)_paths -d"]
        }
      let known = parameter.words()
      return ((known.isEmpty ? [] : [words(known)]) + paths + ["return"]).joined(separator: "; ")
    }
    func clause(_ patterns: [String], _ body: String) -> String {
      "    \(patterns.map { quoted($0, for: .bash) }.joined(separator: " | "))) \(body) ;;"
    }
    let first = tool.commands.map(\.name) + tool.shortcuts.flatMap(\.names)
    let values = tool.commands.flatMap { command in
      command.options.compactMap { option in
        option.parameter.map { clause(option.names.map { "\(command.name) \($0)" }, offer($0)) }
      }
    }
    let options = tool.commands.map { clause([$0.name], words($0.options.flatMap(\.names))) }
    let operands = tool.commands.compactMap { command in
      command.operands.parameter.map { clause([command.name], offer($0)) }
    }
    return """
      # \(tool.name) 的 bash 补全。载入：source <(\(tool.name) completion bash)
      _\(tool.name)_words() {
        local IFS=$' \\t\\n'
        COMPREPLY+=($(compgen -W "$1" -- "$current"))
      }
      _\(tool.name)_paths() {
        local IFS=$'\\n'
        COMPREPLY+=($(compgen "$1" -- "$current"))
        compopt -o filenames 2>/dev/null
      }
      _\(tool.name)() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
        COMPREPLY=()
        if ((COMP_CWORD == 1)); then
          \(words(first))
          return
        fi
        # --option=value comes as three words.
        if [[ $current == = ]]; then
          current=''
        elif [[ $previous == = ]]; then
          previous="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        case "${COMP_WORDS[1]} $previous" in
      \(values.joined(separator: "\n"))
        esac
        if [[ $current == -* ]]; then
          case "${COMP_WORDS[1]}" in
      \(options.joined(separator: "\n"))
          esac
        else
          case "${COMP_WORDS[1]}" in
      \(operands.joined(separator: "\n"))
          esac
        fi
      }
      complete -F _\(tool.name) \(tool.name)

      """
  }
}
