extension GreyPage {
  /// The page with its letters half as large again, or two thirds as large where they are large, and how many of its sixths a
  /// sixth of the page is: what an engine reads once more it reads of other dots.
  func resized(letter: Int) -> (page: GreyPage, sixths: Int) {
    let sixths = letter < Self.largeLetter ? 9 : 4
    let (width, height) = (max(1, width * sixths / 6), max(1, height * sixths / 6))
    guard width * height <= Self.mostDots else { return (self, 6) }
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
    return (GreyPage(width: width, height: height, resolution: resolution * sixths / 6, dots: resized), sixths)
  }

  /// Letters of so many dots are large: engines read those of some thirty best.
  private static let largeLetter = 36
}
