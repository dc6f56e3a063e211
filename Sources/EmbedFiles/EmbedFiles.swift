import Foundation
import PackagePlugin

/// Compiles data files into the target that uses them: its own `Data/` folder, and for Documents the package's
/// `Templates/`.
///
/// Texts inside the binary cannot be lost when the tool is moved, and a changed file is seen by the next build.
@main struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
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
}
