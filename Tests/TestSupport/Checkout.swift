package import FoundationEssentials

/// The folder of the project's sources.
package enum Checkout {
  /// Where it is, found from this file.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The path of a file or folder of the project.
  package static func path(_ name: String) -> String { folder.appending(path: name).path }
}
