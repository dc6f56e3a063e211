import TestSupport
import Testing

/// The package that the built tool writes of an example, built once for all tests that only need one to be there.
struct BuiltPackage: Sendable {
  /// What the run said.
  let run: Run
  /// The folder it was told to write to, which is gone again.
  let output: String
  /// What lay beside the package when the run had ended, the package included.
  let entries: [String]
  /// Its files by their paths; nil for a folder.
  let contents: [String: [UInt8]?]

  private init(_ example: Example) throws {
    let folder = try TemporaryFolder()
    output = folder.path + "/公开"
    run = try Run("build", example.folder, "-o", output)
    entries = try folder.entries
    contents = try folder.contents("公开")
  }

  private static let built = Dictionary(
    uniqueKeysWithValues: Example.allCases.map { example in (example, Once { try BuiltPackage(example) }) })

  /// That of an example.
  static func of(_ example: Example) throws -> BuiltPackage { try #require(built[example]).get() }

  /// A file of it as text.
  func text(_ name: String) throws -> String {
    String(decoding: try #require(contents[name] ?? nil), as: UTF8.self)
  }
}

extension TemporaryFolder {
  /// Lays a copy of the package that the tool built of an example, and gives its path; a package is known by the digests
  /// it brings.
  @discardableResult
  func package(_ name: String, of example: Example = .datong) throws -> String {
    for case (let file, let bytes?) in try BuiltPackage.of(example).contents {
      try write(bytes, to: name + "/" + file)
    }
    return path + "/" + name
  }
}
