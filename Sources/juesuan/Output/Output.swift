import System

/// Where a run writes its result (输出): standard output unless `-o` says otherwise. There is one for every command, made
/// before it runs, so that no command can write anywhere else.
enum Output {
  case standard
  case file(OutputFile)
  case folder(OutputFolder)

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
    let isFolder =
      switch option.parameter?.paths {
      case .folders: true
      case .filesOrFolders: !isStandard && FileType.named(by: path) == nil
      case .files, .none?, nil: false
      }
    if isFolder {
      self = .folder(
        try OutputFolder(path, of: command.name, inputs: inputs, record: record, isForced: isForced))
    } else if !isStandard {
      self = .file(
        try OutputFile(
          path, of: command.name, inputs: inputs, record: record, isForced: isForced,
          sparesLedgers: command.sparesLedgers))
    }
  }
}
