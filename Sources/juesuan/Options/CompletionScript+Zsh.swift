extension CompletionScript {
  static func zsh(_ tool: Tool) -> String {
    let first = tool.commands.map { quoted("\($0.name):\(escaped($0.abstract))", for: .zsh) }
    let shortcuts = tool.shortcuts.flatMap { names, command in
      names.map { quoted("\($0)[\(escaped(command.abstract))]", for: .zsh) }
    }
    let commands = tool.commands.map { command in
      let operands = command.operands.parameter.map { [quoted("*" + action(of: $0), for: .zsh)] } ?? []
      let specifications = command.options.flatMap(specifications(of:)) + operands
      return """
                \(command.name))
                  _arguments -S \\
                    \(specifications.joined(separator: " \\\n            "))
                  ;;
        """
    }
    return """
      #compdef \(tool.name)
      # \(tool.name) 的 zsh 补全。存为 $fpath 里的 _\(tool.name)，或载入：source <(\(tool.name) completion zsh)
      _\(tool.name)() {
        local context state state_descr line
        typeset -A opt_args
        local -a commands
        _arguments -C \\
          \((shortcuts + ["'1:命令:->command'", "'*::参数:->arguments'"]).joined(separator: " \\\n    "))
        case $state in
          command)
            commands=(
              \(first.joined(separator: "\n        "))
            )
            _describe -t commands 命令 commands
            ;;
          arguments)
            case $words[1] in
      \(commands.joined(separator: "\n"))
            esac
            ;;
        esac
      }
      if [[ $funcstack[1] == _\(tool.name) ]]; then
        _\(tool.name) "$@"
      else
        compdef _\(tool.name) \(tool.name)
      fi

      """
  }

  /// What `_arguments` is told of an option, once for each of its names.
  private static func specifications(of option: any OptionDeclaration) -> [String] {
    let others = option.repeats ? "*" : "(\(option.names.joined(separator: " ")))"
    return option.names.map { name in
      // `=` after a long name lets its value follow either sign.
      let value = option.parameter.map {
        (name.hasPrefix("--") ? "=" : "") + "[\(escaped(option.summary))]" + action(of: $0)
      }
      return quoted(others + name + (value ?? "[\(escaped(option.summary))]"), for: .zsh)
    }
  }

  /// A value's name, and what can be offered for it.
  private static func action(of parameter: Parameter) -> String {
    let words = parameter.words()
    let known = words.isEmpty ? nil : "(\(words.joined(separator: " ")))"
    let paths: String? =
      switch parameter.paths {
      case .none: nil
      case .files, .filesOrFolders: "_files"
      case .folders, .workFolders: "_files -/"
      }
    let action =
      switch (known, paths) {
      case (let known?, let paths?): " _alternative \"words\\:值\\:\(known)\" \"files\\:文件\\:\(paths)\""
      // A blank offers nothing, but shows what is expected.
      default: known ?? paths ?? " "
      }
    return ":\(escaped(parameter.name)):\(action)"
  }

  /// Signs that divide what `_arguments` is told.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += ("\\:[]".contains($1) ? "\\" : "") + String($1) }
  }
}
