/// The manual page (手册页) as troff source with the `man` macros, which `man` and `groff -man -Kutf8 -Tutf8` set.
struct ManualPage {
  let text: String

  init(on tool: Tool) {
    var lines = [
      Self.preamble, ".TH \(tool.name.uppercased()) 1 \"\" \"\(tool.name) \(tool.version)\" \"\(tool.title)\"",
    ]
    lines += [".SH 名称", "\(tool.name) \\- \(Self.escaped(tool.abstract))"]
    lines += [".SH 概要", "\\fB\(tool.name)\\fR 命令 [选项]"]
    for (names, _) in tool.shortcuts {
      lines += [".br", "\\fB\(tool.name)\\fR " + names.map(Self.bold).joined(separator: " | ")]
    }
    lines += [".SH 说明"] + tool.discussion.flatMap { [".PP", Self.line($0)] }
    lines += [".SH 命令"] + tool.commands.flatMap { Self.section(on: $0, of: tool) }
    lines += [".SH 通用选项"] + Command.commonOptions.flatMap(Self.entry(on:))
    lines += [".SH 结束状态"] + tool.exitStatuses.flatMap { Self.entry(String($0.status.rawValue), $0.meaning) }
    lines += [".SH 环境变量"] + tool.environment.flatMap { Self.entry(Self.bold($0.name), $0.meaning) }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// Chinese has no spaces between words: a line may end between any two characters, but not before a closing mark or
  /// after an opening one. Programs that do not know these requests pass over them.
  private static let preamble = #"""
    .nh
    .ad l
    .class [opening] \[uFF08] \[u201C] \[u300A] \[u300C] \[u3010]
    .class [closing] \[uFF0C] \[u3002] \[u3001] \[uFF1B] \[uFF1A] \[uFF01] \[uFF1F] \[uFF09] \[u201D] \[u300B] \[u300D]
    .class [character] \[u3400]-\[u4DBF] \[u4E00]-\[u9FFF]
    .cflags 266 \C'[opening]'
    .cflags 128 \C'[closing]'
    .cflags 512 \C'[character]'
    """#

  private static func section(on command: Command, of tool: Tool) -> [String] {
    var lines = [".SS \(command.name)", bold("\(tool.name) \(command.synopsis)") + " [选项]"]
    lines += ([command.abstract + "。"] + command.discussion).flatMap { [".PP", line($0)] }
    lines += command.ownOptions.flatMap(entry(on:))
    lines += [".PP", "例：", ".PP", ".nf", ".RS 4"] + command.examples.map(line) + [".RE", ".fi"]
    return lines
  }

  private static func entry(on option: any OptionDeclaration) -> [String] {
    let value = option.parameter.map { " \\fI\(escaped($0.name))\\fR" } ?? ""
    return entry(option.names.map(bold).joined(separator: ", ") + value, option.explanation)
  }

  /// A term, already in troff, and what it means.
  private static func entry(_ term: String, _ meaning: String) -> [String] { [".TP", term, line(meaning)] }

  private static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

  /// A text as a line of its own, which must not begin like a request.
  private static func line(_ text: String) -> String {
    (text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : "") + escaped(text)
  }

  /// A backslash begins what troff obeys, and a bare hyphen may be set as another sign than the one people type.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }
}
