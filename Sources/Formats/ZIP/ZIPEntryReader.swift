internal import CZlib

/// The unpacked bytes of one entry of a ZIP archive, read piece by piece.
///
/// Size and checksum are checked: a reader that comes to its end without an error has given the right bytes.
package final class ZIPEntryReader {
  private let archive: [UInt8]
  private let entry: ZIPEntry
  private let inflater: Inflater?
  /// Where the next packed byte lies.
  private var offset: Int
  private var givenCount = 0
  private var checksum: UInt
  private var isAtEnd = false

  init(_ entry: ZIPEntry, in archive: [UInt8]) throws(ZIPError) {
    self.archive = archive
    self.entry = entry
    offset = entry.packedBytes.lowerBound
    checksum = crc32(0, nil, 0)
    inflater = entry.method == .deflated ? Inflater() : nil
    if entry.method == .deflated, inflater == nil { throw ZIPError(.dataDamaged, entry: entry.name) }
  }

  /// Appends at most the given number of bytes, which is at least 1; false once there are no more.
  package func read(_ count: Int = 65_536, into buffer: inout [UInt8]) throws(ZIPError) -> Bool {
    guard !isAtEnd else { return false }
    // A byte of room beyond the size shows a stream that goes on too long.
    let room = min(max(1, count), entry.size - givenCount + 1)
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: room))
    let given = try buffer.withUnsafeMutableBufferPointer { (whole) throws(ZIPError) -> Int in
      try give(into: UnsafeMutableBufferPointer(rebasing: whole[start...]))
    }
    buffer.removeLast(room - given)
    givenCount += given
    guard givenCount <= entry.size else { throw ZIPError(.sizeWrong(expected: entry.size), entry: entry.name) }
    checksum = buffer.withUnsafeBufferPointer { whole in
      // Without a pointer zlib would begin the checksum anew.
      guard given > 0, let base = whole.baseAddress else { return checksum }
      return crc32(checksum, base + start, UInt32(given))
    }
    if isAtEnd {
      guard givenCount == entry.size, offset == entry.packedBytes.upperBound else {
        throw ZIPError(.sizeWrong(expected: entry.size), entry: entry.name)
      }
      guard checksum == UInt(entry.checksum) else { throw ZIPError(.checksumWrong, entry: entry.name) }
    }
    return given > 0 || !isAtEnd
  }

  private func give(into output: UnsafeMutableBufferPointer<UInt8>) throws(ZIPError) -> Int {
    try archive.withUnsafeBufferPointer { (whole) throws(ZIPError) -> Int in
      let input = UnsafeBufferPointer(rebasing: whole[offset..<entry.packedBytes.upperBound])
      guard let inflater else {
        let given = min(input.count, output.count)
        _ = output.update(fromContentsOf: input.prefix(given))
        offset += given
        isAtEnd = offset == entry.packedBytes.upperBound
        return given
      }
      let (taken, given, state) = inflater.step(from: input, into: output)
      offset += taken
      switch state {
      case .ended: isAtEnd = true
      case .goesOn where taken > 0 || given > 0: break
      case .goesOn, .damaged: throw ZIPError(.dataDamaged, entry: entry.name)
      }
      return given
    }
  }
}
