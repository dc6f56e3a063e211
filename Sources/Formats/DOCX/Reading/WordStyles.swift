/// What the styles of a document say of paragraphs and runs, with what each takes from the one it is based on.
struct WordStyles {
  struct Style {
    /// The outline level as it is spelled: 0 to 8 is a heading, 9 none; nil when nothing is said.
    var outline: Int?
    /// The list its paragraphs are numbered by, 0 for none, and the level in it.
    var list: Int?
    var listLevel: Int?
    /// The style that says by which list, itself or one it is based on.
    var listStyle: String?
    var isHidden: Bool?
    var isContents = false
  }

  private struct Entry {
    var base: String?
    var own = Style()
  }

  private(set) var defaultParagraphStyle: String?
  private var resolved: [String: Style] = [:]

  /// The styles of a document that lists none.
  init() {}

  init(part: String, in archive: ZIPArchive, limits: DOCXLimits) throws(DOCXError) {
    var xml = try DOCXPart(part, in: archive, limits: limits.xml)
    var entries: [String: Entry] = [:]
    var order: [String] = []
    let root = try xml.root("styles")
    while try xml.nextChild("style", ofDepth: root) {
      guard let id = try xml.value("styleId") else { continue }
      guard entries.count < limits.listEntries else {
        throw DOCXError(.tooMany(.styles, limit: limits.listEntries), part: part)
      }
      if try xml.value("type") == "paragraph", let isDefault = try xml.value("default"), isDefault != "0",
        isDefault != "false", isDefault != "off"
      {
        defaultParagraphStyle = id
      }
      if entries.updateValue(try Self.entry(of: id, in: &xml), forKey: id) == nil { order.append(id) }
    }
    resolve(entries, in: order)
  }

  subscript(id: String?) -> Style {
    id.flatMap { resolved[$0] } ?? Style()
  }

  private static func entry(of id: String, in xml: inout DOCXPart) throws(DOCXError) -> Entry {
    var entry = Entry()
    var name = ""
    let style = xml.depth
    while try xml.nextChild(ofDepth: style) {
      switch xml.localName {
      case "name": name = (try xml.value() ?? "").lowercased()
      case "basedOn": entry.base = try xml.value()
      case "pPr":
        let properties = try WordParagraphProperties(&xml)
        entry.own.outline = properties.outline
        entry.own.list = properties.list
        entry.own.listLevel = properties.listLevel
        if properties.list != nil { entry.own.listStyle = id }
      case "rPr": entry.own.isHidden = try WordRunProperties(&xml).isHidden
      default: continue
      }
    }
    // The names of the styles that come with the program are the same in every language.
    if entry.own.outline == nil, name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9) ~= level {
      entry.own.outline = level - 1
    }
    entry.own.isContents = name.hasPrefix("toc ") && Int(name.dropFirst(4)) != nil
    return entry
  }

  /// Gives each style what it takes over; a style based on itself, however far round, takes over nothing more.
  private mutating func resolve(_ entries: [String: Entry], in order: [String]) {
    for id in order {
      var chain: [String] = []
      var seen: Set<String> = []
      var next: String? = id
      while let current = next, resolved[current] == nil, let entry = entries[current], seen.insert(current).inserted {
        chain.append(current)
        next = entry.base
      }
      var inherited = self[next]
      for id in chain.reversed() {
        let own = entries[id]?.own ?? Style()
        inherited = Style(
          outline: own.outline ?? inherited.outline, list: own.list ?? inherited.list,
          listLevel: own.listLevel ?? inherited.listLevel, listStyle: own.listStyle ?? inherited.listStyle,
          isHidden: own.isHidden ?? inherited.isHidden, isContents: own.isContents || inherited.isContents)
        resolved[id] = inherited
      }
    }
  }
}
