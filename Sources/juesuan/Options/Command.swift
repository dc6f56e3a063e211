/// One command (命令), declared once: its name, what it takes, what is said of it, and what it does.
struct Command: Sendable {
  let name: String
  /// What it does, in one line without a full stop.
  let abstract: String
  let operands: Operands
  /// The options it takes, besides those that every command takes.
  let ownOptions: [any OptionDeclaration]
  /// What else there is to know, paragraph by paragraph.
  let discussion: [String]
  /// Command lines that can be typed so.
  let examples: [String]
  /// Whether its output never replaces a ledger in which something is filled in.
  let sparesLedgers: Bool
  /// Whether a folder that it writes is a ledger of CSV files.
  let writesLedgers: Bool
  /// Does what was asked for; throws what the program could not do.
  let run: @Sendable (Arguments, Terminal) throws -> ExitStatus

  init<each Value>(
    _ name: String, _ abstract: String, operands: Operands = .none, options: repeat Option<each Value>,
    discussion: [String] = [], examples: [String], sparesLedgers: Bool = false, writesLedgers: Bool = false,
    run: @escaping @Sendable (Arguments, Terminal) throws -> ExitStatus
  ) {
    self.name = name
    self.abstract = abstract
    self.operands = operands
    var own: [any OptionDeclaration] = []
    for option in repeat each options { own.append(option) }
    ownOptions = own
    self.discussion = discussion
    self.examples = examples
    self.sparesLedgers = sparesLedgers
    self.writesLedgers = writesLedgers
    self.run = run
  }

  /// The options that every command takes.
  static let commonOptions: [any OptionDeclaration] = [
    Option<Bool>.quiet, Option<Bool?>.color, Option<Bool>.help,
  ]

  /// All options it takes.
  var options: [any OptionDeclaration] { ownOptions + Self.commonOptions }

  /// What has to be typed after the name of the tool: `build 账 -o 目录`.
  var synopsis: String {
    let required = ownOptions.filter(\.isRequired).map { "\($0.names[0]) \($0.parameter?.name ?? "")" }
    return ([name] + (operands.parameter.map { [$0.name] } ?? []) + required).joined(separator: " ")
  }
}

/// The operands (参数) of a command: what is typed without an option before it.
struct Operands {
  /// How many there must be.
  let count: ClosedRange<Int>
  /// How they stand in the synopsis, and what a shell completes them with; nil where there are none.
  let parameter: Parameter?
  /// What they are, for who gave too few or too many.
  let words: String

  init(_ count: ClosedRange<Int>, _ parameter: Parameter?, _ words: String) {
    self.count = count
    self.parameter = parameter
    self.words = words
  }

  /// No operands.
  static let none = Operands(0...0, nil, "没有参数")
  /// One ledger.
  static let ledger = Operands(1...1, Parameter("账", .files), "一个账（工作簿、目录或 JSON 文件）")
}
