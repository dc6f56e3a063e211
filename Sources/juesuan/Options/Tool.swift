import Accounts
import System

/// The tool as its users meet it: its name, what it says of itself, and its commands.
struct Tool: Sendable {
  let name: String
  /// Its name in Chinese.
  let title: String
  let version: String
  /// What it does, in one sentence without a full stop.
  let abstract: String
  /// What all commands have in common, paragraph by paragraph.
  let discussion: [String]
  /// How a run ends, and what that means.
  let exitStatuses: [(status: ExitStatus, meaning: String)]
  /// The variables of the environment it looks at, and what for.
  let environment: [(name: String, meaning: String)]
  /// The commands, in the order in which help lists them.
  let commands: [Command]
  /// The options that may stand in a command's place, and the command each asks for.
  let shortcuts: [(names: [String], command: Command)]

  /// Its name, its version and the commit it is built from: `juesuan 0.1.0 (0123456789ab)`.
  var fullVersion: String { "\(name) \(version)" + (commit.map { " (\($0))" } ?? "") }

  /// A command, and what was typed for it.
  struct Request {
    let command: Command
    let arguments: Arguments
  }

  /// What a command line asks for: a value, so that reading it can be tested without running anything.
  func request(_ words: [String]) throws(UsageError) -> Request {
    guard let first = words.first else {
      throw UsageError("没有命令，应为下列之一：\(commands.map(\.name).joined(separator: "、"))。")
    }
    let shortcut = shortcuts.first { $0.names.contains(first) }
    let command = if let shortcut { shortcut.command } else { try command(named: first) }
    let arguments = try Arguments(Array(words.dropFirst()), for: command)
    if arguments[.help] { return Request(command: .help, arguments: arguments.replacing(operands: [command.name])) }
    try arguments.check(for: command)
    return Request(command: command, arguments: arguments)
  }

  /// The command with a name; where there is none, throws an error that suggests the nearest name.
  func command(named name: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    guard name.hasPrefix("-") else {
      throw UsageError("没有命令 \(name)", insteadOf: name, commands.map(\.name))
    }
    guard Command.commonOptions.contains(where: { $0.names.contains(name) }) else {
      throw UsageError("代替命令的选项没有 \(name)", insteadOf: name, shortcuts.flatMap(\.names))
    }
    throw UsageError("选项 \(name) 应写在命令的后面。")
  }

  /// Does what a command line asks for, and tells what went wrong.
  func run(_ words: [String]) -> ExitStatus {
    let request: Request
    do { request = try self.request(words) } catch {
      return Terminal(color: nil, isQuiet: false).report(error)
    }
    var terminal = Terminal(color: request.arguments[.color], isQuiet: request.arguments[.quiet])
    do {
      let record = WrittenFiles.ofUser { name in getenv(name).map { PathBytes.text(ofCString: $0) } }
      terminal.output = try Output(of: request, record: record)
      terminal.otherFiles = try Output.otherFiles(of: request, record: record)
      return try request.command.run(request.arguments, terminal)
    } catch let error as UsageError {
      return terminal.report(error.of(request.command))
    } catch let error as UnusableInput {
      return terminal.report(error)
    } catch {
      return terminal.report(describe(error))
    }
  }
}
