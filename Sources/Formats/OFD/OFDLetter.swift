/// A character where it stands on a page; in thousandths of a point from the upper left corner.
struct OFDLetter {
  let scalar: Unicode.Scalar
  /// Where it begins on its base line (基线), and where that line is; both are counted so that lines are read forwards.
  let x: Int
  let y: Int
  /// Where it ends if it is as wide as its like.
  let end: Int
  let em: Int
  /// Which way its line runs: across the page as a rule, down or up it where the text is turned by a quarter.
  let direction: Direction
  let box: (left: Int, top: Int, right: Int, bottom: Int)

  enum Direction: CaseIterable { case across, back, down, up }

  /// The widths of characters in parts of their height: an ideograph is a square, anything else about half of one.
  static func width(of scalar: Unicode.Scalar) -> Double { scalar.value >= 0x2E80 ? 1 : 0.5 }

  /// A point is 1/72 inch, an inch 25.4 millimetres.
  private static let thousandthsOfPoint = 72_000 / 25.4
  /// How far letters reach above and below their base line, in parts of their height.
  private static let (above, below) = (0.86, 0.14)

  /// Where a point of an object is on its page, in thousandths of a point; nil where that is on no paper.
  static func point(_ place: (x: Double, y: Double), _ origin: (x: Double, y: Double)) -> (x: Int, y: Int)? {
    let (x, y) = ((origin.x + place.x) * thousandthsOfPoint, (origin.y + place.y) * thousandthsOfPoint)
    guard abs(x) < 1e9, abs(y) < 1e9 else { return nil }
    return (Int(x.rounded()), Int(y.rounded()))
  }

  /// The character at a place of its object; nil for one that shows nothing, and for places that are on no paper.
  init?(
    _ scalar: Unicode.Scalar, at place: (x: Double, y: Double), _ origin: (x: Double, y: Double),
    _ transform: OFDTransform, size: Double
  ) {
    guard !scalar.properties.isWhitespace, scalar.value >= 0x20, scalar != "\u{FEFF}", scalar != "\u{200B}" else {
      return nil
    }
    let width = size * Self.width(of: scalar)
    func point(_ across: Double, _ down: Double) -> (x: Int, y: Int)? {
      Self.point(transform.moved(place.x + across, place.y + down), origin)
    }
    guard let start = point(0, 0), let end = point(width, 0),
      let corner = point(0, -size * Self.above), let other = point(width, size * Self.below)
    else { return nil }
    self.scalar = scalar
    let runsAcross = abs(end.x - start.x) >= abs(end.y - start.y)
    let (from, to) = runsAcross ? (start.x, end.x) : (start.y, end.y)
    direction = to >= from ? (runsAcross ? .across : .down) : (runsAcross ? .back : .up)
    (x, self.end) = to >= from ? (from, to) : (-from, -to)
    y = runsAcross ? start.y : start.x
    box = (
      min(corner.x, other.x), min(corner.y, other.y), max(corner.x, other.x), max(corner.y, other.y)
    )
    em = max(1, runsAcross ? box.bottom - box.top : box.right - box.left)
  }

  /// The texts that characters make, those of one base line joined where no gap parts them.
  static func joined(_ letters: [OFDLetter]) -> [OFDText] {
    var texts: [OFDText] = []
    for direction in Direction.allCases {
      let own = letters.filter { $0.direction == direction }.sorted { ($0.y, $0.x, $0.end) < ($1.y, $1.x, $1.end) }
      var from = 0
      while from < own.count {
        var to = from + 1
        while to < own.count, (own[to].y - own[from].y) * 20 <= own[from].em * 3 { to += 1 }
        texts += line(own[from..<to].sorted { ($0.x, $0.end) < ($1.x, $1.end) })
        from = to
      }
    }
    return texts
  }

  /// The texts of one line.
  private static func line(_ all: [OFDLetter]) -> [OFDText] {
    // What is printed twice at one place to look bold is one letter.
    var letters: [OFDLetter] = []
    for letter in all {
      if let last = letters.last, last.scalar == letter.scalar, (letter.x - last.x) * 5 < letter.em { continue }
      letters.append(letter)
    }
    var texts: [OFDText] = []
    var from = 0
    for index in letters.indices.dropFirst() where !letters[index].follows(letters[index - 1]) {
      texts.append(OFDText(letters[from..<index]))
      from = index
    }
    if from < letters.count { texts.append(OFDText(letters[from...])) }
    return texts
  }

  /// Whether it stands so close behind another, and not over it, that they are one text.
  private func follows(_ other: OFDLetter) -> Bool {
    let gap = x - other.end
    // Cells stand as close as a fifth of a letter; what is spread wider within a text is joined when lines are read.
    return gap * 100 < em * 13 && -gap * 100 < em * 40 && max(em, other.em) < 2 * min(em, other.em)
  }
}

extension OFDText {
  fileprivate init(_ letters: ArraySlice<OFDLetter>) {
    var scalars = String.UnicodeScalarView()
    for letter in letters { scalars.append(letter.scalar) }
    text = String(scalars)
    left = letters.map(\.box.left).min() ?? 0
    top = letters.map(\.box.top).min() ?? 0
    right = letters.map(\.box.right).max() ?? 0
    bottom = letters.map(\.box.bottom).max() ?? 0
    em = letters.first?.em ?? 1
  }
}
