/// An encoding in which a text file may be read.
package enum TextEncoding: Sendable, Equatable {
  /// UTF-8 without a byte order mark.
  case utf8
  /// UTF-8 that begins with a byte order mark, as Excel writes it.
  case utf8BOM
  /// GB 18030, which takes in GBK and GB 2312.
  case gb18030

  /// The name of the encoding as shown to people.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8BOM: "带 BOM 的 UTF-8"
    case .gb18030: "GB18030"
    }
  }
}
