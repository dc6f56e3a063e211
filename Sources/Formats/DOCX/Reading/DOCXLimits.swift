/// The bounds within which a document is read.
package struct DOCXLimits: Sendable, Equatable {
  /// The bounds of the archive the document is packed in.
  package let archive: ZIPLimits
  /// The bounds of each part of it.
  package let xml: XMLLimits
  /// Most paragraphs, those in the cells of tables included.
  package let paragraphs: Int
  /// Most cells of all tables together.
  package let cells: Int
  /// Most columns of a table.
  package let columns: Int
  /// Most bytes of all text together.
  package let textBytes: Int
  /// Most tables and text boxes one inside another.
  package let nesting: Int
  /// Most styles, lists of numbering and relationships of a part, each counted by itself.
  package let listEntries: Int

  /// Limits that leave ample room for real documents unless told otherwise; a negative limit counts as zero.
  ///
  /// Drawings stand deep in a document, and carry copies of themselves in one attribute.
  package init(
    archive: ZIPLimits = ZIPLimits(),
    xml: XMLLimits = XMLLimits(depth: 512, markupBytes: 32 << 20, attributes: 256, namespaces: 256),
    paragraphs: Int = 2_000_000, cells: Int = 2_000_000, columns: Int = 1024, textBytes: Int = 128 << 20,
    nesting: Int = 32, listEntries: Int = 65_536
  ) {
    self.archive = archive
    self.xml = xml
    self.paragraphs = max(0, paragraphs)
    self.cells = max(0, cells)
    self.columns = max(0, columns)
    self.textBytes = max(0, textBytes)
    self.nesting = max(0, nesting)
    self.listEntries = max(0, listEntries)
  }
}
