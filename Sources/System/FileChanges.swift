/// Files as they stand on the disk, and whether they changed.
package struct FileChanges {
  /// What tells a file from the same file after a change.
  private struct State: Hashable {
    let path: String
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    let node: UInt64
  }

  private let paths: () -> [String]
  private var states: [State] = []

  /// How things stand now; `paths` names the files, of which there may be others each time it is asked.
  package init(of paths: @escaping () -> [String]) {
    self.paths = paths
    states = currentStates
  }

  /// Whether anything changed since this was last asked, and has come to rest: a file being written changes again.
  package mutating func haveSettled() -> Bool {
    let now = currentStates
    guard now != states else { return false }
    pause()
    let later = currentStates
    guard later == now else { return false }
    states = later
    return true
  }

  /// Waits until something has changed and come to rest.
  package mutating func wait() { while !haveSettled() { pause() } }

  private func pause() { usleep(200_000) }

  private var currentStates: [State] { paths().compactMap(Self.state) }

  private static func state(of path: String) -> State? {
    var status = stat()
    guard path.withPath({ stat($0, &status) }) == 0 else { return nil }
    // A folder changes when a lock file comes; what is in it is looked at file by file.
    guard status.st_mode & S_IFMT != S_IFDIR else { return nil }
    return State(
      path: path, size: Int(status.st_size), seconds: status.modified.tv_sec, nanoseconds: status.modified.tv_nsec,
      node: UInt64(status.st_ino))
  }
}
