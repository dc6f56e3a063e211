import Accounts

/// A file of a publication, before it is known in which format it is (公开的一个文件).
struct PublicationFile: Sendable {
  let path: String
  let bytes: [UInt8]
  /// What it is where it is no text.
  let kind: FileKind?
  private let content: Result<[UInt8], UnusableInput>

  init(_ path: String, _ bytes: [UInt8]) throws(UnusableInput) {
    self.path = path
    self.bytes = bytes
    let kind = try FileKinds.standard().kind(of: bytes)
    self.kind = kind
    content =
      kind == nil
      ? Result { () throws(UnusableInput) in try InputFile.decoded(bytes, of: path) } : .success([])
  }

  /// What it is called in messages.
  var name: String { InputFile.displayName(of: path) }

  /// Its text as UTF-8, empty where it is none; throws where its bytes spell none.
  func text() throws(UnusableInput) -> [UInt8] { try content.get() }

  /// Its text as UTF-8; nil where it is none.
  var decoded: [UInt8]? { kind == nil ? try? content.get() : nil }

  /// Whether it begins as JSON does.
  var isJSON: Bool { decoded?.first { $0 != 0x20 && !(0x09...0x0D).contains($0) } == UInt8(ascii: "{") }
}
