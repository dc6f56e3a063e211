import Accounts
import Formats
import Synchronization

/// What was recognised of files in a run (认过的文件): each takes minutes, and is looked at once to tell whose it is and again to be
/// checked.
///
/// Files are known by their digests, so that it does not matter where they lie. It holds so many lines and rows, and forgets what it
/// has held longest.
final class RecognisedFiles: Sendable {
  private struct Contents {
    var parts: [SHA256: [PublicationPart]] = [:]
    /// Those that are held, the oldest first.
    var order: [SHA256] = []
    var count = 0
  }

  /// Most lines and rows that are held: those of a hundred publications.
  private let most: Int
  private let contents = Mutex(Contents())

  init(most: Int = 200_000) { self.most = most }

  /// What a file with these bytes is decoded into: what is known, or what decoding gives; kept where any of it was recognised.
  func parts(
    of bytes: [UInt8], _ decode: () throws(UnusableInput) -> [PublicationPart]
  ) throws(UnusableInput) -> [PublicationPart] {
    let digest = SHA256(of: bytes)
    if let known = contents.withLock({ $0.parts[digest] }) { return known }
    let parts = try decode()
    guard parts.contains(where: \.isRecognised), parts.count <= most else { return parts }
    contents.withLock { contents in
      guard contents.parts[digest] == nil else { return }
      contents.parts[digest] = parts
      contents.order.append(digest)
      contents.count += parts.count
      while contents.count > most {
        contents.count -= contents.parts.removeValue(forKey: contents.order.removeFirst())?.count ?? 0
      }
    }
    return parts
  }
}

extension PublicationPart {
  /// Whether its letters were recognised.
  fileprivate var isRecognised: Bool {
    switch self {
    case .line(_, _, let frame, _), .row(_, let frame), .passedOver(_, _, let frame, _, _): frame.isRecognised
    }
  }
}
