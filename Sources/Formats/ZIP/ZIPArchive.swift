/// A ZIP archive held in memory, whose entries are unpacked one at a time as they are asked for.
///
/// All it says about itself is checked when it is opened: places, sizes, names and limits. No name ever reaches
/// the file system. What an entry unpacks to is checked while it is unpacked.
package struct ZIPArchive: Sendable {
  /// The entries in the order of the archive's list; folders are left out.
  package let entries: [ZIPEntry]
  private let bytes: [UInt8]
  /// Where in the list an entry stands, by its name in lower case.
  private let positions: [String: Int]

  /// Opens an archive; the time it takes grows with the number of entries only.
  package init(_ bytes: [UInt8], limits: ZIPLimits = ZIPLimits()) throws(ZIPError) {
    let directory = try ZIPDirectory(bytes, limits: limits)
    self.bytes = bytes
    entries = directory.entries
    positions = directory.positions
  }

  /// The entry with a name, compared without regard to case; nil when there is none.
  package func entry(named name: String) -> ZIPEntry? {
    positions[name.lowercased()].map { entries[$0] }
  }

  /// A reader of the unpacked bytes of an entry of this archive.
  package func reader(of entry: ZIPEntry) throws(ZIPError) -> ZIPEntryReader {
    try ZIPEntryReader(entry, in: bytes)
  }

  /// All unpacked bytes of an entry of this archive; its memory is that of its size.
  package func contents(of entry: ZIPEntry) throws(ZIPError) -> [UInt8] {
    let reader = try reader(of: entry)
    var contents: [UInt8] = []
    while try reader.read(into: &contents) {}
    return contents
  }
}
