/// The list of entries at the end of a ZIP archive, checked against the archive.
struct ZIPDirectory {
  private(set) var entries: [ZIPEntry] = []
  private(set) var positions: [String: Int] = [:]

  private let bytes: [UInt8]
  private let limits: ZIPLimits
  private var totalSize = 0

  /// What the end record tells of the list.
  private struct End {
    var entryCount: Int
    var size: Int
    var offset: Int
    /// Where the end records begin; the list lies before.
    var start: Int
  }

  init(_ bytes: [UInt8], limits: ZIPLimits) throws(ZIPError) {
    self.bytes = bytes
    self.limits = limits
    guard bytes.count <= limits.archiveBytes else {
      throw ZIPError(.archiveTooLarge(bytes: bytes.count, limit: limits.archiveBytes))
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw ZIPError(.compoundFile) }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw ZIPError(.notArchive) }

    let end = try findEnd()
    guard end.entryCount <= limits.entries else {
      throw ZIPError(.tooManyEntries(count: end.entryCount, limit: limits.entries))
    }
    guard end.offset >= 0, end.size >= 0, end.offset <= end.start, end.size == end.start - end.offset else {
      throw ZIPError(.directoryDamaged)
    }
    // The room each entry takes with its header; the list itself may not be part of one.
    var rooms: [(range: Range<Int>, name: String)] = []
    var offset = end.offset
    for _ in 0..<end.entryCount { offset = try readEntry(at: offset, directory: end.offset, rooms: &rooms) }
    guard offset == end.start else { throw ZIPError(.directoryDamaged) }

    rooms.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (room, next) in zip(rooms, rooms.dropFirst()) where next.range.lowerBound < room.range.upperBound {
      throw ZIPError(.overlaps(room.name), entry: next.name)
    }
  }

  private func findEnd() throws(ZIPError) -> End {
    // The end record takes 22 bytes and a comment of up to 65,535, and nothing stands behind it.
    var offset = bytes.count - 22
    let last = max(0, offset - 0xFFFF)
    while offset >= last {
      if bytes.uint32(at: offset) == 0x0605_4B50, let comment = bytes.uint16(at: offset + 20),
        offset + 22 + comment == bytes.count
      {
        return try readEnd(at: offset)
      }
      offset -= 1
    }
    throw ZIPError(.endMissing)
  }

  private func readEnd(at offset: Int) throws(ZIPError) -> End {
    guard let disk = bytes.uint16(at: offset + 4), let firstDisk = bytes.uint16(at: offset + 6),
      let countHere = bytes.uint16(at: offset + 8), let count = bytes.uint16(at: offset + 10),
      let size = bytes.uint32(at: offset + 12), let start = bytes.uint32(at: offset + 16)
    else { throw ZIPError(.endMissing) }

    // The locator of a zip64 end record, where there is one, takes the 20 bytes before.
    if bytes.uint32(at: offset - 20) == 0x0706_4B50, let place = bytes.uint64(at: offset - 12) {
      guard bytes.uint32(at: offset - 16) == 0, (bytes.uint32(at: offset - 4) ?? 0) <= 1 else {
        throw ZIPError(.severalDisks)
      }
      guard place <= offset - 20 - 56, bytes.uint32(at: place) == 0x0606_4B50,
        let recordSize = bytes.uint64(at: place + 4), recordSize == offset - 20 - 12 - place,
        let count = bytes.uint64(at: place + 32), let size = bytes.uint64(at: place + 40),
        let start = bytes.uint64(at: place + 48)
      else { throw ZIPError(.directoryDamaged) }
      return End(entryCount: count, size: size, offset: start, start: place)
    }
    guard disk == 0, firstDisk == 0, countHere == count else { throw ZIPError(.severalDisks) }
    return End(entryCount: count, size: size, offset: start, start: offset)
  }

  /// Reads one line of the list and returns where the next begins.
  private mutating func readEntry(
    at offset: Int, directory: Int, rooms: inout [(range: Range<Int>, name: String)]
  ) throws(ZIPError) -> Int {
    guard bytes.uint32(at: offset) == 0x0201_4B50, let flags = bytes.uint16(at: offset + 8),
      let method = bytes.uint16(at: offset + 10), let checksum = bytes.uint32(at: offset + 16),
      var packedSize = bytes.uint32(at: offset + 20), var size = bytes.uint32(at: offset + 24),
      let nameLength = bytes.uint16(at: offset + 28), let extraLength = bytes.uint16(at: offset + 30),
      let commentLength = bytes.uint16(at: offset + 32), var header = bytes.uint32(at: offset + 42)
    else { throw ZIPError(.directoryDamaged) }
    let next = offset + 46 + nameLength + extraLength + commentLength
    guard next <= bytes.count else { throw ZIPError(.directoryDamaged) }
    let rawName = bytes[(offset + 46)..<(offset + 46 + nameLength)]
    let name = try Self.safeName(rawName)

    try widen(
      &size, &packedSize, &header, from: (offset + 46 + nameLength)..<(offset + 46 + nameLength + extraLength),
      name: name)
    guard flags & 1 == 0 else { throw ZIPError(.encrypted, entry: name) }
    let packedBytes = try checkHeader(
      at: header, of: rawName, name: name, packedSize: packedSize, size: size, directory: directory)
    rooms.append((header..<packedBytes.upperBound, name))
    if name.hasSuffix("/") {
      guard size == 0, packedSize == 0 else { throw ZIPError(.unsafeName, entry: name) }
      return next
    }

    guard let method = Self.method(method) else { throw ZIPError(.unsupportedMethod(method), entry: name) }
    if method == .stored, size != packedSize { throw ZIPError(.sizeWrong(expected: size), entry: name) }
    try checkSize(size, packedSize: packedSize, name: name)
    guard positions.updateValue(entries.count, forKey: name.lowercased()) == nil else {
      throw ZIPError(.duplicateName, entry: name)
    }
    entries.append(
      ZIPEntry(
        name: name, method: method, size: size, checksum: UInt32(truncatingIfNeeded: checksum),
        packedBytes: packedBytes))
    return next
  }

  private static func method(_ number: Int) -> ZIPEntry.Method? {
    switch number {
    case 0: .stored
    case 8: .deflated
    default: nil
    }
  }

  /// The name with backslashes, which some writers of old put, turned round.
  private static func safeName(_ raw: ArraySlice<UInt8>) throws(ZIPError) -> String {
    let name = String(decoding: raw.map { $0 == ASCII.backslash ? ASCII.slash : $0 }, as: UTF8.self)
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe =
      !name.isEmpty && !name.hasPrefix("/") && !parts.contains { $0 == ".." || $0 == "." }
      && !name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == ASCII.colon }
    guard isSafe else { throw ZIPError(.unsafeName, entry: name) }
    return name
  }

  /// Takes the numbers too large for four bytes from the zip64 field of an entry.
  private func widen(
    _ size: inout Int, _ packedSize: inout Int, _ header: inout Int, from extra: Range<Int>, name: String
  ) throws(ZIPError) {
    guard size == 0xFFFF_FFFF || packedSize == 0xFFFF_FFFF || header == 0xFFFF_FFFF else { return }
    var offset = extra.lowerBound
    while offset + 4 <= extra.upperBound, let id = bytes.uint16(at: offset), let length = bytes.uint16(at: offset + 2) {
      offset += 4
      guard id == 1 else {
        offset += length
        continue
      }
      let end = min(offset + length, extra.upperBound)
      func take(_ value: inout Int) throws(ZIPError) {
        guard value == 0xFFFF_FFFF else { return }
        guard offset + 8 <= end, let wide = bytes.uint64(at: offset) else {
          throw ZIPError(.outsideArchive, entry: name)
        }
        value = wide
        offset += 8
      }
      try take(&size)
      try take(&packedSize)
      try take(&header)
      return
    }
    throw ZIPError(.outsideArchive, entry: name)
  }

  /// Compares an entry's own header with the list and returns where its packed bytes lie.
  private func checkHeader(
    at header: Int, of rawName: ArraySlice<UInt8>, name: String, packedSize: Int, size: Int, directory: Int
  ) throws(ZIPError) -> Range<Int> {
    guard header <= directory - 30, bytes.uint32(at: header) == 0x0403_4B50, let flags = bytes.uint16(at: header + 6),
      let localPackedSize = bytes.uint32(at: header + 18), let localSize = bytes.uint32(at: header + 22),
      let nameLength = bytes.uint16(at: header + 26), let extraLength = bytes.uint16(at: header + 28)
    else { throw ZIPError(.outsideArchive, entry: name) }
    let start = header + 30 + nameLength + extraLength
    guard start <= directory, packedSize <= directory - start else { throw ZIPError(.outsideArchive, entry: name) }
    guard bytes[(header + 30)..<(header + 30 + nameLength)] == rawName else {
      throw ZIPError(.headersDisagree, entry: name)
    }
    // With bit 3 the sizes stand behind the data, and with zip64 in an extra field; then the list alone counts.
    let isKnown = flags & 8 == 0 && localPackedSize != 0xFFFF_FFFF && localSize != 0xFFFF_FFFF
    if isKnown, localPackedSize != packedSize || localSize != size {
      throw ZIPError(.headersDisagree, entry: name)
    }
    return start..<(start + packedSize)
  }

  private mutating func checkSize(_ size: Int, packedSize: Int, name: String) throws(ZIPError) {
    guard size <= limits.entryBytes else {
      throw ZIPError(.entryTooLarge(bytes: size, limit: limits.entryBytes), entry: name)
    }
    guard size <= limits.totalBytes - totalSize else { throw ZIPError(.totalTooLarge(limit: limits.totalBytes)) }
    totalSize += size
    if size > limits.bytesOfAnyRatio, size / max(1, packedSize) >= limits.ratio {
      throw ZIPError(.ratioTooHigh(limit: limits.ratio), entry: name)
    }
  }
}
