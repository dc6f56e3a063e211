/// Reads the content of a page: its texts, character by character where they stand, joined as far as no gap parts them, and
/// its lines.
struct OFDPageReader {
  private var templates: [String] = []
  private let limits: OFDLimits
  private var object = TextObject()
  private var path = PathObject()
  private var letters: [OFDLetter] = []
  private var page = OFDPage()

  /// What all text codes of a text object share.
  private struct TextObject {
    var origin = (x: 0.0, y: 0.0)
    var transform = OFDTransform()
    var size = 0.0
    var isHidden = false
    /// Where the last text code began; one that does not say begins there too.
    var start = (x: 0.0, y: 0.0)
  }

  /// How the path of a path object (图形对象) is drawn.
  private struct PathObject {
    var origin = (x: 0.0, y: 0.0)
    var transform = OFDTransform()
    var isStroked = true
    var isFilled = false
  }

  private init(_ limits: OFDLimits) { self.limits = limits }

  /// The page in a part, and the ids of the templates (模板页) that stand on it beside its own content.
  static func page(
    _ name: String, _ archive: ZIPArchive, _ limits: OFDLimits
  ) throws(OFDError) -> (page: OFDPage, templates: [String]) {
    var reader = OFDPageReader(limits)
    var part = try OFDPart(name, in: archive, limits: limits.xml)
    try reader.read(&part, name)
    return (reader.page, reader.templates)
  }

  private mutating func read(_ part: inout OFDPart, _ name: String) throws(OFDError) {
    reading: while true {
      switch try part.next() {
      case .start where part.isNamed("TextObject"): object = try textObject(part)
      case .start where part.isNamed("TextCode"): try take(&part, name)
      case .start where part.isNamed("PathObject"): path = try pathObject(part)
      case .start where part.isNamed("AbbreviatedData"):
        let (origin, transform) = (path.origin, path.transform)
        page.add(
          OFDLine.lines(
            try part.elementText(), isStroked: path.isStroked, isFilled: path.isFilled,
            most: limits.lines - page.lines.count
          ) { OFDLetter.point(transform.moved($0, $1), origin) })
      case .start where part.isNamed("Template"):
        if let id = try part.attribute("TemplateID"), templates.count < limits.pages { templates.append(id) }
      case .start where part.isNamed("ImageObject"): try page.add(pictureObject(part))
      case .start where part.isNamed("CompositeObject"): page.add(nil)
      case .endOfText: break reading
      case .start, .end, .text: continue
      }
    }
    for text in OFDLetter.joined(letters) { page.add(text) }
  }

  private func textObject(_ part: borrowing OFDPart) throws(OFDError) -> TextObject {
    var object = TextObject()
    let boundary = OFDNumbers.all(in: try part.attribute("Boundary") ?? "", most: 4)
    if boundary.count == 4 { object.origin = (boundary[0], boundary[1]) }
    object.transform = OFDTransform(try part.attribute("CTM") ?? "")
    object.size = OFDNumbers.all(in: try part.attribute("Size") ?? "", most: 1).first ?? 0
    object.isHidden = try part.attribute("Visible")?.lowercased() == "false"
    return object
  }

  private func pictureObject(_ part: borrowing OFDPart) throws(OFDError) -> OFDPictureObject? {
    let boundary = OFDNumbers.all(in: try part.attribute("Boundary") ?? "", most: 4)
    guard boundary.count == 4, let resource = try part.attribute("ResourceID"),
      try part.attribute("Visible")?.lowercased() != "false"
    else { return nil }
    return OFDPictureObject(resource: resource, area: boundary[2] * boundary[3])
  }

  private func pathObject(_ part: borrowing OFDPart) throws(OFDError) -> PathObject {
    var object = PathObject()
    let boundary = OFDNumbers.all(in: try part.attribute("Boundary") ?? "", most: 4)
    if boundary.count == 4 { object.origin = (boundary[0], boundary[1]) }
    object.transform = OFDTransform(try part.attribute("CTM") ?? "")
    let isHidden = try part.attribute("Visible")?.lowercased() == "false"
    let (stroke, fill) = (try part.attribute("Stroke"), try part.attribute("Fill"))
    object.isStroked = !isHidden && stroke?.lowercased() != "false"
    object.isFilled = !isHidden && fill?.lowercased() == "true"
    return object
  }

  /// Takes the characters of a text code, each to its place.
  private mutating func take(_ part: inout OFDPart, _ name: String) throws(OFDError) {
    func number(_ text: String?) -> Double? { text.flatMap { OFDNumbers.all(in: $0, most: 1).first } }
    let x = number(try part.attribute("X")) ?? object.start.x
    let y = number(try part.attribute("Y")) ?? object.start.y
    object.start = (x, y)
    let (across, down) = (try part.attribute("DeltaX"), try part.attribute("DeltaY"))
    let scalars = try part.elementText().unicodeScalars
    guard letters.count + scalars.count <= limits.characters else {
      throw OFDError(.tooMany(.characters, limit: limits.characters), part: name)
    }
    guard !object.isHidden, object.size > 0 else {
      page.hasHiddenText = page.hasHiddenText || object.isHidden
      return
    }
    let acrossSteps = across.map { OFDNumbers.steps(in: $0, most: scalars.count) } ?? []
    let downSteps = down.map { OFDNumbers.steps(in: $0, most: scalars.count) } ?? []
    var place = (x: x, y: y)
    for (index, scalar) in scalars.enumerated() {
      let letter = OFDLetter(scalar, at: place, object.origin, object.transform, size: object.size)
      if let letter { letters.append(letter) }
      // Where a step is not said, a letter follows its neighbour; where too few are, the last goes on.
      if let step = acrossSteps.indices.contains(index) ? acrossSteps[index] : acrossSteps.last {
        place.x += step
      } else if downSteps.isEmpty {
        place.x += object.size * OFDLetter.width(of: scalar)
      }
      if let step = downSteps.indices.contains(index) ? downSteps[index] : downSteps.last { place.y += step }
    }
  }
}

/// How a text object is scaled, turned and moved (CTM).
struct OFDTransform {
  var (a, b, c, d, e, f) = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

  init() {}

  /// The transform of six numbers; none where there are fewer.
  init(_ text: String) {
    let numbers = OFDNumbers.all(in: text, most: 6)
    guard numbers.count == 6 else { return }
    (a, b, c, d, e, f) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }

  func moved(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }
}

/// Numbers as documents in fixed layout write them in one attribute.
enum OFDNumbers {
  /// Larger ones are no lengths on paper.
  private static let largest = 1e6

  /// The first so many numbers of a text; what is none ends them.
  static func all(in text: String, most: Int) -> [Double] {
    var numbers: [Double] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard numbers.count < most, let number = Double(word), abs(number) < largest else { break }
      numbers.append(number)
    }
    return numbers
  }

  /// The steps of a text, in which `g 3 5.5` stands for three of 5.5; never more than asked for.
  static func steps(in text: String, most: Int) -> [Double] {
    var steps: [Double] = []
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    while steps.count < most, let word = words.popFirst() {
      if word == "g" {
        guard let count = words.popFirst().flatMap({ Int($0) }), let step = words.popFirst().flatMap({ Double($0) }),
          count > 0, abs(step) < largest
        else { break }
        steps += Array(repeating: step, count: min(count, most - steps.count))
      } else {
        guard let step = Double(word), abs(step) < largest else { break }
        steps.append(step)
      }
    }
    return steps
  }
}
