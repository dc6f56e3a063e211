/// A folder for files that are needed for a while (临时目录), which only this user can look into.
package struct ScratchFolder: Sendable {
  /// Where it is.
  package let path: String

  /// A new folder in another, its name beginning with a word and the number of the process; nil where it cannot be made.
  ///
  /// What runs that are gone left there under the same word is removed. It is to be removed with ``remove()``; a run that
  /// is told to stop removes it by itself.
  package init?(_ word: String, in parent: String) {
    for name in Folder.names(in: parent) ?? [] where name.hasPrefix(word + "-") {
      let rest = name.dropFirst(word.count + 1)
      guard let process = Int32(rest.prefix { $0 != "-" }), rest.contains("-"), Staging.isGone(process) else {
        continue
      }
      Folder.remove(parent + "/" + name)
    }
    let made = Unfinished.beginFolder({
      var template = PathBytes.bytes(of: "\(parent)/\(word)-\(getpid())-XXXXXX").map { CChar(bitPattern: $0) } + [0]
      return mkdtemp(&template).map { PathBytes.text(ofCString: $0) }
    })
    guard let made else { return nil }
    path = made
  }

  /// Removes it with all that is in it.
  package func remove() {
    Folder.remove(path)
    Unfinished.ended(path)
  }
}
