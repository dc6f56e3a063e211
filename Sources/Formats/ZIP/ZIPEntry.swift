/// One file inside a ZIP archive.
package struct ZIPEntry: Sendable, Equatable {
  /// The way the bytes of an entry are packed.
  package enum Method: Sendable, Equatable {
    /// The bytes as they are.
    case stored
    /// DEFLATE, as nearly all entries are.
    case deflated
  }

  /// The name with slashes between its parts; it names nothing outside the archive.
  package let name: String
  /// The way the bytes are packed.
  package let method: Method
  /// How many bytes it unpacks to.
  package let size: Int
  /// The CRC-32 of the unpacked bytes.
  package let checksum: UInt32
  /// Where the packed bytes lie in the archive.
  package let packedBytes: Range<Int>
}
