import Rendering
import Testing

@testable import juesuan

/// What the arguments ask for, without running anything.
@Suite struct CommandLineTests {
  private func name(_ command: Command) -> Command.Name? {
    if case .run(let name) = command.action { name } else { nil }
  }

  private func error(_ arguments: String...) -> [String?] {
    let error = #expect(throws: UsageError.self) { try Command(arguments) }
    return [error?.message, error?.hint]
  }

  @Test func everyOptionOfBuild() throws {
    let command = try Command([
      "build", "账", "-o", "公开", "--only", "html,csv", "--form=样.json", "--codes", "一.csv", "--codes=二.csv",
      "--templates",
      "模板", "-q", "--color",
    ])
    #expect(name(command) == .build)
    #expect(command.options.operands == ["账"])
    #expect(command.options.output == "公开")
    #expect(command.options.formats == [.html, .csv])
    #expect(command.options.form == "样.json")
    #expect(command.options.codes == ["一.csv", "二.csv"])
    #expect(command.options.templates == "模板")
    #expect(command.options.isQuiet)
    #expect(command.options.color == true)
  }

  @Test func whatIsNotTypedHasItsDefault() throws {
    let options = try Command(["build", "账"]).options
    #expect(options.output == nil && options.templates == nil && options.year == nil && options.format == nil)
    #expect(options.form == nil)
    #expect(options.codes == [])
    #expect(options.formats == Set(PackageContents.Format.allCases))
    #expect(options.color == nil && !options.isQuiet && !options.wantsHelp)
  }

  @Test func optionsMayStandAnywhere() throws {
    let command = try Command(["explain", "--form", "national", "账", "05.208.2", "--no-color", "01.27.1"])
    #expect(name(command) == .explain)
    #expect(command.options.operands == ["账", "05.208.2", "01.27.1"])
    #expect(command.options.color == false)
  }

  @Test func operandsThatLookLikeOptions() throws {
    #expect(try Command(["convert", "-", "--output=-"]).options.operands == ["-"])
    #expect(try Command(["convert", "--", "-账", "--", "--output"]).options.operands == ["-账", "--", "--output"])
    #expect(try Command(["convert", "x", "-o=a=b"]).options.output == "a=b")
  }

  @Test func valueOfAnOptionIsTakenAsItStands() throws {
    #expect(try Command(["build", "-o", "-q", "账"]).options.output == "-q")
  }

  @Test func yearAndFormat() throws {
    let options = try Command(["codes", "20138", "住房", "--year", "2023", "--format", "csv"]).options
    #expect(options.year == 2023)
    #expect(options.format == "csv")
    #expect(options.operands == ["20138", "住房"])
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpOfEverything(arguments: [String]) throws {
    guard case .help(nil) = try Command(arguments).action else { return #expect(Bool(false), "\(arguments)") }
  }

  @Test(arguments: [["help", "build"], ["--help", "build"], ["build", "--help"], ["build", "账", "-h", "-o", "公开"]])
  func helpOfACommand(arguments: [String]) throws {
    guard case .help(.build) = try Command(arguments).action else { return #expect(Bool(false), "\(arguments)") }
  }

  @Test func versionIsAsked() throws {
    guard case .version = try Command(["--version"]).action else { return #expect(Bool(false)) }
  }

  @Test func wrongUsage() {
    let general = "用法见 juesuan --help"
    let names = "new、build、preview、check、diff、explain、convert、rules、codes、schema"
    #expect(error() == ["没有命令，应是下列之一：\(names)。", general])
    #expect(error("建") == ["没有命令 建，应是下列之一：\(names)。", general])
    #expect(error("") == ["没有命令 ，应是下列之一：\(names)。", general])
    #expect(error("help", "建") == ["没有命令 建。", general])
    #expect(error("--version", "-x") == ["没有选项 -x。", general])
    let build = "用法见 juesuan build --help"
    #expect(error("build", "账", "--out", "公开") == ["没有选项 --out。", build])
    #expect(error("build", "账", "-x") == ["没有选项 -x。", build])
    #expect(error("build", "账", "--year", "2024") == ["没有选项 --year。", build])
    #expect(error("build", "账", "-o") == ["选项 -o 后面应有值。", build])
    #expect(error("build", "账", "--output=") == ["选项 --output 后面应有值。", build])
    #expect(error("build", "账", "--quiet=1") == ["选项 --quiet 不带值。", build])
    #expect(
      error("build", "账", "--only", "html,pdf") == ["--only 的值是“html,pdf”，应为以逗号隔开的下列格式：html、md、csv、json、xlsx。", build])
    #expect(error("build", "账", "--only", ",") == ["--only 没有给出格式，应如 html 或 html,csv。", build])
    for year in ["24", "二〇二四", "1989", "2100", "-2024"] {
      #expect(
        error("codes", "--year", year) == ["--year 的值是“\(year)”，应为四位数字的年度，如 2024。", "用法见 juesuan codes --help"])
    }
  }

  @Test func colorIsForTerminalsThatShowIt() {
    func shows(_ environment: [String: String], isTerminal: Bool = true) -> Bool {
      Terminal.showsColor(isTerminal: isTerminal) { environment[$0] }
    }
    #expect(shows([:]))
    #expect(shows(["TERM": "xterm-256color", "NO_COLOR": ""]))
    #expect(!shows([:], isTerminal: false))
    #expect(!shows(["NO_COLOR": "1"]))
    #expect(!shows(["NO_COLOR": "0"]))
    #expect(!shows(["TERM": "dumb"]))
  }
}

/// Help says what there is, and there is what help says.
@Suite struct HelpTests {
  /// The long options in a text.
  private func options(_ text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z]+(-[a-z]+)*/).map { String($0.output.0) })
  }

  /// Options of single commands that take no value.
  private static let flags: Set<String> = [
    "--draft", "--no-charts", "--notes", "--open", "--pdf", "--strict", "--watch",
  ]

  private let common: Set<String> = ["--quiet", "--color", "--no-color", "--help"]

  @Test(arguments: Command.Name.allCases)
  func everyOptionIsExplainedAndEveryExplainedOptionExists(name: Command.Name) throws {
    let text = Help.text(name)
    #expect(options(text) == name.options.union(common))
    for option in name.options {
      let value = ["--only": "html", "--year": "2024"][option] ?? "值"
      if Self.flags.contains(option) {
        #expect(throws: Never.self) { try Command([name.rawValue, option]) }
        #expect(throws: UsageError.self) { try Command([name.rawValue, option + "=值"]) }
        continue
      }
      #expect(throws: Never.self) { try Command([name.rawValue, option, value]) }
      #expect(throws: UsageError.self) { try Command([name.rawValue, option]) }
    }
    for option in common { #expect(throws: Never.self) { try Command([name.rawValue, option]) } }
    #expect(text.hasPrefix("juesuan \(name.rawValue)"))
    #expect(text.contains("例：juesuan \(name.rawValue)"))
  }

  @Test(arguments: ["national", "shanghai"])
  func helpNamesTheForms(name: String) { #expect(Help.text(.build).contains(name)) }

  @Test func shortOptionsAreTheirLongOnes() throws {
    #expect(Help.text(.build).contains("-o, --output") && Help.text(.convert).contains("-o, --output"))
    #expect(Help.text(.schema).contains("-q, --quiet") && Help.text(.schema).contains("-h, --help"))
    #expect(try Command(["schema", "-q"]).options.isQuiet)
    #expect(try Command(["schema", "-h"]).options.wantsHelp)
  }

  @Test func overviewListsEveryCommand() {
    let text = Help.text(nil)
    for name in Command.Name.allCases { #expect(text.contains("  juesuan \(name.rawValue) ")) }
    #expect(options(text) == ["--help", "--version"])
  }

  @Test func examplesAreUnderstood() throws {
    let examples = ([nil] + Command.Name.allCases).map { Help.text($0) }
      .flatMap { $0.split(separator: "\n") }
      .filter { $0.hasPrefix("例：") }
      .flatMap { $0.dropFirst(2).split(separator: "　　") }
    #expect(examples.count >= 5)
    for example in examples {
      let words = example.split(separator: " ").map(String.init)
      #expect(words.first == "juesuan")
      #expect(throws: Never.self) { try Command(Array(words.dropFirst())) }
    }
  }
}
