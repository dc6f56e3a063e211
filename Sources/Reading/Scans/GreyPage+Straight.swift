extension GreyPage {
  /// The page turned so that its lines are level (纠斜): by at most two degrees, and not at all where it is level or nothing
  /// tells.
  ///
  /// Lines are level where the dark dots of the page gather in as few rows as they can. Takes time in proportion to the dots.
  func straightened() -> GreyPage {
    let slope = slope()
    // Less than a dot over the whole width.
    guard abs(slope) * Double(width) > 1 else { return self }
    return turned(by: slope)
  }

  /// How far a line goes down for each dot to the right.
  func slope() -> Double {
    let threshold = threshold
    var points: [(x: Int32, y: Int32)] = []
    points.reserveCapacity(Self.mostPoints + 1000)
    dots.withUnsafeBufferPointer { dots in
      // A dark dot under a light one: the upper edges of letters and rules, which are sharp.
      let stride = max(1, dots.count / 12_000_000)
      for y in 1..<max(1, height) {
        let row = y * width
        var x = (y * 7) % stride
        while x < width {
          if dots[row + x] < threshold, dots[row + x - width] >= threshold { points.append((Int32(x), Int32(y))) }
          x += stride
        }
      }
    }
    guard points.count > 200 else { return 0 }
    if points.count > Self.mostPoints {
      let step = points.count / Self.mostPoints + 1
      points = points.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    }
    var best = (score: -1.0, slope: 0.0)
    func look(_ slopes: StrideThrough<Double>, _ step: Double) {
      for slope in slopes {
        let score = gathering(points, slope)
        if score > best.score { best = (score, slope) }
      }
    }
    look(stride(from: -0.036, through: 0.036, by: 0.002), 0.002)
    look(stride(from: best.slope - 0.002, through: best.slope + 0.002, by: 0.0004), 0.0004)
    look(stride(from: best.slope - 0.0004, through: best.slope + 0.0004, by: 0.0001), 0.0001)
    return best.slope
  }

  private static let mostPoints = 60_000

  /// How closely points gather in rows of a slope: the sum of the squares of how many lie in each.
  private func gathering(_ points: [(x: Int32, y: Int32)], _ slope: Double) -> Double {
    var rows = [Int32](repeating: 0, count: height + width / 8 + 16)
    let shift = Double(width) * 0.04
    let count = rows.count
    rows.withUnsafeMutableBufferPointer { rows in
      for point in points {
        let row = Int(Double(point.y) - slope * Double(point.x) + shift)
        if row >= 0, row < count { rows[row] += 1 }
      }
    }
    return rows.reduce(0.0) { $0 + Double($1) * Double($1) }
  }

  /// The page turned about its middle; what comes in from outside is as light as the paper.
  private func turned(by slope: Double) -> GreyPage {
    let cosine = 1 / (1 + slope * slope).squareRoot()
    let sine = slope * cosine
    let (middleX, middleY) = (Double(width) / 2, Double(height) / 2)
    let paper = UInt8(paper)
    let (width, height) = (width, height)
    var turned = [UInt8](repeating: paper, count: dots.count)
    dots.withUnsafeBufferPointer { from in
      turned.withUnsafeMutableBufferPointer { to in
        for y in 0..<height {
          // Sixteen bits behind the point: a page is less than 32 thousand dots wide.
          var sourceX = Int(((0 - middleX) * cosine - (Double(y) - middleY) * sine + middleX) * 65536)
          var sourceY = Int(((0 - middleX) * sine + (Double(y) - middleY) * cosine + middleY) * 65536)
          let (stepX, stepY) = (Int(cosine * 65536), Int(sine * 65536))
          for x in 0..<width {
            let (left, top) = (sourceX >> 16, sourceY >> 16)
            if left >= 0, top >= 0, left < width - 1, top < height - 1 {
              let (across, down) = ((sourceX & 0xFFFF) >> 8, (sourceY & 0xFFFF) >> 8)
              let place = top * width + left
              let upper = Int(from[place]) * (256 - across) + Int(from[place + 1]) * across
              let lower = Int(from[place + width]) * (256 - across) + Int(from[place + width + 1]) * across
              to[y * width + x] = UInt8((upper * (256 - down) + lower * down) >> 16)
            }
            sourceX += stepX
            sourceY += stepY
          }
        }
      }
    }
    var page = GreyPage(width: width, height: height, resolution: resolution, dots: turned)
    page.slant = slope
    guard !seals.isEmpty else { return page }
    let (across, down) = (Self.squares(width), Self.squares(height))
    page.seals = (0..<across * down).map { square in
      let (x, y) = (Double(square % across * Self.sealSide), Double(square / across * Self.sealSide))
      let (column, row) = (
        Int((x - middleX) * cosine - (y - middleY) * sine + middleX) / Self.sealSide,
        Int((x - middleX) * sine + (y - middleY) * cosine + middleY) / Self.sealSide
      )
      return (0..<across).contains(column) && (0..<down).contains(row) ? seals[row * across + column] : 0
    }
    return page
  }
}
