extension GreyPage {
  /// Pages as a TIFF of several (TIFF 6.0, baseline): little-endian, grey, not compressed, a strip a page.
  static func tiff(_ pages: [GreyPage]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pages.reduce(8) { $0 + $1.dots.count + 160 })
    func append(_ value: Int, _ count: Int) {
      for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
    func set(_ value: Int, at place: Int) {
      for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
    }
    bytes += Array("II".utf8)
    append(42, 2)
    // Where the next directory stands is written once it is known.
    var link = bytes.count
    append(0, 4)
    for page in pages {
      let strip = bytes.count
      bytes += page.dots
      if bytes.count % 2 > 0 { bytes.append(0) }
      let resolution = bytes.count
      append(page.resolution, 4)
      append(1, 4)
      set(bytes.count, at: link)
      // Tag, type (3 two bytes, 4 four bytes, 5 a fraction that stands elsewhere), value.
      let fields = [
        (256, 4, page.width), (257, 4, page.height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, strip),
        (277, 3, 1), (278, 4, page.height), (279, 4, page.dots.count), (282, 5, resolution), (283, 5, resolution),
        (296, 3, 2),
      ]
      append(fields.count, 2)
      for (tag, type, value) in fields {
        append(tag, 2)
        append(type, 2)
        append(1, 4)
        append(value, 4)
      }
      link = bytes.count
      append(0, 4)
    }
    return bytes
  }

  /// The page larger or smaller by sixths, each dot from the four nearest.
  func resized(sixths: Int) -> GreyPage {
    let (width, height) = (max(1, width * sixths / 6), max(1, height * sixths / 6))
    let (ownWidth, ownHeight) = (self.width, self.height)
    let resized = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
      dots.withUnsafeBufferPointer { dots in
        for y in 0..<height {
          // Sixty-fourths of a dot, from middle to middle.
          let sourceY = max(0, (y * 2 + 1) * 192 / sixths - 32)
          let top = min(sourceY / 64, ownHeight - 1)
          let (bottom, down) = (min(top + 1, ownHeight - 1), sourceY % 64)
          for x in 0..<width {
            let sourceX = max(0, (x * 2 + 1) * 192 / sixths - 32)
            let left = min(sourceX / 64, ownWidth - 1)
            let (right, across) = (min(left + 1, ownWidth - 1), sourceX % 64)
            let upper =
              Int(dots[top * ownWidth + left]) * (64 - across) + Int(dots[top * ownWidth + right]) * across
            let lower =
              Int(dots[bottom * ownWidth + left]) * (64 - across) + Int(dots[bottom * ownWidth + right]) * across
            buffer[y * width + x] = UInt8((upper * (64 - down) + lower * down) >> 12)
          }
        }
      }
      count = width * height
    }
    return GreyPage(width: width, height: height, resolution: resolution * sixths / 6, dots: resized)
  }
}
