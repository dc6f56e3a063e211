import Foundation

/// Writes text files as one Swift dictionary, by the keys given with them.
@main struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "--commit", arguments.count == 4 {
      let commit = Commit.short(in: URL(filePath: arguments[2]), branches: URL(filePath: arguments[3]))
      return try write(Commit.source(commit), to: URL(filePath: arguments[4]))
    }
    guard let output = arguments.first.map({ URL(filePath: $0) }), arguments.count % 2 == 1 else {
      FileHandle.standardError.write(
        Data("usage: embed-files OUTPUT [KEY FILE]..., or --commit GIT COMMON OUTPUT\n".utf8))
      exit(2)
    }
    var source = "let embeddedFiles: [String: String] = [\n"
    let named = Array(arguments.dropFirst())
    for index in stride(from: 0, to: named.count, by: 2) {
      let text = try text(of: URL(filePath: named[index + 1]))
      source += "  \(literal(named[index], multiline: false)): \(literal(text, multiline: true)),\n"
    }
    source += named.isEmpty ? "  :\n]\n" : "]\n"
    try write(source, to: output)
  }

  private static func write(_ source: String, to output: URL) throws {
    // A file written anew would have all that uses it compiled anew.
    if (try? String(contentsOf: output, encoding: .utf8)) == source { return }
    try source.write(to: output, atomically: true, encoding: .utf8)
  }

  /// The file as text without a byte order mark; line ends are made LF, since a Swift literal cannot hold CR alone.
  private static func text(of file: URL) throws -> String {
    var text = try String(contentsOf: file, encoding: .utf8)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    return text.replacing("\r\n", with: "\n")
  }

  /// A raw string literal, with as many `#` as the text needs.
  private static func literal(_ text: String, multiline: Bool) -> String {
    var marks = "#"
    while text.contains("\"" + marks) || text.contains("\\" + marks) || text.contains("\"\"\"" + marks) {
      marks += "#"
    }
    return multiline ? "\(marks)\"\"\"\n\(text)\n\"\"\"\(marks)" : "\(marks)\"\(text)\"\(marks)"
  }
}
