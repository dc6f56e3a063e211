import Foundation
import PackagePlugin

/// Compiles data files into the target that uses them: its own `Data/` folder, and of the package's `Templates/` the
/// forms of the places for Tables, all else for Documents.
///
/// Texts inside the binary cannot be lost when the tool is moved, and a changed file is seen by the next build. No file
/// is embedded twice: what one target has is left out of the other.
@main struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
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
