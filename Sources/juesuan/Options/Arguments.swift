/// What was typed after a command's name, sorted into options and operands.
struct Arguments {
  /// What was typed without an option before it, in the order typed.
  let operands: [String]
  /// What was typed of each option, by the option's name.
  private let typed: [String: [Typed]]

  /// Sorts the words after a command's name. Values are not looked at yet; see ``check(for:)``.
  init(_ words: [String], for command: Command) throws(UsageError) {
    var operands: [String] = []
    var typed: [String: [Typed]] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = parts[0]
      guard let option = command.options.first(where: { $0.names.contains(name) }) else {
        let question = UsageError.question(about: name, command.options.flatMap(\.names))
        throw UsageError("没有选项 \(name)\(question ?? "。")", command: command.name)
      }
      if option.parameter == nil {
        guard parts.count == 1 else { throw UsageError("选项 \(name) 不带值。", command: command.name) }
        typed[option.name, default: []].append(Typed(name: name, value: ""))
        continue
      }
      guard let value = parts.count == 2 ? parts[1] : rest.popFirst(), !value.isEmpty else {
        throw UsageError("选项 \(name) 后面应有值。", command: command.name)
      }
      typed[option.name, default: []].append(Typed(name: name, value: value))
      while option.takesMany, let next = rest.first, !next.hasPrefix("-"), !next.isEmpty {
        typed[option.name, default: []].append(Typed(name: name, value: next))
        rest.removeFirst()
      }
    }
    self.operands = operands
    self.typed = typed
  }

  private init(operands: [String], typed: [String: [Typed]]) {
    self.operands = operands
    self.typed = typed
  }

  /// Throws what the command cannot work with: too many or too few operands, or a value of an option.
  func check(for command: Command) throws(UsageError) {
    guard command.operands.count.contains(operands.count) else {
      throw UsageError("给了 \(operands.count) 个参数，应为：\(command.operands.words)。", command: command.name)
    }
    for option in command.options {
      do { try option.check(typed[option.name] ?? []) } catch { throw error.of(command) }
    }
  }

  /// The values typed of an option, in the order typed.
  func values(of option: any OptionDeclaration) -> [String] { (typed[option.name] ?? []).map(\.value) }

  /// Where the result is to be written; nil where nothing was typed of it.
  var outputPath: String? { typed["--output"]?.last?.value }

  /// Whether an option was typed.
  func isTyped(_ option: any OptionDeclaration) -> Bool { typed[option.name] != nil }

  /// The same options with other operands.
  func replacing(operands: [String]) -> Arguments { Arguments(operands: operands, typed: typed) }

  /// The value of an option; one that the command does not take reads as one that was not typed.
  subscript<Value>(option: Option<Value>) -> Value {
    do { return try option.read(typed[option.name] ?? []) } catch {
      preconditionFailure("\(option.name) is read, but was not checked when the arguments were.")
    }
  }
}
