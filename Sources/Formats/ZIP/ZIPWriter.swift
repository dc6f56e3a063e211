internal import CZlib

/// The writing of ZIP archives, always the same for the same entries.
///
/// Every entry bears the first date ZIP knows, 1980-01-01, so that the bytes do not depend on the clock.
package struct ZIPWriter: Sendable {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var entryCount = 0

  /// A writer without entries.
  package init() {}

  /// Adds an entry, deflated where that makes it smaller.
  ///
  /// Names are to differ and sizes to stay below 2 GiB: whoever writes more needs zip64, which is only read here.
  package mutating func add(_ name: String, _ contents: [UInt8]) {
    let deflated = Deflater.deflate(contents)
    let isDeflated = deflated.count < contents.count
    let packed = isDeflated ? deflated : contents
    let checksum = contents.withUnsafeBufferPointer { buffer in
      buffer.isEmpty ? 0 : crc32(0, buffer.baseAddress, UInt32(buffer.count))
    }
    let offset = bytes.count
    let name = Array(name.utf8)

    var shared: [UInt8] = []
    shared.append(uint16: 20)  // version 2.0 is enough to unpack it
    shared.append(uint16: 0x0800)  // the name is UTF-8
    shared.append(uint16: isDeflated ? 8 : 0)
    shared.append(uint16: 0)  // 00:00:00
    shared.append(uint16: 0x0021)  // 1980-01-01
    shared.append(uint32: Int(checksum))
    shared.append(uint32: packed.count)
    shared.append(uint32: contents.count)
    shared.append(uint16: name.count)
    shared.append(uint16: 0)  // no extra fields

    bytes.append(uint32: 0x0403_4B50)
    bytes += shared
    bytes += name
    bytes += packed

    directory.append(uint32: 0x0201_4B50)
    directory.append(uint16: 20)  // made by version 2.0 on MS-DOS, which says nothing of file modes
    directory += shared
    directory.append(uint16: 0)  // no comment
    directory.append(uint16: 0)  // first disk
    directory.append(uint16: 0)
    directory.append(uint32: 0)  // no attributes
    directory.append(uint32: offset)
    directory += name
    entryCount += 1
  }

  /// The archive with all entries added so far.
  package var archive: [UInt8] {
    var archive = bytes + directory
    archive.append(uint32: 0x0605_4B50)
    archive.append(uint32: 0)  // one disk only
    archive.append(uint16: entryCount)
    archive.append(uint16: entryCount)
    archive.append(uint32: directory.count)
    archive.append(uint32: bytes.count)
    archive.append(uint16: 0)  // no comment
    return archive
  }
}
