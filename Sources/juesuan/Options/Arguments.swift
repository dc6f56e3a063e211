import Accounts
import Rendering

/// What was typed on the command line, sorted into options and operands.
struct Options {
  /// 账 or addresses, in the order typed.
  var operands: [String] = []
  /// `-o`, `--output`.
  var output: String?
  /// `--from`: last year's ledger.
  var from: String?
  /// `--templates`.
  var templates: String?
  /// `--codes`, in the order typed.
  var codes: [String] = []
  /// `--form`; nil when it was not typed.
  var form: String?
  /// `--only`.
  var formats: Set<PackageContents.Format> = Set(PackageContents.Format.allCases)
  /// `--year`.
  var year: Int?
  /// `--format`.
  var format: String?
  /// `--draft`.
  var isDraft = false
  /// `--watch`.
  var isWatching = false
  /// `--open`.
  var opens = false
  /// `--pdf`.
  var wantsPDF = false
  /// `--prior`: last year's ledger or disclosure.
  var prior: String?
  /// `--no-charts`.
  var hasNoCharts = false
  /// `--waivers`.
  var waivers: String?
  /// `--assume`: ids of rules whose condition the user knows to hold.
  var assumed: [String] = []
  /// `--strict`.
  var isStrict = false
  /// `--notes`.
  var showsNotes = false
  /// `--color`, `--no-color`; nil when neither was typed.
  var color: Bool?
  /// `--quiet`.
  var isQuiet = false
  /// `-h`, `--help`.
  var wantsHelp = false

  /// An option and whether a value follows it.
  private enum Option: String, CaseIterable {
    case output = "--output"
    case from = "--from"
    case templates = "--templates"
    case codes = "--codes"
    case form = "--form"
    case only = "--only"
    case year = "--year"
    case format = "--format"
    case draft = "--draft"
    case watch = "--watch"
    case open = "--open"
    case pdf = "--pdf"
    case prior = "--prior"
    case noCharts = "--no-charts"
    case waivers = "--waivers"
    case assume = "--assume"
    case strict = "--strict"
    case notes = "--notes"
    case color = "--color"
    case noColor = "--no-color"
    case quiet = "--quiet"
    case help = "--help"

    var takesValue: Bool {
      switch self {
      case .output, .from, .templates, .codes, .form, .only, .year, .format, .prior, .waivers, .assume: true
      case .draft, .pdf, .watch, .open, .noCharts, .strict, .notes, .color, .noColor, .quiet, .help: false
      }
    }

    /// Whether every command takes it.
    var isCommon: Bool { [.color, .noColor, .quiet, .help].contains(self) }

    static let short = ["-o": Option.output, "-q": .quiet, "-h": .help]
  }

  /// Sorts the arguments of one command; `accepted` are the long names of the options it takes besides the common ones.
  init(_ arguments: [String], for command: String?, accepting accepted: Set<String>) throws(UsageError) {
    var rest = arguments[...]
    var onlyOperands = false
    while let argument = rest.popFirst() {
      if argument == "--", !onlyOperands {
        onlyOperands = true
        continue
      }
      guard !onlyOperands, argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = parts[0]
      guard let option = Option(rawValue: name) ?? Option.short[name],
        option.isCommon || accepted.contains(option.rawValue)
      else { throw UsageError("没有选项 \(name)。", command: command) }
      guard option.takesValue else {
        guard parts.count == 1 else { throw UsageError("选项 \(name) 不带值。", command: command) }
        set(option)
        continue
      }
      guard let value = parts.count == 2 ? parts[1] : rest.popFirst(), !value.isEmpty else {
        throw UsageError("选项 \(name) 后面应有值。", command: command)
      }
      try set(option, value, command)
    }
  }

  private mutating func set(_ option: Option) {
    switch option {
    case .draft: isDraft = true
    case .watch: isWatching = true
    case .open: opens = true
    case .pdf: wantsPDF = true
    case .noCharts: hasNoCharts = true
    case .color: color = true
    case .noColor: color = false
    case .quiet: isQuiet = true
    case .help: wantsHelp = true
    case .strict: isStrict = true
    case .notes: showsNotes = true
    default: break
    }
  }

  private mutating func set(_ option: Option, _ value: String, _ command: String?) throws(UsageError) {
    switch option {
    case .output: output = value
    case .from: from = value
    case .templates: templates = value
    case .codes: codes.append(value)
    case .form: form = value
    case .format: format = value
    case .prior: prior = value
    case .waivers: waivers = value
    case .assume: assumed += value.split(separator: ",").map { String($0).trimmed }
    case .year:
      guard let year = Int(value), (1990...2099).contains(year) else {
        throw UsageError("--year 的值是“\(value)”，应为四位数字的年度，如 2024。", command: command)
      }
      self.year = year
    case .only:
      formats = []
      for name in value.split(separator: ",") {
        guard let format = PackageContents.Format(rawValue: String(name)) else {
          let names = PackageContents.Format.allCases.map(\.rawValue).joined(separator: "、")
          throw UsageError("--only 的值是“\(value)”，应为以逗号隔开的下列格式：\(names)。", command: command)
        }
        formats.insert(format)
      }
      guard !formats.isEmpty else { throw UsageError("--only 没有给出格式，应如 html 或 html,csv。", command: command) }
    case .draft, .pdf, .watch, .open, .noCharts, .strict, .notes, .color, .noColor, .quiet, .help: break
    }
  }
}

/// Arguments that make no command.
struct UsageError: Error {
  /// What is wrong, in Chinese.
  let message: String
  /// Where to read on.
  let hint: String

  init(_ message: String, command: String? = nil) {
    self.message = message
    hint = "用法见 juesuan \(command.map { $0 + " " } ?? "")--help"
  }
}
