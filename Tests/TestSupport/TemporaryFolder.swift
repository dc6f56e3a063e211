package import FoundationEssentials

/// A folder that is gone with the last use of it.
package final class TemporaryFolder: Sendable {
  /// Where it is.
  package let path: String

  /// A new folder with these files, by their paths below it.
  package init(_ files: [String: [UInt8]] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files { try write(bytes, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The place of a file of the folder, there or not.
  package func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  /// Writes a file, and the folders above it where they are missing.
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url(name))
  }

  /// Writes a text as a file, and gives its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(text.utf8, to: name)
    return url(name).path
  }

  /// Makes a folder in the folder.
  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
  }

  /// Every file below a folder of it with its bytes; nil for a folder.
  package func contents(_ name: String = "") throws -> [String: [UInt8]?] {
    let folder = name.isEmpty ? path : url(name).path
    var found: [String: [UInt8]?] = [:]
    for entry in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      found.updateValue(FileManager.default.contents(atPath: folder + "/" + entry).map { Array($0) }, forKey: entry)
    }
    return found
  }

  /// The names of the files and folders in it, in order.
  package var entries: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}
