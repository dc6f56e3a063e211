/// The lists by which paragraphs of a document are numbered (自动编号).
struct WordNumbering {
  /// One of the nine levels of a list.
  struct Level {
    var start = 1
    var format = WordNumberFormat.decimal
    /// The text with %1 to %9 for the numbers of the levels.
    var text = ""
    /// Whether all numbers in it are decimal (正规形式编号).
    var isLegal = false
    /// The level, counted from 1, after which it begins anew; 0 for never, nil for any above it.
    var restartsAfter: Int?
    /// The style of paragraphs that stand on this level.
    var style: String?
    var following = Following.tab
  }

  /// What stands between the number and the text.
  enum Following {
    case tab
    case space
    case nothing
  }

  static let levelCount = 9
  /// Programs allow fewer; a longer one is no number.
  private static let mostTextBytes = 256
  /// The greatest number programs count to.
  private static let greatest = 32_767

  private struct Override {
    var start: Int?
    var level: Level?
  }

  private struct List {
    var definition: Int
    var overrides: [Int: Override] = [:]
  }

  private var lists: [Int: List] = [:]
  private var definitions: [Int: [Int: Level]] = [:]
  /// The style of lists by which a definition is given elsewhere.
  private var linkedStyles: [Int: String] = [:]
  private var definitionsOfStyles: [String: Int] = [:]

  /// The numbering of a document without lists.
  init() {}

  init(part: String, in archive: ZIPArchive, limits: DOCXLimits) throws(DOCXError) {
    var xml = try DOCXPart(part, in: archive, limits: limits.xml)
    let root = try xml.root("numbering")
    while try xml.nextChild(ofDepth: root) {
      guard lists.count + definitions.count < limits.listEntries else {
        throw DOCXError(.tooMany(.numberings, limit: limits.listEntries), part: part)
      }
      switch xml.localName {
      case "abstractNum": try readDefinition(&xml)
      case "num": try readList(&xml)
      default: continue
      }
    }
  }

  private mutating func readDefinition(_ xml: inout DOCXPart) throws(DOCXError) {
    guard let id = try xml.number("abstractNumId") else { return }
    var levels: [Int: Level] = [:]
    let definition = xml.depth
    while try xml.nextChild(ofDepth: definition) {
      switch xml.localName {
      case "lvl":
        // Some programs leave out which level it is: they stand in order.
        let index = try xml.number("ilvl") ?? levels.count
        if 0..<Self.levelCount ~= index { levels[index] = try Self.level(&xml) }
      case "numStyleLink": linkedStyles[id] = try xml.value()
      case "styleLink":
        if let style = try xml.value() { definitionsOfStyles[style] = id }
      default: continue
      }
    }
    definitions[id] = levels
  }

  private mutating func readList(_ xml: inout DOCXPart) throws(DOCXError) {
    guard let id = try xml.number("numId") else { return }
    var list: List?
    var overrides: [Int: Override] = [:]
    let depth = xml.depth
    while try xml.nextChild(ofDepth: depth) {
      if xml.isNamed("abstractNumId") {
        list = try xml.number().map { List(definition: $0) }
      } else if xml.isNamed("lvlOverride"), let index = try xml.number("ilvl"), 0..<Self.levelCount ~= index {
        let override = xml.depth
        while try xml.nextChild(ofDepth: override) {
          if xml.isNamed("startOverride") { overrides[index, default: Override()].start = try Self.count(&xml) }
          if xml.isNamed("lvl") { overrides[index, default: Override()].level = try Self.level(&xml) }
        }
      }
    }
    list?.overrides = overrides
    lists[id] = list
  }

  private static func count(_ xml: inout DOCXPart) throws(DOCXError) -> Int {
    min(max(0, try xml.number() ?? 0), greatest)
  }

  private static func level(_ xml: inout DOCXPart) throws(DOCXError) -> Level {
    var level = Level()
    let depth = xml.depth
    // A format that newer programs alone know stands within a choice, and is decimal for the others.
    while try xml.nextChild(ofDepth: depth) {
      switch xml.localName {
      case "start": level.start = try count(&xml)
      case "numFmt": level.format = WordNumberFormat(try xml.value() ?? "")
      case "lvlText":
        let text = try xml.value() ?? ""
        level.text = text.utf8.count <= mostTextBytes ? text : ""
      case "isLgl": level.isLegal = try xml.isOn()
      case "lvlRestart": level.restartsAfter = try xml.number()
      case "pStyle": level.style = try xml.value()
      case "suff":
        level.following =
          switch try xml.value() {
          case "nothing": .nothing
          case "space": .space
          default: .tab
          }
      default: continue
      }
    }
    return level
  }

  // MARK: Looking up

  /// The definition a list counts by; several lists that share one count on from each other.
  func definition(ofList id: Int) -> Int? {
    guard let list = lists[id] else { return nil }
    return linkedStyles[list.definition].flatMap { definitionsOfStyles[$0] } ?? list.definition
  }

  /// A level of a list, nil when the list has no such level.
  func level(_ index: Int, ofList id: Int) -> Level? {
    if let level = lists[id]?.overrides[index]?.level { return level }
    return definition(ofList: id).flatMap { definitions[$0]?[index] }
  }

  /// The number a list itself says a level begins with, nil when it says none.
  func ownStart(ofLevel index: Int, inList id: Int) -> Int? {
    lists[id]?.overrides[index]?.start
  }

  /// The number a level of a list begins with.
  func start(ofLevel index: Int, inList id: Int) -> Int {
    ownStart(ofLevel: index, inList: id) ?? level(index, ofList: id)?.start ?? 1
  }

  /// The level of a list on which paragraphs of a style stand.
  func level(ofStyle style: String?, inList id: Int) -> Int? {
    guard let style else { return nil }
    return (0..<Self.levelCount).first { level($0, ofList: id)?.style == style }
  }
}
