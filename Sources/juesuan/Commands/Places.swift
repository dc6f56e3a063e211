import Tables

extension Command {
  /// `juesuan places`: the places and years whose forms are built in.
  static let places = Command(
    "places", "列出内置的地方和年度",
    discussion: [
      "每行是地方的名称、年度和表样的名称。公开文件按意思读，不限于这些地方；表样决定印成什么样，和哪些表、哪些行必须有。"
    ],
    examples: ["juesuan places"],
    run: { try $0.places($1) })
}

extension Arguments {
  fileprivate func places(_ terminal: Terminal) throws -> ExitStatus {
    for name in Form.builtInNames {
      for year in Form.builtInYears(of: name) {
        try terminal.print("\(name)\t\(year)\t\(Form.builtIn(name, year: year).name)")
      }
    }
    return .success
  }
}
