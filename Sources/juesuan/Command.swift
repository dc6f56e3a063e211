import Accounts
import Disclosing
import Rendering
import System

/// What a command line asks for: a value, so that reading it can be tested without running anything.
struct Command {
  /// The commands, in the order in which help lists them.
  enum Name: String, CaseIterable {
    case new, build, preview, check, diff, explain, convert, rules, codes, schema

    /// The long options the command takes besides `--help`, `--quiet`, `--color` and `--no-color`.
    var options: Set<String> {
      switch self {
      case .new: ["--output", "--from", "--codes", "--form"]
      case .build:
        ["--output", "--draft", "--pdf", "--prior", "--no-charts", "--templates", "--codes", "--form", "--only"]
      case .preview:
        [
          "--output", "--prior", "--open", "--watch", "--waivers", "--assume", "--no-charts", "--templates", "--codes",
          "--form",
        ]
      case .check:
        ["--format", "--output", "--strict", "--waivers", "--assume", "--notes", "--prior", "--codes", "--form"]
      case .diff: ["--format", "--output", "--codes", "--form"]
      case .explain: ["--codes", "--form"]
      case .convert: ["--output", "--codes"]
      case .rules: ["--format"]
      case .codes: ["--codes", "--year", "--format"]
      case .schema: ["--format"]
      }
    }
  }

  /// What to do.
  enum Action {
    case run(Name)
    case help(Name?)
    case version
  }

  let action: Action
  let options: Options

  init(_ arguments: [String]) throws(UsageError) {
    guard let first = arguments.first else {
      throw UsageError("没有命令，应是下列之一：\(Name.allCases.map(\.rawValue).joined(separator: "、"))。")
    }
    switch first {
    case "--version":
      action = .version
      options = try Options(Array(arguments.dropFirst()), for: nil, accepting: [])
    case "--help", "-h", "help":
      let topic = arguments.dropFirst().first
      guard topic == nil || topic.flatMap(Name.init) != nil else { throw UsageError("没有命令 \(topic ?? "")。") }
      action = .help(topic.flatMap(Name.init))
      options = try Options([], for: nil, accepting: [])
    default:
      guard let name = Name(rawValue: first) else {
        throw UsageError("没有命令 \(first)，应是下列之一：\(Name.allCases.map(\.rawValue).joined(separator: "、"))。")
      }
      options = try Options(Array(arguments.dropFirst()), for: first, accepting: name.options)
      action = options.wantsHelp ? .help(name) : .run(name)
    }
  }

  /// Does what was asked for.
  func run(_ terminal: Terminal) -> ExitStatus {
    do {
      switch action {
      case .version: try terminal.print("juesuan \(version)")
      case .help(let name): try terminal.print(Help.text(name))
      case .run(.new): return try new(terminal)
      case .run(.build): return try build(terminal)
      case .run(.preview): return try preview(terminal)
      case .run(.check): return try check(terminal)
      case .run(.diff): return try diff(terminal)
      case .run(.explain): return try explain(terminal)
      case .run(.convert): return try convert(terminal)
      case .run(.rules): return try rules(terminal)
      case .run(.codes): return try codes(terminal)
      case .run(.schema): return try schema(terminal)
      }
      return .success
    } catch let error as UsageError {
      return terminal.report(error)
    } catch let error as UnusableInput {
      return terminal.report(error)
    } catch {
      return terminal.report(describe(error))
    }
  }

  /// The format of `--format`, one of those the command writes; text unless asked otherwise.
  func format(_ names: [String]) throws(UsageError) -> String {
    let format = options.format ?? "text"
    guard names.contains(format) else {
      throw UsageError(
        "--format 的值是“\(format)”，应为下列之一：\(names.joined(separator: "、"))。", command: nameOfRun)
    }
    return format
  }

  /// What was chosen for composing and reading disclosures.
  var choices: Choices {
    var choices = Choices()
    choices.form = options.form
    choices.codes = options.codes
    choices.templates = options.templates
    choices.hasCharts = !options.hasNoCharts
    return choices
  }

  /// Writes a result to the file of `--output`, or to standard output; says so where it is a file.
  func write(_ bytes: [UInt8], _ terminal: Terminal) throws {
    if let output = options.output, output != "-" {
      try WholeFile(output).write(bytes)
      terminal.note("已写出 \(output)。")
    } else {
      try terminal.print(bytes: bytes)
    }
  }

  private var nameOfRun: String? { if case .run(let name) = action { name.rawValue } else { nil } }

  /// The operands, of which there must be as many as the command takes.
  func operands(_ count: ClosedRange<Int>, _ names: String) throws(UsageError) -> [String] {
    guard count.contains(options.operands.count) else {
      throw UsageError(
        "给了 \(options.operands.count) 个参数，应为：\(names)。", command: nameOfRun)
    }
    return options.operands
  }
}

/// The version of the tool; a changed identity, tolerance or format raises it.
let version = "0.1.0"
