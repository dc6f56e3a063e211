package import Formats

/// What is printed for the file when a draft is signed: which files were looked at, and what would be published.
package struct SignOff: Sendable {
  /// A file by its name, size and SHA-256.
  package struct File: Sendable {
    package let name: String
    /// In bytes.
    package let size: Int
    package let digest: SHA256

    package init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      size = bytes.count
      digest = SHA256(of: bytes)
    }
  }

  /// What the draft was made from.
  package var inputs: [File]
  /// What would be published; empty where what was looked at is published already.
  package let files: [File]

  package init(inputs: [File], files: [File]) {
    self.inputs = inputs
    self.files = files
  }

  /// One digest for several files: that of the lines `sha256sum` prints for them, in the order of their names.
  static func digest(of files: [File]) -> SHA256 {
    SHA256(
      of: Array(
        files.sorted { $0.name < $1.name }.map { "\($0.digest.hexadecimal)  \($0.name)\n" }.joined().utf8))
  }
}
