/// A page as a grey picture (灰度页面): a byte a dot, 0 black and 255 white, row by row from the upper left corner.
struct GreyPage: Sendable, Equatable {
  let width: Int
  let height: Int
  /// How many dots are an inch.
  let resolution: Int
  var dots: [UInt8]
  /// How it was turned to be level (纠斜): how far a line of the page that was taken goes down for each dot to the right.
  var slant = 0.0
  /// Where red print was (印章), a byte for each square of ``sealSide`` dots; empty where there was none.
  var seals: [UInt8] = []

  /// Most dots of a page: A3 at 400 dots an inch is 31 million.
  static let mostDots = 60_000_000

  /// How light in red the black under a seal is, and the seal on paper; and how much more red than others what is red has.
  private static let (darkRed, lightRed, leastRed) = (90, 185, 15)

  /// How many dots wide and high the squares are in which red print is noted, in how many of their dots it must be, and how
  /// much more red than others they have there.
  static let (sealSide, sealDots, sealRed) = (8, 8, 40)

  /// A page of these dots.
  init(width: Int, height: Int, resolution: Int, dots: [UInt8]) {
    precondition(width > 0 && height > 0 && dots.count == width * height)
    (self.width, self.height, self.resolution, self.dots) = (width, height, resolution, dots)
  }

  /// A picture as poppler writes it: PGM (P5) or PPM (P6) with a byte a sample; nil for any other.
  ///
  /// Of colours red alone is taken: a seal is nearly as light in it as the paper, and what was printed black is dark in it, also
  /// under the seal. What is red is made as light as paper where no print is, so that the seal leaves no shade.
  init?(netpbm bytes: [UInt8], resolution: Int) {
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "P"), [UInt8(ascii: "5"), UInt8(ascii: "6")].contains(bytes[1])
    else { return nil }
    var index = 2
    var numbers: [Int] = []
    while numbers.count < 3 {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: "#") {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        continue
      }
      var value = 0
      let start = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]), value < 1_000_000 {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index > start else { return nil }
      numbers.append(value)
    }
    // One sign stands between the numbers and the samples.
    index += 1
    let samples = bytes[1] == UInt8(ascii: "5") ? 1 : 3
    let (width, height) = (numbers[0], numbers[1])
    guard width > 0, height > 0, numbers[2] == 255, width * height <= Self.mostDots,
      index <= bytes.count, bytes.count - index >= width * height * samples
    else { return nil }
    let dots: [UInt8]
    let across = Self.squares(width)
    var reds: [UInt8] = []
    if samples == 1 {
      dots = Array(bytes[index..<index + width * height])
    } else {
      reds = [UInt8](repeating: 0, count: across * Self.squares(height))
      dots = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
        bytes.withUnsafeBufferPointer { bytes in
          for place in 0..<width * height {
            let red = bytes[index + place * 3]
            let least = min(bytes[index + place * 3 + 1], bytes[index + place * 3 + 2])
            if Int(red) - Int(least) > Self.sealRed {
              reds[place / width / Self.sealSide * across + place % width / Self.sealSide] += 1
            }
            // From black under the seal to the seal on paper, as from black to white.
            let seal = min(max(Int(red) - Self.darkRed, 0) * 255 / (Self.lightRed - Self.darkRed), 255)
            buffer[place] = Int(red) - Int(least) > Self.leastRed ? UInt8(seal) : red
          }
        }
        count = width * height
      }
    }
    self.init(width: width, height: height, resolution: resolution, dots: dots)
    if reds.contains(where: { $0 >= Self.sealDots }) { seals = reds.map { $0 >= Self.sealDots ? 1 : 0 } }
  }

  /// How many squares lie on so many dots.
  static func squares(_ dots: Int) -> Int { (dots + sealSide - 1) / sealSide }

  /// Whether red print was in a part of the page.
  func hasSeal(_ columns: Range<Int>, _ rows: Range<Int>) -> Bool {
    guard !seals.isEmpty else { return false }
    let (across, down) = (Self.squares(width), Self.squares(height))
    func among(_ dots: Range<Int>, _ count: Int) -> Range<Int> {
      (dots.lowerBound / Self.sealSide..<Self.squares(dots.upperBound)).clamped(to: 0..<count)
    }
    return among(rows, down).contains { row in among(columns, across).contains { seals[row * across + $0] > 0 } }
  }

  /// The picture as PGM.
  var pgm: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + dots }

  /// How light the paper is: the grey that most of the lighter dots have.
  var paper: Int {
    var counts = [Int](repeating: 0, count: 256)
    dots.withUnsafeBufferPointer { dots in
      for place in stride(from: 0, to: dots.count, by: 7) { counts[Int(dots[place])] += 1 }
    }
    return (128..<256).max { counts[$0] < counts[$1] } ?? 255
  }

  /// A dot is dark below this: three quarters of the paper.
  var threshold: UInt8 { UInt8(paper * 3 / 4) }
}
