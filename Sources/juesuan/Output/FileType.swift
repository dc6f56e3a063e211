/// A kind of file that a result is written as, and the ends of the names by which people know it (扩展名).
enum FileType: String, Sendable {
  case text, md, html, json, sarif, csv, xlsx, docx

  /// How its names end, the usual one first.
  var endings: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .md: ["md", "markdown"]
    case .html: ["html", "htm"]
    // What reads SARIF takes it under either name.
    case .sarif: ["sarif", "json"]
    case .json, .csv, .xlsx, .docx: [rawValue]
    }
  }

  private static let all: [FileType] = [.text, .md, .html, .json, .sarif, .csv, .xlsx, .docx]

  /// Ends of names by which people know files that no command writes under a name it is given.
  private static let others: Set<String> = [
    "xls", "xlsm", "xlsb", "et", "ods", "doc", "wps", "odt", "rtf", "ppt", "pptx", "pdf", "ofd", "xml", "zip",
    "tsv",
    "png", "jpg", "jpeg", "gif", "svg", "mustache", "css",
  ]

  /// What a path's end says the file is: its end and the kinds it may be, none where no command writes them; nil where it
  /// says nothing.
  static func named(by path: String) -> (ending: String, types: [FileType])? {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = String(name[name.index(after: dot)...])
    if name.hasSuffix(".sarif.json") { return (ending, [.sarif]) }
    let types = all.filter { $0.endings.contains(ending) }
    return types.isEmpty && !others.contains(ending) ? nil : (ending, types)
  }

  /// Throws where a path's end says it is a file that is none of these.
  static func check(_ path: String, isOneOf types: [FileType], of option: String = "-o") throws(UsageError) {
    guard path != "-", let (ending, named) = named(by: path), !named.contains(where: types.contains) else { return }
    let endings = types.map { "." + $0.endings[0] }
    throw UsageError(
      "\(option) 的文件名以 .\(ending) 结尾，而这个命令能写的是 \(endings.joined(separator: "、"))。请换一个文件名。")
  }
}

/// A format of a result, which is a kind of file.
protocol OutputFormat: Choice {
  var type: FileType { get }
}

extension OutputFormat {
  var type: FileType { FileType(rawValue: rawValue) ?? .text }

  /// The kinds of files there are of it.
  static var types: [FileType] { allCases.map(\.type) }
}

extension Arguments {
  /// The format of a result: the one typed, or else what the output's name ends in, or else the standard one; throws where
  /// the one typed is not what the name ends in.
  func outputFormat<Value: OutputFormat>(_ option: Option<Value>) throws(UsageError) -> Value {
    let chosen = self[option]
    guard let output = outputPath, output != "-", let (ending, types) = FileType.named(by: output) else {
      return chosen
    }
    guard isTyped(option) else { return Value.allCases.first { types.contains($0.type) } ?? chosen }
    guard types.contains(chosen.type) else {
      throw UsageError("--format 是 \(chosen.rawValue)，而 -o 的文件名以 .\(ending) 结尾，两者不一致。请改其中一个。")
    }
    return chosen
  }
}
