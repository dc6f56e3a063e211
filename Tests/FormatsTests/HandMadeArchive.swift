import CZlib

/// A ZIP archive made by hand, which may say about itself what is not so.
struct HandMadeArchive {
  struct Entry {
    var name: String
    var data: [UInt8]
    /// What the entry's own header calls it.
    var localName: String?
    var method = 0
    var flags = 0
    var checksum: UInt32?
    /// What the list says it unpacks to and takes.
    var size: Int?
    var packedSize: Int?
    /// Where the list says it begins.
    var offset: Int?

    init(_ name: String, _ data: [UInt8] = []) {
      self.name = name
      self.data = data
    }
  }

  var entries: [Entry] = []
  /// How many entries the end record tells of.
  var count: Int?
  /// Where the end record says the list is.
  var directoryOffset: Int?

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let localName = Array((entry.localName ?? entry.name).utf8)
      let sum = entry.checksum ?? UInt32(crc32(0, entry.data, UInt32(entry.data.count)))
      let packedSize = entry.packedSize ?? entry.data.count
      let size = entry.size ?? entry.data.count
      func shared(nameCount: Int) -> [UInt8] {
        number(20, 2) + number(entry.flags, 2) + number(entry.method, 2) + number(0, 4) + number(Int(sum), 4)
          + number(packedSize, 4) + number(size, 4) + number(nameCount, 2) + number(0, 2)
      }
      bytes += number(0x0403_4B50, 4) + shared(nameCount: localName.count) + localName + entry.data
      let name = Array(entry.name.utf8)
      directory += number(0x0201_4B50, 4) + number(20, 2) + shared(nameCount: name.count) + number(0, 10)
      directory += number(entry.offset ?? offset, 4) + name
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(count ?? entries.count, 2) + number(count ?? entries.count, 2)
      + number(directory.count, 4) + number(directoryOffset ?? bytes.count, 4) + number(0, 2)
    return bytes + directory + end
  }

  private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
