/// The bounds within which a document in fixed layout is read.
package struct OFDLimits: Sendable, Equatable {
  /// The bounds of the archive it is packed in.
  package let archive: ZIPLimits
  /// The bounds of each part of it.
  package let xml: XMLLimits
  /// Most documents in one file.
  package let documents: Int
  /// Most pages of all documents together.
  package let pages: Int
  /// Most characters on one page.
  package let characters: Int
  /// Most lines of one page that are kept.
  package let lines: Int

  /// Limits that leave ample room for real documents unless told otherwise; a negative limit counts as zero.
  package init(
    archive: ZIPLimits = ZIPLimits(), xml: XMLLimits = XMLLimits(), documents: Int = 64, pages: Int = 2000,
    characters: Int = 1_000_000, lines: Int = 20_000
  ) {
    self.archive = archive
    self.xml = xml
    self.documents = max(0, documents)
    self.pages = max(0, pages)
    self.characters = max(0, characters)
    self.lines = max(0, lines)
  }
}
