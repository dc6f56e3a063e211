/// The number formats of the cell styles of a workbook, in the order of the styles.
struct XLSXStyles {
  /// Programs allow 255 characters.
  private static let formatBytes = 1024

  private(set) var formats: [NumberFormat] = []

  /// The style of workbooks that list none.
  init() {
    formats = [.general]
  }

  init(part: String, in archive: ZIPArchive, limits: XLSXLimits) throws(XLSXError) {
    var xml = try XLSXPart(part, in: archive, limits: limits.xml)
    var spelled: [Int: NumberFormat] = [:]
    var numbers: [Int] = []
    let root = try xml.root("styleSheet")
    while try xml.nextChild(ofDepth: root) {
      let list = xml.depth
      switch xml.localName {
      case "numFmts":
        while try xml.nextChild("numFmt", ofDepth: list) {
          guard spelled.count < limits.listEntries else {
            throw XLSXError(.tooMany(.numberFormats, limit: limits.listEntries), part: part)
          }
          guard let number = try xml.attribute("numFmtId").flatMap({ Int($0) }),
            let code = try xml.attribute("formatCode")
          else { continue }
          guard code.utf8.count <= Self.formatBytes else {
            throw XLSXError(.formatTooLong(limit: Self.formatBytes), part: part)
          }
          spelled[number] = NumberFormat(code)
        }
      case "cellXfs":
        while try xml.nextChild("xf", ofDepth: list) {
          guard numbers.count < limits.listEntries else {
            throw XLSXError(.tooMany(.styles, limit: limits.listEntries), part: part)
          }
          numbers.append(try xml.attribute("numFmtId").flatMap { Int($0) } ?? 0)
        }
      default: continue
      }
    }
    var builtIn: [Int: NumberFormat] = [:]
    for number in numbers {
      let format = spelled[number] ?? builtIn[number] ?? NumberFormat(builtIn: number)
      if spelled[number] == nil { builtIn[number] = format }
      formats.append(format)
    }
    if formats.isEmpty { formats = [.general] }
  }
}
