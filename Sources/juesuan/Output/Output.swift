import Disclosing
import System

/// Where a run writes its result (输出): standard output unless `-o` says otherwise. There is one for every command, made
/// before it runs, so that no command can write anywhere else.
enum Output {
  case standard
  case file(OutputFile)
  case folder(OutputFolder)
  /// One that runs add to, and so is not replaced.
  case season(SeasonFolder)

  /// The files that a command line names for something besides the result, by the names of the options; throws where
  /// nothing may be written there, or where two names lead to one file.
  static func otherFiles(of request: Tool.Request, record: WrittenFiles) throws -> [String: OutputFile] {
    let (command, arguments) = (request.command, request.arguments)
    var files: [String: OutputFile] = [:]
    for option in command.options.filter({ $0.parameter?.isOutput ?? false }).dropFirst() {
      guard let path = arguments.values(of: option).last else { continue }
      if let result = arguments.outputPath, realPath(of: result) == realPath(of: path) {
        throw UsageError("\(option.name) 和 -o 是同一个文件，应是两个。请改其中一个。")
      }
      files[option.name] = try OutputFile(
        path, of: command.name, inputs: RunInputs(of: request), record: record, isForced: arguments[.force],
        sparesLedgers: command.sparesLedgers)
    }
    return files
  }

  /// The output that a command line asks for; throws where nothing may be written there.
  init(of request: Tool.Request, record: WrittenFiles) throws {
    let (command, arguments) = (request.command, request.arguments)
    self = .standard
    guard let option = command.options.first(where: { $0.parameter?.isOutput ?? false }),
      let path = arguments.values(of: option).last
    else { return }
    let inputs = RunInputs(of: request)
    let isForced = arguments[.force]
    let isStandard = ["-", "/dev/stdout"].contains(path)
    if option.parameter?.paths == .workFolders {
      self = .season(try SeasonFolder(path, of: inputs))
      return
    }
    let isFolder =
      switch option.parameter?.paths {
      case .folders: true
      case .filesOrFolders: !isStandard && FileType.named(by: path) == nil
      case .files, .workFolders, .none?, nil: false
      }
    if isFolder {
      self = .folder(
        try OutputFolder(
          path, of: command.name, inputs: inputs, record: record, isForced: isForced,
          holdsLedger: command.writesLedgers))
    } else if !isStandard {
      self = .file(
        try OutputFile(
          path, of: command.name, inputs: inputs, record: record, isForced: isForced,
          sparesLedgers: command.sparesLedgers))
    }
  }
}

extension SeasonFolder {
  /// The folder at a path; throws where what is to be read lies in it, or it in that.
  fileprivate init(_ path: String, of inputs: RunInputs) throws {
    if let around = inputs.folder(around: path) ?? inputs.folderRead(in: path) {
      throw OutputError(message: "\(path): 错误: 输出目录和要读的目录（\(around)）一个在另一个里面，所以没有写。请换一个输出目录。")
    }
    try self.init(path)
  }
}
