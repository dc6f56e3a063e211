import CZlib

/// A grey picture as PNG (ISO/IEC 15948): sixteen greys, two dots a byte, the same bytes for the same dots wherever it is made.
package enum GreyPNG {
  /// The file of dots, a byte each, 0 black and 255 white, row by row from the upper left corner.
  package static func bytes(width: Int, height: Int, dots: [UInt8]) -> [UInt8] {
    precondition(width > 0 && height > 0 && dots.count == width * height)
    var rows: [UInt8] = []
    rows.reserveCapacity((width / 2 + 2) * height)
    dots.withUnsafeBufferPointer { dots in
      for row in stride(from: 0, to: dots.count, by: width) {
        // No filter: greys of four bits are packed best as they are.
        rows.append(0)
        for x in stride(from: row, to: row + width, by: 2) {
          let second = x + 1 < row + width ? sixteenth(dots[x + 1]) : 0
          rows.append(sixteenth(dots[x]) << 4 | second)
        }
      }
    }
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Four bits a dot, grey, packed as always, filters as always, not interlaced.
    append("IHDR", UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes + [4, 0, 0, 0, 0], to: &bytes)
    append("IDAT", ZlibStream.packed(rows), to: &bytes)
    append("IEND", [], to: &bytes)
    return bytes
  }

  /// The nearest of sixteen greys.
  private static func sixteenth(_ grey: UInt8) -> UInt8 { UInt8((Int(grey) * 15 + 127) / 255) }

  private static func append(_ kind: String, _ content: [UInt8], to bytes: inout [UInt8]) {
    let chunk = Array(kind.utf8) + content
    let checksum = chunk.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
    bytes += UInt32(content.count).bigEndianBytes + chunk + checksum.bigEndianBytes
  }
}
