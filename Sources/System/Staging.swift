/// The hidden place beside a file or folder at which it is made before it is put there (暂存): `.核对.html.juesuan-4711`.
///
/// It bears the number of the process, so that the next run can tell what one that is gone has left.
struct Staging {
  /// The path while the file or folder is made.
  let path: String
  /// Where the old one is kept while it is replaced in two steps.
  var old: String { path + "-old" }
  private let target: String
  private let folder: String
  private let prefix: String

  /// The place beside a path whose links are followed.
  init(of target: String) {
    let slash = target.lastIndex(of: "/")
    let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
    self.target = target
    folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    prefix = ".\(name).juesuan-"
    path = (slash.map { String(target[...$0]) } ?? "") + "\(prefix)\(getpid())"
  }

  /// Removes what runs that are gone left here, and what stands at the place itself. An old one that such a run had moved
  /// aside and not yet replaced is put back.
  func removeLeftovers() {
    Folder.remove(path)
    for name in Folder.names(in: folder) ?? [] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      guard let process = Int32(rest.prefix { $0 != "-" }), Self.isGone(process) else { continue }
      let left = folder == "/" ? "/" + name : folder + "/" + name
      if rest.hasSuffix("-old"), FileNode(target) == nil,
        left.withPath({ from in target.withPath { rename(from, $0) } }) == 0
      {
        continue
      }
      Folder.remove(left)
    }
  }

  /// Whether no process of a number runs. One of another user's cannot be signalled and is there all the same.
  static func isGone(_ process: Int32) -> Bool { process > 0 && kill(process, 0) != 0 && errno == ESRCH }
}
