/// A namespace of the names in the parts of a workbook or a document.
package enum XMLNamespace: Sendable, Equatable {
  /// Cells, sheets, styles and shared strings.
  case spreadsheet
  /// Paragraphs, tables, styles and numbering of a document.
  case wordprocessing
  /// Formulas in a document.
  case math
  /// The choice between what newer and older programs understand.
  case markupCompatibility
  /// The attributes by which a part refers to another.
  case officeRelationships
  /// The lists of relationships.
  case packageRelationships
  /// The list of content types.
  case contentTypes
  /// The prefix xml itself.
  case xml
  /// Names without a namespace.
  case none
  /// Any other, extensions of a program for example.
  case other

  /// The namespace of a URI; those of ISO 29500 Strict are the same as the older ones.
  init(uri: String) {
    switch uri {
    case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main":
      self = .spreadsheet
    case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main":
      self = .wordprocessing
    case "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math":
      self = .math
    case "http://schemas.openxmlformats.org/markup-compatibility/2006": self = .markupCompatibility
    case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships":
      self = .officeRelationships
    case "http://schemas.openxmlformats.org/package/2006/relationships": self = .packageRelationships
    case "http://schemas.openxmlformats.org/package/2006/content-types": self = .contentTypes
    case "": self = .none
    default: self = .other
    }
  }
}

extension XMLNamespace {
  /// The URI under which cells, sheets and styles are written.
  static let spreadsheetURI = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// The URI under which references to other parts are written.
  static let relationshipsURI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}
