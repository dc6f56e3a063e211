import System

/// What becomes of the body of a request (接收): nothing is kept in memory, and nothing is written before it is known that it may be.
enum Intake: Sendable {
  /// There is to be none.
  case nothing
  /// It is written to a file that is not there yet.
  case file(String)
}

/// A file that is being received.
struct ReceivedFile {
  let path: String
  private let descriptor: Int32

  /// Begins it where there is nothing; nil where that cannot be done.
  init?(_ path: String) {
    guard let descriptor = newPrivateFile(path) else { return nil }
    self.path = path
    self.descriptor = descriptor
  }

  /// Adds bytes; false where the disk does not take them.
  func add(_ bytes: ArraySlice<UInt8>) -> Bool { writeBytes(Array(bytes), to: descriptor) }

  /// Is finished.
  func close() { closeFile(descriptor) }

  /// Was not finished, and goes.
  func discard() {
    close()
    Folder.remove(path)
  }
}
