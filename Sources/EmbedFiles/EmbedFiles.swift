import Foundation
import PackagePlugin

/// Compiles data files into the target that uses them: its own `Data/` folder, for Documents the package's
/// `Templates/`, and for the tool which commit it is of.
///
/// Texts inside the binary cannot be lost when the tool is moved, and a changed file is seen by the next build.
@main struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    if target.name == "juesuan" { return [try commitCommand(context)] }
    var folder = target.directoryURL.appending(path: "Data")
    if target.name == "Documents" {
      folder = context.package.directoryURL.appending(path: "Templates")
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles+Generated.swift")
    let inputs = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appending(path: $0) }
    return [
      .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent) of \(target.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [folder.path, output.path], inputFiles: inputs, outputFiles: [output])
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
}
