/// A page drawn from what was read of it (按读出的文字绘制的页面), as SVG: each word in its box, and the lines. It is no picture of the
/// original, and only shows where what was read stands.
package struct PageDrawing: Sendable {
  /// A text and its box, in thousandths of a point, and the height of its letters where it is known.
  package struct Word: Sendable {
    let text: String
    let left, top, right, bottom: Int
    let em: Int?

    package init(_ text: String, left: Int, top: Int, right: Int, bottom: Int, em: Int?) {
      self.text = text
      (self.left, self.top, self.right, self.bottom, self.em) = (left, top, right, bottom, em)
    }
  }

  private var words: [Word] = []
  /// The lines as commands of a path.
  private var lines: [String] = []
  private var (right, bottom) = (0, 0)

  /// A tenth of a point, in which lengths are written.
  private static let unit = 100
  /// What is left free right of and below everything, in thousandths of a point, where the size of the page is not known.
  private static let margin = 30_000
  /// The largest page that is drawn: far larger than A0.
  private static let mostLength = 4_000_000

  /// Nothing yet.
  package init() {}

  /// Adds a word; one that stands on no paper is left out.
  package mutating func add(_ word: Word) {
    guard word.left < word.right, word.top < word.bottom, takes(word.left, word.top), takes(word.right, word.bottom)
    else { return }
    words.append(word)
    (right, bottom) = (max(right, word.right), max(bottom, word.bottom))
  }

  /// Adds a line between two points; one that reaches beyond all paper is left out.
  package mutating func addLine(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    guard takes(start.x, start.y), takes(end.x, end.y) else { return }
    lines.append("M\(start.x / Self.unit) \(start.y / Self.unit)L\(end.x / Self.unit) \(end.y / Self.unit)")
    (right, bottom) = (max(right, start.x, end.x), max(bottom, start.y, end.y))
  }

  private func takes(_ x: Int, _ y: Int) -> Bool {
    (-Self.mostLength...Self.mostLength).contains(x) && (-Self.mostLength...Self.mostLength).contains(y)
  }

  /// The picture, so many dots an inch; nil where no word stands on the page.
  package func picture(resolution: Int) -> PagePicture? {
    guard !words.isEmpty, right > 0, bottom > 0 else { return nil }
    let (width, height) = (right + Self.margin, bottom + Self.margin)
    let (across, down) = (width * resolution / 72_000, height * resolution / 72_000)
    var writer = XMLWriter(forbidden: .replaced)
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width / Self.unit) \(height / Self.unit)",
        "width": String(across), "height": String(down),
        "font-family": "SimSun, 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
      ]
    ) { writer in
      writer.element("rect", ["width": "100%", "height": "100%", "fill": "#fff"])
      if !lines.isEmpty { writer.element("path", ["d": lines.joined(), "stroke": "#000", "stroke-width": "5"]) }
      for word in words { word.write(to: &writer, unit: Self.unit) }
    }
    return PagePicture(
      .drawing, writer.utf8, width: across, height: down, paperWidth: width, paperHeight: height)
  }
}

extension PageDrawing.Word {
  /// Writes it as wide as its box, on a line as far above its lower edge as letters reach below theirs.
  fileprivate func write(to writer: inout XMLWriter, unit: Int) {
    let (width, height) = (right - left, bottom - top)
    let isTurned = height * 2 > width * 3 && text.unicodeScalars.count > 1
    let (length, high) = isTurned ? (height, width) : (width, height)
    let (x, y) = isTurned ? ((left + high / 5) / unit, top / unit) : (left / unit, (bottom - high / 5) / unit)
    writer.element(
      "text",
      [
        "x": String(x), "y": String(y), "font-size": String(min(high, em ?? high) * 9 / 10 / unit),
        "textLength": String(length / unit), "lengthAdjust": "spacingAndGlyphs",
        "transform": isTurned ? "rotate(90 \(x) \(y))" : nil,
      ], text: text)
  }
}
