package import Checks
import Formats

/// What is printed for the file when a draft is signed: which files were looked at, and what would be published.
package struct SignOff: Sendable {
  /// What the draft was made from.
  package var inputs: [CheckedFile]
  /// What would be published; empty where what was looked at is published already.
  package let files: [CheckedFile]

  package init(inputs: [CheckedFile], files: [CheckedFile]) {
    self.inputs = inputs
    self.files = files
  }

  /// One digest for several files: that of the lines `sha256sum` prints for them, in the order of their names.
  static func digest(of files: [CheckedFile]) -> SHA256 {
    SHA256(
      of: Array(
        files.sorted { $0.name < $1.name }.map { "\($0.digest.hexadecimal)  \($0.name)\n" }.joined().utf8))
  }
}
