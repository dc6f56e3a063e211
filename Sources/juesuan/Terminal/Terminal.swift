import Accounts
import Formats
import Rendering
import System

/// The two streams: results on standard output, messages and progress on standard error; colour only where a person
/// looks.
struct Terminal {
  private let colorsMessages: Bool
  private let colorsResults: Bool
  private let isQuiet: Bool
  /// Where the result goes.
  var output = Output.standard
  /// The files that something is written to besides, by the options that name them.
  var otherFiles: [String: OutputFile] = [:]

  /// `color` forces colour on or off; without it a stream is coloured when it is a terminal that can show it.
  init(color: Bool?, isQuiet: Bool) {
    func showsColor(_ descriptor: Int32) -> Bool {
      Self.showsColor(isTerminal: isatty(descriptor) == 1) { name in getenv(name).map { String(cString: $0) } }
    }
    colorsMessages = color ?? showsColor(STDERR_FILENO)
    colorsResults = color ?? showsColor(STDOUT_FILENO)
    self.isQuiet = isQuiet
  }

  /// Whether colour is shown where nobody asked for it or against it; `NO_COLOR` counts only when it is not empty.
  static func showsColor(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Writes a result to standard output; throws ``OutputError`` when it cannot be written.
  func print(_ text: String) throws(OutputError) { try print(bytes: Array((text + "\n").utf8)) }

  /// Writes bytes to standard output as they are; throws ``OutputError`` when they cannot be written.
  func print(bytes: [UInt8]) throws(OutputError) {
    guard writeBytes(bytes, to: STDOUT_FILENO) else {
      throw OutputError(message: "标准输出: 错误: 不能写入（\(systemReason)），结果没有写完。")
    }
  }

  /// The file that the result goes to; nil where it is standard output or a folder.
  var outputFile: OutputFile? { if case .file(let file) = output { file } else { nil } }

  /// Writes a result to the output, whole or not at all, and says so where it is a file.
  func write(_ bytes: [UInt8]) throws {
    guard let outputFile else { return try print(bytes: bytes) }
    try outputFile.write(bytes)
    note("已写出 \(outputFile.path)。")
  }

  /// Writes a package to the output, which is a folder, whole or not at all.
  func write(_ contents: PackageContents) throws {
    guard case .folder(let folder) = output else { preconditionFailure("a package goes to a folder") }
    try folder.write(contents)
  }

  /// Writes lines of findings to standard output, the words of severity coloured.
  func print(_ lines: [FindingLine]) throws(OutputError) {
    guard !lines.isEmpty else { return }
    try print(lines.map { colorsResults ? Self.colored($0) : $0.text }.joined(separator: "\n"))
  }

  /// A line with its word of severity, if it has one, in colour.
  private static func colored(_ line: FindingLine) -> String {
    guard let severity = line.severity else { return line.text }
    let color =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\(line.before)\u{1B}[1;\(color)m\(severity.word)\u{1B}[0m\(line.after)"
  }

  /// Tells what was done, unless `--quiet`.
  func note(_ text: String) {
    guard !isQuiet else { return }
    _ = writeBytes(Array((PathBytes.legible(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Shows how far a long run is, in the place of what was last shown so; only on a terminal, and not with `--quiet`.
  func progress(_ text: String) {
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return }
    _ = writeBytes(Array("\r\(text)\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  /// Takes away what was shown of progress.
  func endProgress() { progress("") }

  /// Warns of something that does not stop the work.
  func warn(_ text: String) { message(text, word: "提醒:", color: "33") }

  /// Reports every problem of an input that is passed over.
  func report(_ problems: [Problem]) {
    for problem in problems { message(problem.message, word: "错误:", color: "31") }
  }

  /// Reports every problem of an input.
  func report(_ input: UnusableInput) -> ExitStatus {
    report(input.problems)
    if input.problems.count > 1 { message("共 \(input.problems.count) 处错误，没有写出任何文件。", word: "错误", color: "31") }
    return .unusable
  }

  /// Shows findings as messages, for a command whose result is something else.
  func report(_ lines: [FindingLine]) {
    let text = lines.map { colorsMessages ? Self.colored($0) : $0.text }.map { $0 + "\n" }.joined()
    _ = writeBytes(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Reports wrong usage.
  func report(_ error: UsageError) -> ExitStatus {
    message("juesuan: 错误: \(error.message)", word: "错误:", color: "31")
    message(error.hint, word: "", color: "")
    return .unusable
  }

  /// Reports an error already in words.
  func report(_ text: String, _ status: ExitStatus = .unusable) -> ExitStatus {
    message(text, word: "错误:", color: "31")
    return status
  }

  private func message(_ text: String, word: String, color: String) {
    var text = PathBytes.legible(text)
    if colorsMessages, let range = text.firstRange(of: word), !word.isEmpty {
      text.replaceSubrange(range, with: "\u{1B}[1;\(color)m\(word)\u{1B}[0m")
    }
    _ = writeBytes(Array((text + "\n").utf8), to: STDERR_FILENO)
  }
}

/// Results that could not be written to standard output.
struct OutputError: Error {
  /// What went wrong, in Chinese.
  let message: String
}
