import Foundation
import PackagePlugin

/// Compiles data files into the target that uses them: its own `Data/` folder, of the package's `Templates/` the forms of
/// the places for Tables and all else for Documents, and for the tool which commit it is of.
///
/// Texts inside the binary cannot be lost when the tool is moved, and a changed file is seen by the next build. No file
/// is embedded twice: what one target has is left out of the other.
@main struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    if target.name == "juesuan" { return [try commitCommand(context)] }
    let templates = context.package.directoryURL.appending(path: "Templates")
    let data = target.directoryURL.appending(path: "Data")
    let files =
      switch target.name {
      case "Documents": try files(in: templates).filter { !isForm($0.key) }
      case "Tables": try files(in: data) + files(in: templates).filter { isForm($0.key) }
      default: try files(in: data)
      }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles+Generated.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files in \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path] + files.flatMap { [$0.key, $0.file.path] }, inputFiles: files.map(\.file),
        outputFiles: [output])
    ]
  }

  /// Compiles in which commit the sources are of, as Git's files tell it without Git; nothing where there are none.
  private func commitCommand(_ context: PluginContext) throws -> Command {
    let output = context.pluginWorkDirectoryURL.appending(path: "Commit+Generated.swift")
    let (folder, commonFolder) = gitFolders(of: context.package.directoryURL)
    // Every commit and every change of branch is written to the log of HEAD. A branch's own file is no input: it goes
    // when Git packs it.
    let inputs = ["HEAD", "logs/HEAD"].map { folder.appending(path: $0) }
    return .buildCommand(
      displayName: "Embedding the commit", executable: try context.tool(named: "embed-files").url,
      arguments: ["--commit", folder.path, commonFolder.path, output.path],
      inputFiles: inputs.filter { FileManager.default.fileExists(atPath: $0.path) }, outputFiles: [output])
  }

  /// The folder with this checkout's HEAD, and the one with the branches of all checkouts; they differ where `.git` is
  /// a file that points to a worktree's folder.
  private func gitFolders(of package: URL) -> (own: URL, common: URL) {
    var folder = package.appending(path: ".git")
    if let pointer = text(of: folder), pointer.hasPrefix("gitdir: ") {
      folder = url(String(pointer.dropFirst("gitdir: ".count)), in: package)
    }
    return (folder, text(of: folder.appending(path: "commondir")).map { url($0, in: folder) } ?? folder)
  }

  private func url(_ path: String, in folder: URL) -> URL {
    path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path).standardized
  }

  private func text(of file: URL) -> String? {
    (try? String(contentsOf: file, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The files below a folder with their paths inside it, in order; neither hidden ones nor those that explain others.
  private func files(in folder: URL) throws -> [(key: String, file: URL)] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().compactMap { path in
      let file = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
        !file.lastPathComponent.hasPrefix("."), file.lastPathComponent != "README.md"
      else { return nil }
      return (path, file)
    }
  }

  /// Whether a template is the form of a place: `places/national/form-2024.json`.
  private func isForm(_ path: String) -> Bool {
    path.hasPrefix("places/") && path.split(separator: "/").last?.hasPrefix("form-") == true
  }
}
