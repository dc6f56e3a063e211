/// A part of a workbook or a document being read as XML, whose errors tell the part.
struct OfficePart<Failure: OfficeFileError>: ~Copyable {
  let name: String
  private var xml: XMLReader

  init(_ name: String, in archive: ZIPArchive, limits: XMLLimits) throws(Failure) {
    let entry = try Self.open(name, in: archive)
    self.name = name
    xml = XMLReader(entry, limits: limits)
  }

  private static func open(_ name: String, in archive: ZIPArchive) throws(Failure) -> ZIPEntryReader {
    guard let entry = archive.entry(named: name) else { throw Failure(.partMissing(name), part: nil) }
    do {
      return try archive.reader(of: entry)
    } catch {
      throw Failure(.archive(error), part: nil)
    }
  }

  var depth: Int { xml.depth }
  var localName: String { xml.localName }
  var namespace: XMLNamespace { xml.namespace }
  /// The piece of text just come upon.
  var text: [UInt8] { xml.text }
  func isNamed(_ name: StaticString) -> Bool { xml.isNamed(name) }

  /// Moves to the outermost element, which must have the given name, and returns its depth.
  mutating func root(_ expected: String, in namespace: XMLNamespace = Failure.namespace) throws(Failure) -> Int {
    do {
      _ = try xml.nextElement()
    } catch {
      throw Failure(.xml(error), part: name)
    }
    guard xml.localName == expected, xml.namespace == namespace else {
      throw Failure(.unexpectedRoot(found: xml.localName, expected: expected), part: name)
    }
    return xml.depth
  }

  /// Moves on to the next beginning or end of an element or piece of text.
  mutating func next() throws(Failure) -> XMLReader.Event {
    do {
      return try xml.next()
    } catch {
      throw Failure(.xml(error), part: name)
    }
  }

  /// Passes over the element just begun, with all that is in it.
  mutating func skipElement() throws(Failure) {
    let element = xml.depth
    while xml.depth >= element { _ = try next() }
  }

  mutating func nextChild(
    ofDepth depth: Int, in namespace: XMLNamespace = Failure.namespace
  ) throws(Failure) -> Bool {
    do {
      return try xml.nextChild(ofDepth: depth, in: namespace)
    } catch {
      throw Failure(.xml(error), part: name)
    }
  }

  /// Moves to the next child of a name, passing over others.
  mutating func nextChild(_ wanted: StaticString, ofDepth depth: Int) throws(Failure) -> Bool {
    while try nextChild(ofDepth: depth) {
      if xml.isNamed(wanted) { return true }
    }
    return false
  }

  mutating func elementText() throws(Failure) -> String {
    do {
      return try xml.elementText()
    } catch {
      throw Failure(.xml(error), part: name)
    }
  }

  func attribute(_ attribute: StaticString) throws(Failure) -> String? {
    do {
      return try xml.attribute(attribute)
    } catch {
      throw Failure(.xml(error), part: name)
    }
  }

  func attribute(_ attribute: StaticString, in namespace: XMLNamespace) throws(Failure) -> String? {
    do {
      return try xml.attribute(attribute, in: namespace)
    } catch {
      throw Failure(.xml(error), part: name)
    }
  }

  /// Whether an attribute is there and true.
  func isTrue(_ name: StaticString) throws(Failure) -> Bool {
    switch try attribute(name) {
    case "1", "true", "on": true
    default: false
    }
  }
}
