import Foundation

/// The commit a checkout stands at, read from the files that Git keeps.
enum Commit {
  /// Its first twelve digits; nil where the files do not tell it. `git` holds HEAD, `branches` the branches, which may
  /// be another folder's.
  static func short(in git: URL, branches: URL) -> String? {
    guard let head = text(of: git.appending(path: "HEAD")) else { return nil }
    guard head.hasPrefix("ref: ") else { return digits(of: head) }
    let name = String(head.dropFirst("ref: ".count))
    if let branch = text(of: branches.appending(path: name)) { return digits(of: branch) }
    let packed = text(of: branches.appending(path: "packed-refs"))?.split(whereSeparator: \.isNewline)
    return packed?.first { $0.hasSuffix(" " + name) }.flatMap { digits(of: String($0)) }
  }

  /// The Swift source that tells the program its commit. A body that changes leaves the files that use it as they are.
  static func source(_ commit: String?) -> String {
    """
    /// The first digits of the commit that this program was built from; nil where that is not known.
    var commit: String? { \(commit.map { "\"\($0)\"" } ?? "nil") }

    """
  }

  private static func digits(of line: String) -> String? {
    let digits = line.prefix { $0.isASCII && $0.isHexDigit }
    return digits.count >= 40 ? String(digits.prefix(12)) : nil
  }

  private static func text(of file: URL) -> String? {
    (try? String(contentsOf: file, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
