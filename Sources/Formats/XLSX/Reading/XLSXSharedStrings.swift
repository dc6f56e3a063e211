/// The texts that the cells of a workbook refer to by number.
struct XLSXSharedStrings {
  private(set) var texts: [String] = []

  init(part: String, in archive: ZIPArchive, limits: XLSXLimits) throws(XLSXError) {
    var xml = try XLSXPart(part, in: archive, limits: limits.xml)
    var byteCount = 0
    let root = try xml.root("sst")
    while try xml.nextChild(ofDepth: root) {
      guard xml.isNamed("si") else { continue }
      guard texts.count < limits.sharedStrings else {
        throw XLSXError(.tooMany(.sharedStrings, limit: limits.sharedStrings), part: part)
      }
      let text = try Self.text(in: &xml, limits: limits)
      byteCount += text.utf8.count
      guard byteCount <= limits.sharedStringBytes else {
        throw XLSXError(.tooMany(.sharedStringBytes, limit: limits.sharedStringBytes), part: part)
      }
      texts.append(text)
    }
  }

  /// The text of the element just begun: its own, or that of its runs, without pronunciations.
  static func text(in xml: inout XLSXPart, limits: XLSXLimits) throws(XLSXError) -> String {
    let element = xml.depth
    var text = ""
    while try xml.nextChild(ofDepth: element) {
      switch xml.localName {
      case "t": text += try xml.elementText()
      case "r":
        let run = xml.depth
        while try xml.nextChild("t", ofDepth: run) { text += try xml.elementText() }
      default: continue
      }
      guard text.utf8.count <= limits.textBytes else {
        throw XLSXError(.tooMany(.textBytes, limit: limits.textBytes), part: xml.name)
      }
    }
    return EscapedText.resolving(text)
  }
}
