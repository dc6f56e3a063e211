import Foundation
import TestSupport
import Testing

@testable import juesuan

/// The scripts that teach shells: every option is in them, and where the shell is there, it is offered.
@Suite struct CompletionTests {
  private static func script(_ shell: CompletionScript.Shell) -> String {
    CompletionScript(of: .juesuan, for: shell).script
  }

  /// The names of a command's options.
  private func names(_ command: Command) -> Set<String> { Set(command.options.flatMap(\.names)) }

  // MARK: What the scripts say, wherever the tests run

  @Test func bashKnowsEveryOption() throws {
    let lines = Self.script(.bash).split(separator: "\n")
    for command in Tool.juesuan.commands {
      let offered = lines.compactMap { line in
        line.wholeMatch(of: /\ +'([a-z]+)'\) _juesuan_words '([^']*--help[^']*)' ;;/).flatMap {
          $0.output.1 == command.name ? String($0.output.2) : nil
        }
      }
      #expect(offered.map { Set($0.split(separator: " ").map(String.init)) } == [names(command)], "\(command.name)")
    }
  }

  @Test func zshKnowsEveryOption() throws {
    let script = Self.script(.zsh)
    for command in Tool.juesuan.commands {
      #expect(script.contains("'\(command.name):\(command.abstract)'"))
      let opening = try #require(script.firstRange(of: "        \(command.name))\n"))
      let part = script[opening.upperBound...].prefix { $0 != ";" }
      let offered = part.matches(of: /'(?:\([^)]*\)|\*)(-[a-z-]+)=?\[/).map { String($0.output.1) }
      #expect(Set(offered) == names(command), "\(command.name)")
    }
  }

  @Test func fishKnowsEveryOption() throws {
    let lines = Self.script(.fish).split(separator: "\n")
    for command in Tool.juesuan.commands {
      let offered = lines.filter { $0.contains("'__juesuan_runs \(command.name)'") }.flatMap { line in
        line.matches(of: /\ -l ([a-z-]+)/).map { "--\($0.output.1)" }
          + line.matches(of: /\ -s ([a-z])/).map { "-\($0.output.1)" }
      }
      #expect(Set(offered) == names(command), "\(command.name)")
    }
  }

  @Test func commandPrintsTheScripts() throws {
    for shell in CompletionScript.Shell.allCases {
      let run = try Run("completion", shell.rawValue)
      #expect(run.status == 0 && run.errors == "" && run.text == Self.script(shell))
    }
    let none = try Run("completion", "zhs")
    #expect(none.status == 2 && none.output == [])
    #expect(none.errors.contains("没有 zhs 的补全，是不是 zsh？应为下列之一：bash、zsh、fish。"))
  }

  // MARK: What the shells offer, where they are

  private static let parts: [(words: [String], offered: Set<String>)] = [
    (["co"], Set(Tool.juesuan.commands.map(\.name).filter { $0.hasPrefix("co") })),
    (["check", "--format", ""], ["text", "json", "sarif", "csv", "md", "html", "xlsx", "docx"]),
    (["rules", "--format", "j"], ["json"]),
    (["build", "--only", ""], ["html", "md", "csv", "json", "xlsx", "docx"]),
    (["check", "--form", "n"], ["national", "neimenggu"]),
    (["completion", ""], ["bash", "zsh", "fish"]),
    (["help", "exp"], ["explain"]),
    (["rules", ""], []),
    (["codes", "--year", ""], []),
    (["check", "有"], ["有 空格.csv"]),
    (["check", "账"], ["账", "账.json"]),
    (["build", "x", "-o", "账"], ["账"]),
  ]

  /// A folder with files to be offered.
  private func inputs() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["账.json", "有 空格.csv", "账/收入.csv"] { try folder.write([], to: name) }
    return folder
  }

  @Test(.enabled(if: OtherProgram.path("bash") != nil, "no bash on PATH"))
  func bashOffers() throws {
    let folder = try inputs()
    // Bash takes `--format=` apart before a completion sees it.
    let parts =
      Self.parts + [(["check", "--format", "="], ["text", "json", "sarif", "csv", "md", "html", "xlsx", "docx"])]
      + [(["check", "--format", "=", "js"], ["json"])]
      + Tool.juesuan.commands.map { ([$0.name, "-"], names($0)) }
    let script =
      Self.script(.bash)
      + parts.map { words, _ in
        "COMP_WORDS=(juesuan \(words.map { "'\($0)'" }.joined(separator: " "))); COMP_CWORD=\(words.count); _juesuan; "
          + "(IFS='|'; echo \"${COMPREPLY[*]}\")\n"
      }.joined()
    let run = try OtherProgram("bash", ["--norc"], input: script, in: URL(filePath: folder.path))
    #expect(run.status == 0 && run.errors == "")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    try #require(lines.count == parts.count)
    for (line, part) in zip(lines, parts) {
      #expect(Set(line.split(separator: "|").map(String.init)) == part.offered, "\(part.words)")
    }
  }

  @Test(.enabled(if: OtherProgram.path("fish") != nil, "no fish on PATH"))
  func fishOffers() throws {
    let folder = try inputs()
    let parts =
      Self.parts + [(["check", "--format=js"], ["--format=json"])]
      + Tool.juesuan.commands.map { ([$0.name, "-"], names($0)) }
    let script =
      Self.script(.fish)
      + parts.map { words, _ in "complete -C 'juesuan \(words.joined(separator: " "))'; echo ==\n" }.joined()
    let run = try OtherProgram("fish", ["--no-config"], input: script, in: URL(filePath: folder.path))
    #expect(run.status == 0 && run.errors == "")
    let answers = run.output.split(separator: "==\n", omittingEmptySubsequences: false).dropLast()
    try #require(answers.count == parts.count)
    for (answer, part) in zip(answers, parts) {
      // A folder ends with a slash, and an explanation follows a tab.
      let offered = answer.split(separator: "\n").map { $0.prefix { $0 != "\t" } }.map {
        String($0.last == "/" ? $0.dropLast() : $0)
      }
      #expect(Set(offered) == part.offered, "\(part.words)")
    }
  }

  /// Zsh completes only where it edits a line: a shell of its own is typed into, and tells what it would offer.
  private static let zshProbe = """
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell 'PROMPT=; autoload -Uz compinit && compinit -u -D; . ./_juesuan
    compadd() { local -a hits; builtin compadd -A hits "$@"; print -rl -- $hits >> offered; builtin compadd "$@" }
    probe() { _main_complete; print -r -- . >> offered; compstate[list]=; compstate[insert]= }
    zle -C probe complete-word probe; bindkey "^I" probe; : > offered'
    until [[ -e offered ]] { zpty -r -t shell; sleep 0.05 } >/dev/null
    count=0
    while IFS= read -r line; do
      zpty -w -n shell "$line"$'\\t'
      ((count++))
      until (( $(grep -cx "[.]" offered) >= count )) { zpty -r -t shell; sleep 0.02 } >/dev/null
      zpty -w -n shell $'\\C-u'
    done
    zpty -d shell
    cat offered
    """

  @Test(.enabled(if: OtherProgram.path("zsh") != nil && OtherProgram.path("timeout") != nil, "no zsh on PATH"))
  func zshOffers() throws {
    let folder = try inputs()
    try folder.write(Self.script(.zsh).utf8, to: "_juesuan")
    try folder.write(Self.zshProbe.utf8, to: "probe.zsh")
    // Where no operand can follow, zsh offers the options instead.
    let parts =
      Self.parts.filter { $0.words != ["rules", ""] } + [(["check", "--format=js"], ["json"])]
      + Tool.juesuan.commands.map { ([$0.name, "-"], names($0)) }
    let lines = parts.map { words, _ in "juesuan " + words.joined(separator: " ") + "\n" }.joined()
    let run = try OtherProgram(
      "timeout", ["60", "zsh", "-f", "probe.zsh"], input: lines, in: URL(filePath: folder.path))
    #expect(run.status == 0 && run.errors == "")
    let answers = run.output.split(separator: ".\n", omittingEmptySubsequences: false).dropLast()
    try #require(answers.count == parts.count)
    for (answer, part) in zip(answers, parts) {
      let offered = answer.split(separator: "\n").map { String($0.replacing("\\", with: "")) }
      #expect(Set(offered) == part.offered, "\(part.words)")
    }
  }
}
