import Formats
import System

/// What the tool wrote for this user, and as what (写出记录): so it knows a file of its own again, and that nobody has
/// changed it since.
///
/// For every path a small file in the user's folder for state, `$XDG_STATE_HOME/juesuan/written` or
/// `~/.local/state/juesuan/written`: the command and the SHA-256 of what was written. It is a record and no mark in the files,
/// because text and CSV have no room for one, because a file is then known by all its bytes, and because results stay what
/// they are. A package brings its own digests and is known without it. Where the record cannot be kept, nothing is known,
/// and nothing that is there is written over.
struct WrittenFiles: Sendable {
  /// Most paths that are remembered; the oldest are forgotten first.
  private static let limit = 1000

  /// What was written at a path.
  struct Entry: Equatable {
    /// The command that wrote it.
    let command: String
    /// The digests of its files in hexadecimal, by their paths in it; of a file itself under the empty path.
    let digests: [String: String]
  }

  private let folder: String?

  /// A record in a folder, which is made when something is first written; without one nothing is remembered.
  init(in folder: String?) { self.folder = folder }

  /// The record of whoever runs the tool, as the variables of the environment tell, or else the system's list of users.
  static func ofUser(_ environment: (String) -> String?) -> WrittenFiles {
    WrittenFiles(in: UserState.folder(environment).map { $0 + "/written" })
  }

  /// What was last written at a path; nil where nothing is known of it.
  func entry(of path: String) -> Entry? {
    guard let file = file(of: path), let bytes = try? readBytes(of: file, atMost: 1 << 20) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard let command = lines.first else { return nil }
    let digests = lines.dropFirst().compactMap { line -> (String, String)? in
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? (String(parts[1]), String(parts[0])) : nil
    }
    return Entry(command: command, digests: Dictionary(digests, uniquingKeysWith: { $1 }))
  }

  /// Remembers what was written at a path; where that cannot be done it is not known again, and that is all.
  func note(_ entry: Entry, at path: String) {
    guard let folder, let file = file(of: path), Folder.make(folder) else { return }
    let lines = [entry.command] + entry.digests.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    try? WholeFile(file).write(Array((lines.joined(separator: "\n") + "\n").utf8))
    forgetOldest(in: folder)
  }

  private func file(of path: String) -> String? {
    folder.map { $0 + "/" + SHA256(of: PathBytes.bytes(of: absolute(path))).hexadecimal }
  }

  /// A path from the root, its links followed as far as it is there.
  private func absolute(_ path: String) -> String {
    if FileNode(path) != nil { return realPath(of: path) }
    let slash = path.lastIndex(of: "/")
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return realPath(of: slash.map { String(path[...$0]) } ?? ".") + "/" + name
  }

  private func forgetOldest(in folder: String) {
    let names = Folder.names(in: folder) ?? []
    guard names.count > Self.limit else { return }
    let byAge = names.map { folder + "/" + $0 }.sorted { (FileNode($0)?.modified ?? 0) < (FileNode($1)?.modified ?? 0) }
    for path in byAge.prefix(names.count - Self.limit * 9 / 10) { Folder.remove(path) }
  }
}
