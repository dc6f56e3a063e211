package import Accounts
import Formats
import Synchronization
import System

/// The files that one run looks at, each read from the disk once: what an input is taken for, what is read of it and what
/// is signed for are then the same bytes, also when somebody saves it meanwhile.
///
/// It keeps what it has read, and so lives no longer than the input in hand.
package final class InputFiles: Sendable {
  private struct Contents {
    var files: [String: [UInt8]] = [:]
    var folders: [String: [String]] = [:]
    var parts: [String: [PublicationPart]] = [:]
    var converted: [String: [UInt8]] = [:]
  }

  private let contents = Mutex(Contents())

  /// The program that recognises letters on pictures, called as `tesseract` is; nil where pictures are not read.
  let engine: Recogniser?

  /// Nothing read yet; `engine` is the program that recognises letters on pictures, nil where they are not to be read.
  package init(engine: Recogniser? = nil) { self.engine = engine }

  /// The bytes of a file, or of the standard input for `-`, which can be read only once otherwise; throws as
  /// ``InputFile/bytes(of:atMost:)`` does, and keeps nothing then.
  package func bytes(
    of path: String, atMost limit: Int = InputFile.largestSize
  ) throws(UnusableInput) -> [UInt8] {
    if let known = contents.withLock({ $0.files[path] }), known.count <= limit { return known }
    let bytes = try InputFile.bytes(of: path, atMost: limit)
    contents.withLock { $0.files[path] = bytes }
    return bytes
  }

  /// The files read so far, by what messages call them, in the order of their paths.
  package var read: [(name: String, bytes: [UInt8])] {
    contents.withLock { $0.files }.sorted { $0.key < $1.key }.map { (InputFile.displayName(of: $0.key), $0.value) }
  }

  /// What a publication was decoded into, decoded only once.
  func parts(
    of path: String, _ decode: () throws(UnusableInput) -> [PublicationPart]
  ) throws(UnusableInput) -> [PublicationPart] {
    if let known = contents.withLock({ $0.parts[path] }) { return known }
    let bytes = engine == nil ? nil : contents.withLock { $0.files[path] }
    let parts =
      if let engine, let bytes { try engine.known.parts(of: bytes, decode) } else { try decode() }
    contents.withLock { $0.parts[path] = parts }
    return parts
  }

  /// What a file was converted into, converted only once.
  func converted(_ path: String, _ convert: () throws(UnusableInput) -> [UInt8]) throws(UnusableInput) -> [UInt8] {
    if let known = contents.withLock({ $0.converted[path] }) { return known }
    let bytes = try convert()
    contents.withLock { $0.converted[path] = bytes }
    return bytes
  }

  /// The text of a file as UTF-8, decoded from UTF-8 or GB18030; throws a located problem when it is neither.
  func text(of path: String, atMost limit: Int = InputFile.largestSize) throws(UnusableInput) -> [UInt8] {
    try InputFile.text(bytes(of: path, atMost: limit), of: path)
  }

  /// The names of what is in a folder, hidden ones among them, in order; nil when it cannot be opened.
  func names(in folder: String) -> [String]? {
    if let known = contents.withLock({ $0.folders[folder] }) { return known }
    guard let names = Folder.names(in: folder) else { return nil }
    contents.withLock { $0.folders[folder] = names }
    return names
  }

  /// The files at a path, itself or those in it, by the paths a user would write, but for hidden ones and `excluded`; none
  /// for the standard input. A ledger is the files of its folder, a publication those below too.
  ///
  /// Throws as ``bytes(of:atMost:)`` does.
  package func all(
    at path: String, besides excluded: String
  ) throws(UnusableInput) -> [(name: String, bytes: [UInt8])] {
    guard path != "-" else { return [] }
    guard InputFile.kind(of: path) == .folder else {
      return [(InputFile.displayName(of: path), try bytes(of: path))]
    }
    var all: [(name: String, bytes: [UInt8])] = []
    for name in InputFile.names(in: path, besides: excluded, among: self) {
      let file = (path.ends(with: "/") ? String(path.dropLast()) : path) + "/" + name
      all.append((InputFile.displayName(of: file), try bytes(of: file)))
    }
    return all
  }
}
