/// A part of a workbook being read as XML, whose errors tell the part.
struct XLSXPart: ~Copyable {
  let name: String
  private var xml: XMLReader

  init(_ name: String, in archive: ZIPArchive, limits: XLSXLimits) throws(XLSXError) {
    let entry = try Self.open(name, in: archive)
    self.name = name
    xml = XMLReader(entry, limits: limits.xml)
  }

  private static func open(_ name: String, in archive: ZIPArchive) throws(XLSXError) -> ZIPEntryReader {
    guard let entry = archive.entry(named: name) else { throw XLSXError(.partMissing(name)) }
    do {
      return try archive.reader(of: entry)
    } catch {
      throw XLSXError(.archive(error))
    }
  }

  var depth: Int { xml.depth }
  var localName: String { xml.localName }
  func isNamed(_ name: StaticString) -> Bool { xml.isNamed(name) }

  /// Moves to the outermost element, which must have the given name, and returns its depth.
  mutating func root(_ expected: String, in namespace: XMLNamespace = .spreadsheet) throws(XLSXError) -> Int {
    do {
      _ = try xml.nextElement()
    } catch {
      throw XLSXError(.xml(error), part: name)
    }
    guard xml.localName == expected, xml.namespace == namespace else {
      throw XLSXError(.unexpectedRoot(found: xml.localName, expected: expected), part: name)
    }
    return xml.depth
  }

  mutating func nextChild(ofDepth depth: Int, in namespace: XMLNamespace = .spreadsheet) throws(XLSXError) -> Bool {
    do {
      return try xml.nextChild(ofDepth: depth, in: namespace)
    } catch {
      throw XLSXError(.xml(error), part: name)
    }
  }

  /// Moves to the next child of a name, passing over others.
  mutating func nextChild(_ wanted: StaticString, ofDepth depth: Int) throws(XLSXError) -> Bool {
    while try nextChild(ofDepth: depth) {
      if xml.isNamed(wanted) { return true }
    }
    return false
  }

  mutating func elementText() throws(XLSXError) -> String {
    do {
      return try xml.elementText()
    } catch {
      throw XLSXError(.xml(error), part: name)
    }
  }

  func attribute(_ attribute: StaticString) throws(XLSXError) -> String? {
    do {
      return try xml.attribute(attribute)
    } catch {
      throw XLSXError(.xml(error), part: name)
    }
  }

  func attribute(_ attribute: StaticString, in namespace: XMLNamespace) throws(XLSXError) -> String? {
    do {
      return try xml.attribute(attribute, in: namespace)
    } catch {
      throw XLSXError(.xml(error), part: name)
    }
  }

  /// Whether an attribute is there and true.
  func isTrue(_ name: StaticString) throws(XLSXError) -> Bool {
    switch try attribute(name) {
    case "1", "true", "on": true
    default: false
    }
  }
}
