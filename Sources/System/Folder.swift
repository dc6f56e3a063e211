/// A folder on the disk, looked at and changed without opening what stands in it.
package enum Folder {
  /// The names of what stands in a folder, hidden ones among them, in order; nil when it cannot be opened.
  package static func names(in path: String) -> [String]? {
    guard let stream = path.withPath({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          PathBytes.text(ofCString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The paths of all that stands below a folder, seen from it, in order; nil when it cannot be opened. Links to folders
  /// are not followed, and folders that cannot be opened have nothing in them. Of more than the limit some are left out.
  package static func pathsBelow(_ path: String, atMost limit: Int = .max) -> [String]? {
    guard let names = names(in: path) else { return nil }
    var all: [String] = []
    var waiting = names
    while all.count < limit, let next = waiting.popLast() {
      all.append(next)
      let file = path + "/" + next
      guard isOwnFolder(file), let inside = self.names(in: file) else { continue }
      waiting += inside.map { next + "/" + $0 }
    }
    return all.sorted()
  }

  /// Makes a folder and those above it where they are missing; false where that cannot be done.
  package static func make(_ path: String) -> Bool {
    if FileNode(path)?.kind == .folder { return true }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex, !make(String(path[..<slash])) { return false }
    return path.withPath { mkdir($0, 0o777) } == 0 || FileNode(path)?.kind == .folder
  }

  /// Makes a folder that only this user can look into, and those above it where they are missing; false where that cannot be done.
  package static func makePrivate(_ path: String) -> Bool {
    if FileNode(path)?.kind == .folder { return true }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex, !makePrivate(String(path[..<slash])) {
      return false
    }
    return path.withPath { mkdir($0, 0o700) } == 0 || FileNode(path)?.kind == .folder
  }

  /// From now on paths that do not begin with a slash are seen from this folder; false where that cannot be.
  package static func makeCurrent(_ path: String) -> Bool { path.withPath { chdir($0) } == 0 }

  /// Puts a file or folder somewhere else on the same disk, in one step; false where that cannot be done.
  package static func move(_ path: String, to other: String) -> Bool {
    path.withPath { from in other.withPath { rename(from, $0) } } == 0
  }

  /// Removes a file, or a folder with all that stands in it; links are removed and not followed. False where something of
  /// it is left.
  @discardableResult
  package static func remove(_ path: String) -> Bool {
    guard isOwnFolder(path) else { return path.withPath { unlink($0) } == 0 || errno == ENOENT }
    for name in names(in: path) ?? [] { remove(path + "/" + name) }
    return path.withPath { rmdir($0) } == 0
  }

  /// Whether a path is a folder itself and not a link to one.
  private static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return path.withPath { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
