/// The texts of a workbook to be written, each listed once, in the order in which they are first asked for.
struct SharedStringTable {
  private var texts: [String] = []
  /// By bytes: to Swift two spellings of one character are the same text.
  private var numbers: [[UInt8]: Int] = [:]
  private var useCount = 0

  var isEmpty: Bool { texts.isEmpty }

  mutating func number(of text: String) -> Int {
    useCount += 1
    let key = Array(text.utf8)
    if let number = numbers[key] { return number }
    numbers[key] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The part that lists them all.
  var part: [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "sst",
      ["xmlns": XMLNamespace.spreadsheetURI, "count": String(useCount), "uniqueCount": String(texts.count)]
    ) { xml in
      for text in texts {
        xml.element("si") { xml in
          xml.element("t", ["xml:space": Self.needsSpace(text) ? "preserve" : nil], text: text)
        }
      }
    }
    return xml.utf8
  }

  /// Whether programs would take off space at the ends.
  static func needsSpace(_ text: String) -> Bool {
    func isSpace(_ byte: UInt8?) -> Bool { byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.tab }
    return isSpace(text.utf8.first) || isSpace(text.utf8.last) || text.utf8.contains(ASCII.lineFeed)
  }
}
