/// The bounds within which an XML text is read.
package struct XMLLimits: Sendable, Equatable {
  /// Most elements one inside another.
  package let depth: Int
  /// Most bytes one tag, comment or other piece of markup may have.
  package let markupBytes: Int
  /// Most attributes one element may have.
  package let attributes: Int
  /// Most namespace prefixes in force at one place.
  package let namespaces: Int
  /// Most bytes the text of one element may have.
  package let textBytes: Int

  /// Limits that leave ample room for real workbooks unless told otherwise; a negative limit counts as zero.
  package init(
    depth: Int = 64, markupBytes: Int = 1 << 20, attributes: Int = 128, namespaces: Int = 128,
    textBytes: Int = 1 << 20
  ) {
    self.depth = max(0, depth)
    self.markupBytes = max(0, markupBytes)
    self.attributes = max(0, attributes)
    self.namespaces = max(0, namespaces)
    self.textBytes = max(0, textBytes)
  }
}
