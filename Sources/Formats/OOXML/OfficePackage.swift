/// The parts that every office file to be written has: the list of content types, relationships, and what the file says
/// about itself.
enum OfficePackage {
  private static let officeURI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let packageURI = "http://schemas.openxmlformats.org/package/2006/"

  /// The name of the part with what the file says about itself.
  static let propertiesName = "docProps/core.xml"

  /// The type of a relationship between parts, such as `styles`.
  static func type(_ name: String) -> String { officeURI + name }

  /// The list of content types: those of all parts of an ending, and those of single parts, the main one first; that of
  /// the properties comes behind it.
  static func contentTypes(
    endings: [(ending: String, type: String)] = [], parts: [(part: String, type: String)],
    forbidden: XMLWriter.Forbidden
  ) -> [UInt8] {
    var xml = XMLWriter(forbidden: forbidden)
    let defaults =
      [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")] + endings
    var parts = parts
    parts.insert(
      (propertiesName, "application/vnd.openxmlformats-package.core-properties+xml"), at: min(1, parts.count))
    xml.element("Types", ["xmlns": packageURI + "content-types"]) { xml in
      for (ending, type) in defaults { xml.element("Default", ["Extension": ending, "ContentType": type]) }
      for (part, type) in parts { xml.element("Override", ["PartName": "/" + part, "ContentType": type]) }
    }
    return xml.utf8
  }

  /// A list of relationships, the first of which is rId1.
  static func relationships(_ targets: [(type: String, target: String)]) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("Relationships", ["xmlns": packageURI + "relationships"]) { xml in
      for (index, (type, target)) in targets.enumerated() {
        xml.element("Relationship", ["Id": "rId\(index + 1)", "Type": type, "Target": target])
      }
    }
    return xml.utf8
  }

  /// The relationships of the file as a whole, whose text is in a part.
  static func relationships(ofMain main: String) -> [UInt8] {
    relationships([
      (type("officeDocument"), main), (packageURI + "relationships/metadata/core-properties", propertiesName),
    ])
  }

  /// The part with what the file says about itself.
  static func part(of properties: DocumentProperties, forbidden: XMLWriter.Forbidden) -> [UInt8] {
    var xml = XMLWriter(forbidden: forbidden)
    let attributes: KeyValuePairs<String, String?> = [
      "xmlns:cp": packageURI + "metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    ]
    xml.element("cp:coreProperties", attributes) { xml in
      if let title = properties.title { xml.element("dc:title", text: title) }
      if let subject = properties.subject { xml.element("dc:subject", text: subject) }
      if let creator = properties.creator { xml.element("dc:creator", text: creator) }
      if let keywords = properties.keywords { xml.element("cp:keywords", text: keywords) }
      if let remarks = properties.remarks { xml.element("dc:description", text: remarks) }
      if let created = properties.created {
        xml.element("dcterms:created", ["xsi:type": "dcterms:W3CDTF"], text: created.iso8601)
      }
    }
    return xml.utf8
  }
}
