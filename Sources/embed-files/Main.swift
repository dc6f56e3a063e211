import Foundation

/// Writes every text file below a folder as one Swift dictionary, keyed by its path inside the folder.
@main struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: embed-files FOLDER OUTPUT\n".utf8))
      exit(2)
    }
    let folder = URL(filePath: arguments[1])
    var source = "let embeddedFiles: [String: String] = [\n"
    var isEmpty = true
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
      let file = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
        // A folder's README is for people.
        !file.lastPathComponent.hasPrefix("."), file.lastPathComponent != "README.md"
      else { continue }
      source += "  \(literal(path, multiline: false)): \(literal(try text(of: file), multiline: true)),\n"
      isEmpty = false
    }
    source += isEmpty ? "  :\n]\n" : "]\n"
    let output = URL(filePath: arguments[2])
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
