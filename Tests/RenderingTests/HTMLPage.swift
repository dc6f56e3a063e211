/// A page read as strictly as it should be written: every attribute quoted, every element ended in its turn.
struct HTMLPage {
  struct Element {
    let name: String
    let attributes: [String: String]
    let depth: Int
    /// The text of the element and of all in it, references resolved.
    var text = ""
  }

  /// What is wrong with a page.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// The elements in the order in which they begin.
  private(set) var elements: [Element] = []

  private static let void: Set<String> = ["meta", "link", "br", "hr", "img", "input", "col"]
  private static let raw: Set<String> = ["style", "script"]

  init(_ html: String) throws {
    var rest = html[...]
    var open: [Int] = []
    // All that is looked for is ASCII, which is found among bytes far faster than among characters.
    while let next = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      try Self.add(try Self.resolved(rest[..<next]), to: open, &elements)
      rest = rest[rest.index(after: next)...]
      guard let end = Self.tagEnd(rest) else { throw Malformed(description: "标签没有结束：\(rest.prefix(40))") }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
          throw Malformed(description: "</\(tag.dropFirst())> 没有与之相配的开始")
        }
        continue
      }
      let (name, attributes) = try Self.parts(tag)
      elements.append(Element(name: name, attributes: attributes, depth: open.count))
      if Self.void.contains(name) { continue }
      open.append(elements.count - 1)
      if Self.raw.contains(name), let close = rest.firstRange(of: "</\(name)>") {
        elements[elements.count - 1].text = String(rest[..<close.lowerBound])
        rest = rest[close.lowerBound...]
      }
    }
    guard open.isEmpty else { throw Malformed(description: "没有结束：\(open.map { elements[$0].name })") }
  }

  /// The elements inside the one at an index, in order.
  func children(of index: Int) -> ArraySlice<Element> {
    let end = elements[(index + 1)...].firstIndex { $0.depth <= elements[index].depth } ?? elements.endIndex
    return elements[(index + 1)..<end]
  }

  /// How often each element occurs, and each attribute of each.
  var census: [String: Int] {
    elements.flatMap { element in [element.name] + element.attributes.keys.map { "\(element.name) \($0)" } }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func add(_ text: String, to open: [Int], _ elements: inout [Element]) throws {
    for index in open { elements[index].text += text }
  }

  private static func tagEnd(_ text: Substring) -> Substring.Index? {
    var isQuoted = false
    return text.utf8.firstIndex { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ">") && !isQuoted
    }
  }

  private static func parts(_ tag: Substring) throws -> (String, [String: String]) {
    let name = Substring(tag.utf8.prefix { isNamed($0) })
    var attributes: [String: String] = [:]
    var rest = tag[name.endIndex...]
    while let start = rest.utf8.firstIndex(where: { !" \t\r\n".utf8.contains($0) }) {
      guard start > rest.startIndex else { throw Malformed(description: "属性前没有空格：\(tag)") }
      rest = rest[start...]
      let key = Substring(rest.utf8.prefix { isNamed($0) })
      rest = rest[key.endIndex...]
      var value = ""
      if rest.hasPrefix("=\"") {
        let content = Substring(rest.utf8.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") })
        value = try resolved(content)
        rest = rest[content.endIndex...].dropFirst()
      }
      guard !key.isEmpty, attributes.updateValue(value, forKey: String(key)) == nil else {
        throw Malformed(description: "属性不合规：\(tag)")
      }
    }
    return (String(name), attributes)
  }

  /// Whether a byte may stand in the name of an element or an attribute.
  private static func isNamed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func resolved(_ text: Substring) throws -> String {
    var resolved = ""
    var rest = text
    while let ampersand = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      resolved += rest[..<ampersand]
      guard let semicolon = rest[ampersand...].utf8.firstIndex(of: UInt8(ascii: ";")),
        let character = references[String(rest[ampersand...semicolon])]
      else { throw Malformed(description: "& 没有转义：\(rest[ampersand...].prefix(20))") }
      resolved += character
      rest = rest[rest.index(after: semicolon)...]
    }
    guard !rest.utf8.contains(UInt8(ascii: ">")) else { throw Malformed(description: "> 没有转义：\(text.prefix(40))") }
    return resolved + rest
  }

  private static let references = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&nbsp;": "\u{A0}",
  ]
}
