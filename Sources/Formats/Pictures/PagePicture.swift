import FoundationEssentials

/// A picture of a page, or of a part of one (页面的图): what is shown beside what was read of it.
package struct PagePicture: Sendable, Equatable {
  /// How it came about.
  package enum Kind: Sendable {
    /// The page as it looks, as PNG.
    case print
    /// The words and lines that were read, drawn where they stand, as SVG: no picture of the original.
    case drawing
  }

  package let kind: Kind
  package let bytes: [UInt8]
  /// How many dots wide and high it is shown.
  package let width, height: Int
  /// How wide and high what it shows is on paper, in thousandths of a point.
  package let paperWidth, paperHeight: Int

  package init(_ kind: Kind, _ bytes: [UInt8], width: Int, height: Int, paperWidth: Int, paperHeight: Int) {
    (self.kind, self.bytes) = (kind, bytes)
    (self.width, self.height) = (width, height)
    (self.paperWidth, self.paperHeight) = (paperWidth, paperHeight)
  }

  /// The picture as an address that holds it (data:), which a page can show without fetching anything.
  package var address: String {
    let type = kind == .print ? "image/png" : "image/svg+xml"
    return "data:\(type);base64,\(Data(bytes).base64EncodedString())"
  }
}
