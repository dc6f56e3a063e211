import Accounts
import Formats
import Reading
import Seasons

/// An input of a season before it is read: its paths, where it lies, and a digest of its files.
struct SeasonInput: Sendable {
  let paths: [String]
  /// Where it lies below the folder that was named.
  let source: String

  /// What a folder was found to hold. Of several files the first says where it lies.
  init(_ paths: [String], below folder: String) {
    self.paths = paths
    source = Self.path(paths[0], below: folder)
  }

  /// What the folder of its pages is called.
  var id: String { plainName(of: source) }

  /// A path seen from the folder; what that is called where it is the folder itself.
  static func path(_ path: String, below folder: String) -> String {
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    if path.hasPrefix(root), path.utf8.count > root.utf8.count {
      return InputFile.displayName(of: String(path.dropFirst(root.count)))
    }
    return InputFile.displayName(of: String(path.split(separator: "/").last ?? "."))
  }

  /// A digest of its files and of what else its results rest on.
  func basis(_ common: String, besides output: String, _ files: InputFiles) throws(UnusableInput) -> String {
    var lines = [common]
    for path in paths {
      for (name, bytes) in try files.all(at: path, besides: output) {
        lines.append("\(SHA256(of: bytes).hexadecimal) \(bytes.count) \(name)")
      }
    }
    return SHA256(of: Array(lines.joined(separator: "\n").utf8)).hexadecimal
  }
}
