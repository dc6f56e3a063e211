import System

/// All that a run was given to read (输入): operands and the values of options, files and folders, as far as they are there.
///
/// What counts is the file and not its name: a link, another spelling of the path and a hard link are the same input.
struct RunInputs {
  /// Most files of a folder that are looked at one by one: far more than a ledger or a publication has.
  private static let fileLimit = 10_000

  private var files: [(node: FileNode, path: String)] = []
  private var folders: [String] = []

  /// What the paths lead to; those that lead to nothing are left out.
  init(_ paths: [String]) {
    for path in paths {
      // A file may be the standard input too.
      guard let node = path == "-" ? FileNode(descriptor: STDIN_FILENO) : FileNode(path) else { continue }
      if node.kind == .folder { folders.append(path) } else { files.append((node, path)) }
    }
  }

  /// What a command was given to read.
  init(of request: Tool.Request) {
    let (command, arguments) = (request.command, request.arguments)
    let options = command.options.filter { $0.parameter.map { $0.paths != .none && !$0.isOutput } ?? false }
    let operands = command.operands.parameter.map { $0.paths != .none } ?? false
    self.init((operands ? arguments.operands : []) + options.flatMap { arguments.values(of: $0) })
  }

  /// The named file that is a file.
  func file(that node: FileNode) -> String? { files.first { $0.node == node }?.path }

  /// The file of a named folder, or of a folder in it, that is a file.
  func fileOfFolder(that node: FileNode) -> String? {
    for folder in folders {
      for name in Folder.pathsBelow(folder, atMost: Self.fileLimit) ?? [] {
        let path = folder + "/" + name
        if FileNode(path) == node { return path }
      }
    }
    return nil
  }

  /// The named folder in which a path lies.
  func folder(around path: String) -> String? {
    // What is not there yet lies where its folder does.
    let place = realPath(of: Self.folder(of: realPath(of: path))) + "/"
    return folders.first { place.hasPrefix(realPath(of: $0) + "/") }
  }

  /// The named folder that is a folder, or lies in it.
  func folderRead(in folder: String) -> String? {
    let real = realPath(of: folder)
    return folders.first { realPath(of: $0) == real || realPath(of: $0).hasPrefix(real + "/") }
  }

  /// The input that is a folder, or a file or folder in it.
  func input(in folder: String) -> String? {
    let real = realPath(of: folder)
    let inside = files.map(\.path).filter { realPath(of: $0).hasPrefix(real + "/") }
    let folders = folders.filter { realPath(of: $0) == real || realPath(of: $0).hasPrefix(real + "/") }
    if let first = (inside + folders).first { return first }
    // Of a folder that is read its own files are inputs; a package may well lie in it.
    let all =
      files
      + self.folders.flatMap { folder in
        (Folder.names(in: folder) ?? []).prefix(Self.fileLimit).compactMap { name in
          FileNode(folder + "/" + name).flatMap { $0.kind == .file ? ($0, folder + "/" + name) : nil }
        }
      }
    let nodes = Set(
      (Folder.pathsBelow(folder, atMost: Self.fileLimit) ?? []).compactMap { FileNode(folder + "/" + $0) })
    return all.first { nodes.contains($0.0) }?.1
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}
