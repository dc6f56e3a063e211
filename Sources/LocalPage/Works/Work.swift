/// A piece of work (一件事): files that somebody handed in, and what is done with them. Those of two tabs have nothing in common.
struct Work: Sendable {
  /// How it stands.
  enum State: String, Sendable {
    /// Files are handed in.
    case open
    /// Others are done first.
    case waiting
    /// It is being done.
    case running
    /// It is done, and what came of it is there.
    case done
    /// It could not be done.
    case failed
    /// It was no longer wanted.
    case cancelled
  }

  let folder: WorkFolder
  var state = State.open
  /// What is said of it where it failed.
  var message = ""
  /// How many bytes and files were handed in.
  var (bytes, files) = (0, 0)
  /// Whether it is no longer wanted.
  var isUnwanted = false
  /// Whether nobody will ask for it any more.
  var isLeft = false
  /// When somebody last asked for it.
  var lastSeen = ContinuousClock.now

  init(_ folder: WorkFolder) { self.folder = folder }

  /// Whether it is in hand.
  var isInHand: Bool { state == .waiting || state == .running }
}
