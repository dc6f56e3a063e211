import Formats

/// The digests (摘要) that stand at the end of a package's `data.json`: by them a package is known again wherever it was copied
/// to, and a file in it that somebody changed.
///
/// `files` has the SHA-256 of every other file, as `sha256sum` prints it. `sha256` has that of `data.json` itself, taken with
/// these 64 digits written as noughts.
package struct PackageDigests {
  private static let ownKey = "sha256"
  private static let filesKey = "files"
  private static let noughts = Array(repeating: UInt8(ascii: "0"), count: 64)

  /// The digests of the other files in hexadecimal, by their paths in the package.
  package let files: [String: String]
  /// Whether `data.json` is as it was written.
  package let isIntact: Bool

  /// The digests in the bytes of a `data.json`; nil where it is none of a package that has them.
  package init?(dataFile bytes: [UInt8]) {
    let limits = JSONLimits(depth: 16, stringBytes: 1 << 20)
    guard let text = try? DecodedText.decode(bytes).utf8, let root = try? JSONText.parse(text, limits: limits),
      root[key: "format"]?.text == DisclosureJSON.format, let listed = root[key: Self.filesKey]?.elements,
      let own = root[key: Self.ownKey]?.text.map({ Array($0.utf8) })
    else { return nil }
    let pairs = listed.compactMap { file in
      file[key: "path"]?.text.flatMap { path in file[key: Self.ownKey]?.text.map { (path, $0) } }
    }
    files = Dictionary(pairs, uniquingKeysWith: { $1 })
    isIntact =
      Self.place(of: own, in: bytes).map { place in
        var plain = bytes
        plain.replaceSubrange(place, with: Self.noughts)
        return Array(SHA256(of: plain).hexadecimal.utf8) == own
      } ?? false
  }

  /// The last members of a `data.json`, its own digest not known yet.
  static func members(for files: [(path: String, bytes: [UInt8])]) -> [(String, JSONOutput)] {
    [
      (
        filesKey,
        .array(
          files.map {
            .inline(
              .object([("path", .string($0.path)), (ownKey, .string(SHA256(of: $0.bytes).hexadecimal))]))
          })
      ),
      (ownKey, .string(String(decoding: noughts, as: UTF8.self))),
    ]
  }

  /// A `data.json` with its own digest.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard let place = place(of: noughts, in: bytes) else { return bytes }
    var sealed = bytes
    sealed.replaceSubrange(place, with: SHA256(of: bytes).hexadecimal.utf8)
    return sealed
  }

  /// Where a digest stands last.
  private static func place(of digest: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    guard digest.count == noughts.count, bytes.count >= digest.count else { return nil }
    for start in stride(from: bytes.count - digest.count, through: 0, by: -1)
    where bytes[start] == digest[0] && bytes[start..<start + digest.count].elementsEqual(digest) {
      return start..<start + digest.count
    }
    return nil
  }
}
