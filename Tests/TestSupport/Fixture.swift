package import FoundationEssentials

/// A file of the folder `Fixtures` beside a test, written by others or by hand.
package enum Fixture {
  /// Where the file is.
  package static func url(_ name: String, besides test: String = #filePath) -> URL {
    URL(filePath: test).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  }

  /// Its bytes.
  package static func bytes(_ name: String, besides test: String = #filePath) throws -> [UInt8] {
    Array(try Data(contentsOf: url(name, besides: test)))
  }

  /// Its text.
  package static func text(_ name: String, besides test: String = #filePath) throws -> String {
    String(decoding: try bytes(name, besides: test), as: UTF8.self)
  }

  /// What its JSON holds.
  package static func value<Value: Decodable>(
    _ type: Value.Type, _ name: String, besides test: String = #filePath
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: url(name, besides: test)))
  }
}
