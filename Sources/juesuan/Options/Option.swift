/// One option of the command line (选项), declared once: how it is typed, what it means, and how its value is read.
///
/// Parsing, `--help`, the shells' completion and the manual page all come from this value.
struct Option<Value: Sendable>: OptionDeclaration {
  let names: [String]
  let parameter: Parameter?
  let help: String
  let isRequired: Bool
  let repeats: Bool
  /// Whether the words behind its value belong to it too, as far as the next option.
  let takesMany: Bool
  /// Reads what was typed of the option, in the order typed and empty when it was not; throws what is wrong with it.
  let read: @Sendable ([Typed]) throws(UsageError) -> Value

  init(
    _ names: [String], of parameter: Parameter? = nil, help: String, isRequired: Bool = false, repeats: Bool = false,
    takesMany: Bool = false, read: @escaping @Sendable ([Typed]) throws(UsageError) -> Value
  ) {
    self.names = names
    self.parameter = parameter
    self.help = help
    self.isRequired = isRequired
    self.repeats = repeats
    self.takesMany = takesMany
    self.read = read
  }

  /// The same option, with other words of help where a command uses it in a way of its own.
  func saying(_ help: String) -> Option {
    Option(names, of: parameter, help: help, isRequired: isRequired, repeats: repeats, takesMany: takesMany, read: read)
  }

  func check(_ typed: [Typed]) throws(UsageError) { _ = try read(typed) }
}

/// An option whatever its value is: what is needed to find it among the arguments and to tell people of it.
protocol OptionDeclaration: Sendable {
  /// What it can be typed as, `-o` before `--output`; never empty.
  var names: [String] { get }
  /// The value that follows it; nil where none does.
  var parameter: Parameter? { get }
  /// What it does, in Chinese; its first clause, up to “；” or “：”, can stand alone.
  var help: String { get }
  /// Whether a command that takes it cannot do without.
  var isRequired: Bool { get }
  /// Whether it means more to type it again; where it does not, the last time counts.
  var repeats: Bool { get }
  /// Whether the words behind its value belong to it too, as far as the next option.
  var takesMany: Bool { get }

  /// Throws what is wrong with what was typed of it.
  func check(_ typed: [Typed]) throws(UsageError)
}

extension OptionDeclaration {
  /// Its first long name, which tells it from other options.
  var name: String { names.first { $0.hasPrefix("--") } ?? names[0] }

  /// How it is typed: `-o, --output 文件`.
  var synopsis: String { names.joined(separator: ", ") + (parameter.map { " " + $0.name } ?? "") }

  /// What it does, and that it can be repeated where it can.
  var explanation: String { help + (repeats ? "；可给多次" : "") }

  /// What it does in one clause.
  var summary: String { String(help.prefix { !"；：".contains($0) }) }
}

/// What an option's value, or an operand, is: its name in help, and what a shell completes it with.
struct Parameter {
  let name: String
  /// Words it can be, asked for only when a completion script is written.
  let words: @Sendable () -> [String]
  /// Files or folders it can be.
  let paths: Paths
  /// Whether the run writes there; where it does not, it reads there.
  let isOutput: Bool

  /// What of a file system a shell offers.
  enum Paths {
    case none, files, folders
    /// Either; an output is a folder where its name does not end as a file's.
    case filesOrFolders
    /// A folder for results that runs add to one after the other.
    case workFolders
  }

  init(
    _ name: String, _ paths: Paths = .none, isOutput: Bool = false, words: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.name = name
    self.paths = paths
    self.isOutput = isOutput
    self.words = words
  }
}

/// One time an option was typed: by which of its names, and with which value; the value is empty where it takes none.
struct Typed {
  let name: String
  let value: String
}

// MARK: - The kinds of options there are

extension Option where Value == Bool {
  /// An option that is on when it is typed.
  static func flag(_ names: String..., help: String) -> Option { Option(names, help: help) { !$0.isEmpty } }
}

extension Option where Value == String? {
  /// An option with a value taken as it stands; typed again, the last counts.
  static func value(_ names: String..., of parameter: Parameter, help: String) -> Option {
    Option(names, of: parameter, help: help) { $0.last?.value }
  }
}

extension Option where Value == String {
  /// The output of a command that cannot do without one; `missing` is what is said where it is not given. Of an output that
  /// is a file `types` are the kinds it can be; a folder has none.
  static func requiredOutput(
    _ parameter: String, _ paths: Parameter.Paths = .files, types: [FileType] = [], help: String, missing: String
  ) -> Option {
    Option(["-o", "--output"], of: Parameter(parameter, paths, isOutput: true), help: help, isRequired: true) {
      typed throws(UsageError) in
      guard let last = typed.last?.value else { throw UsageError(missing) }
      if paths == .files { try FileType.check(last, isOneOf: types) }
      return last
    }
  }
}

extension Option where Value == [String] {
  /// An option that may be typed several times, each with a value.
  static func values(_ names: String..., of parameter: Parameter, help: String) -> Option {
    Option(names, of: parameter, help: help, repeats: true) { $0.map(\.value) }
  }

  /// An option behind which several values stand, as far as the next option.
  static func list(_ name: String, of parameter: Parameter, help: String) -> Option {
    Option([name], of: parameter, help: help, repeats: true, takesMany: true) { $0.map(\.value) }
  }
}

extension Option where Value: Choice {
  /// An option whose value is one of those its type lists.
  static func choice(_ name: String, of parameter: String, help: String, default standard: Value) -> Option {
    Option(
      [name], of: Parameter(parameter) { Value.words },
      help: "\(help)：\(Value.words.joined(separator: "、"))；默认 \(standard.rawValue)"
    ) { typed throws(UsageError) in
      guard let word = typed.last?.value else { return standard }
      guard let value = Value(rawValue: word) else {
        throw UsageError("\(name) 的值是“\(word)”", insteadOf: word, Value.words)
      }
      return value
    }
  }
}

/// A value of an option that is one of a few words.
protocol Choice: CaseIterable, RawRepresentable<String>, Sendable {}

extension Choice {
  /// All words, in the order declared.
  static var words: [String] { allCases.map(\.rawValue) }
}
