import Disclosing
import Testing

@testable import juesuan

/// What the arguments ask for, without running anything.
@Suite struct CommandLineTests {
  private func request(_ words: String...) throws -> Tool.Request { try Tool.juesuan.request(words) }

  /// What was typed of an option whose value is taken as it stands.
  private func value(_ name: String, _ request: Tool.Request) -> String? {
    request.arguments[Option.value(name, of: Parameter(""), help: "")]
  }

  private func error(_ words: String...) -> [String?] {
    let error = #expect(throws: UsageError.self) { try Tool.juesuan.request(words) }
    return [error?.message, error?.hint]
  }

  @Test func optionsOfBuild() throws {
    let request = try request(
      "build", "账", "-o", "公开", "--only", "html,csv", "--form=样.json", "--codes", "一.csv", "--codes=二.csv",
      "--templates", "模板", "-q", "--color", "--no-charts")
    let arguments = request.arguments
    #expect(request.command.name == "build")
    #expect(arguments.operands == ["账"])
    #expect(value("-o", request) == nil && value("--output", request) == "公开")
    #expect(arguments[.form] == "样.json")
    #expect(arguments[.codes] == ["一.csv", "二.csv"])
    #expect(arguments[.templates] == "模板")
    #expect(arguments[.quiet] && arguments[.noCharts])
    #expect(arguments[.color] == true)
    let choices = try arguments.choices
    #expect(choices.form == "样.json" && choices.codes == ["一.csv", "二.csv"] && choices.templates == "模板")
    #expect(!choices.hasCharts && choices.assumed.isEmpty)
  }

  @Test func whatIsNotTypedHasItsDefault() throws {
    let arguments = try request("build", "账", "-o", "公开").arguments
    #expect(arguments[.templates] == nil && arguments[.form] == nil && arguments[.prior] == nil)
    #expect(arguments[.codes] == [] && arguments[.assume] == [])
    #expect(arguments[.color] == nil)
    #expect(!arguments[.quiet] && !arguments[.help] && !arguments[.noCharts])
    #expect(try arguments.choices.hasCharts)
  }

  @Test func theLastOfTwoCounts() throws {
    #expect(try request("check", "账", "--form", "一", "--form=二").arguments[.form] == "二")
    #expect(try request("check", "账", "--color", "--no-color").arguments[.color] == false)
    #expect(try request("check", "账", "--no-color", "--color").arguments[.color] == true)
    #expect(
      try request("check", "账", "--assume", "X16, X17", "--assume=X18").arguments[.assume] == ["X16", "X17", "X18"])
  }

  @Test func optionsMayStandAnywhere() throws {
    let request = try request("explain", "--form", "national", "账", "05.208.2", "--no-color", "01.27.1")
    #expect(request.command.name == "explain")
    #expect(request.arguments.operands == ["账", "05.208.2", "01.27.1"])
    #expect(request.arguments[.color] == false)
  }

  @Test func operandsThatLookLikeOptions() throws {
    #expect(try request("convert", "-", "--output=-").arguments.operands == ["-"])
    #expect(try request("check", "--", "-账", "--", "--output").arguments.operands == ["-账", "--", "--output"])
    #expect(try value("--output", request("convert", "x", "-o=a=b")) == "a=b")
  }

  @Test func valueOfAnOptionIsTakenAsItStands() throws {
    #expect(try value("--output", request("build", "-o", "-q", "账")) == "-q")
    #expect(try !request("build", "-o", "-q", "账").arguments[.quiet])
  }

  @Test func yearAndFormat() throws {
    let request = try request("codes", "20138", "住房", "--year", "2023", "--format", "csv")
    #expect(value("--year", request) == "2023" && value("--format", request) == "csv")
    #expect(request.arguments.operands == ["20138", "住房"])
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpOfEverything(words: [String]) throws {
    let request = try Tool.juesuan.request(words)
    #expect(request.command.name == "help" && request.arguments.operands == [])
  }

  /// Help is given even where the rest of the line is not yet right.
  @Test(arguments: [
    ["help", "build"], ["--help", "build"], ["build", "--help"], ["build", "账", "-h", "-o", "公开"],
    ["build", "--only", "没有", "-h"],
  ])
  func helpOfACommand(words: [String]) throws {
    let request = try Tool.juesuan.request(words)
    #expect(request.command.name == "help" && request.arguments.operands == ["build"])
  }

  @Test(arguments: [["--version"], ["version"], ["--version", "-q"]])
  func versionIsAsked(words: [String]) throws {
    #expect(try Tool.juesuan.request(words).command.name == "version")
  }

  private let names = Tool.juesuan.commands.map(\.name).joined(separator: "、")

  @Test func wrongUsage() {
    let general = "用法见 juesuan --help"
    #expect(error() == ["没有命令，应为下列之一：\(names)。", general])
    #expect(error("建") == ["没有命令 建，应为下列之一：\(names)。", general])
    #expect(error("") == ["没有命令 ，应为下列之一：\(names)。", general])
    #expect(error("-q", "check", "账") == ["选项 -q 应写在命令的后面。", general])
    #expect(error("-x") == ["代替命令的选项没有 -x，应为下列之一：-h、--help、--version。", general])
    #expect(error("--version", "-x") == ["没有选项 -x。", "用法见 juesuan version --help"])
    #expect(error("rules", "甲") == ["给了 1 个参数，应为：没有参数。", "用法见 juesuan rules --help"])
    let build = "用法见 juesuan build --help"
    #expect(error("build", "账", "-x") == ["没有选项 -x。", build])
    #expect(error("build", "账", "--year", "2024") == ["没有选项 --year。", build])
    #expect(error("build", "账") == ["没有输出目录，应以 -o 给出，如 -o 决算公开。", build])
    #expect(error("build", "-o", "公开") == ["给了 0 个参数，应为：一个账（工作簿、目录或 JSON 文件）。", build])
    #expect(error("build", "账", "-o") == ["选项 -o 后面应有值。", build])
    #expect(error("build", "账", "--output=") == ["选项 --output 后面应有值。", build])
    #expect(error("build", "账", "--quiet=1") == ["选项 --quiet 不带值。", build])
    #expect(
      error("build", "账", "-o", "公开", "--only", "html,pdf")
        == ["--only 里有“pdf”，应为下列之一：html、md、csv、json、xlsx、docx。", build])
    #expect(
      error("build", "账", "-o", "公开", "--only", ",") == ["--only 没有给出格式，应如 html 或 html,csv。", build])
    for year in ["24", "二〇二四", "1989", "2100", "-2024"] {
      #expect(
        error("codes", "--year", year) == ["--year 的值是“\(year)”，应为四位数字的年度，如 2024。", "用法见 juesuan codes --help"])
    }
  }

  @Test func whatIsMistypedIsAnsweredWithTheNearest() {
    #expect(error("chekc")[0] == "没有命令 chekc，是不是 check？应为下列之一：\(names)。")
    #expect(error("--verison")[0] == "代替命令的选项没有 --verison，是不是 --version？应为下列之一：-h、--help、--version。")
    #expect(error("build", "账", "--out", "公开")[0] == "没有选项 --out，是不是 --output？")
    #expect(error("check", "账", "--fromat=json")[0] == "没有选项 --fromat，是不是 --format？")
    #expect(
      error("check", "账", "--format", "jsno")[0]
        == "--format 的值是“jsno”，是不是 json？应为下列之一：text、json、sarif、csv、md、html、xlsx、docx。")
    #expect(
      error("build", "账", "-o", "公开", "--only", "htlm")[0]
        == "--only 里有“htlm”，是不是 html？应为下列之一：html、md、csv、json、xlsx、docx。")
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
