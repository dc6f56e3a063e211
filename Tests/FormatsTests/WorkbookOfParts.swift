import Formats

/// A workbook made of parts written out by hand, of which those not given are the plainest there are.
struct WorkbookOfParts {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  private var parts: [String: [UInt8]] = [:]

  init(sheet: String, sharedStrings: String? = nil, styles: String? = nil) {
    self["_rels/.rels"] = Self.list([("officeDocument", "xl/workbook.xml")])
    var targets = [("worksheet", "worksheets/sheet1.xml")]
    self["xl/workbook.xml"] = Self.workbook("<sheets><sheet name='表' sheetId='1' r:id='r0'/></sheets>")
    self["xl/worksheets/sheet1.xml"] = Self.sheet(sheet)
    if let sharedStrings {
      targets.append(("sharedStrings", "sharedStrings.xml"))
      self["xl/sharedStrings.xml"] = "<sst xmlns='\(Self.main)'>\(sharedStrings)</sst>"
    }
    if let styles {
      targets.append(("styles", "styles.xml"))
      self["xl/styles.xml"] = "<styleSheet xmlns='\(Self.main)'>\(styles)</styleSheet>"
    }
    self["xl/_rels/workbook.xml.rels"] = Self.list(targets)
  }

  subscript(name: String) -> String? {
    get { parts[name].map { String(decoding: $0, as: UTF8.self) } }
    set { parts[name] = newValue.map { Array($0.utf8) } }
  }

  mutating func put(_ bytes: [UInt8], as name: String) {
    parts[name] = bytes
  }

  var bytes: [UInt8] {
    var writer = ZIPWriter()
    for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) { writer.add(name, bytes) }
    return writer.archive
  }

  /// The same with its parts as they are, for large ones.
  var storedBytes: [UInt8] {
    HandMadeArchive(entries: parts.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }).bytes
  }

  static func workbook(_ content: String) -> String {
    "<workbook xmlns='\(main)' xmlns:r='\(relationships)'>\(content)</workbook>"
  }

  static func sheet(_ content: String) -> String {
    "<worksheet xmlns='\(main)'>\(content)</worksheet>"
  }

  static func list(_ targets: [(type: String, target: String)]) -> String {
    let items = targets.enumerated().map { index, item in
      "<Relationship Id='r\(index)' Type='\(relationships)/\(item.type)' Target='\(item.target)'/>"
    }
    return "<Relationships xmlns='\(package)'>\(items.joined())</Relationships>"
  }
}
