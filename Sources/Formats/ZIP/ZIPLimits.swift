/// The bounds within which a ZIP archive is read.
package struct ZIPLimits: Sendable, Equatable {
  /// Most bytes the archive itself may have.
  package let archiveBytes: Int
  /// Most entries it may list.
  package let entries: Int
  /// Most bytes one entry may unpack to.
  package let entryBytes: Int
  /// Most bytes all entries together may unpack to.
  package let totalBytes: Int
  /// Most bytes an entry may unpack to for each byte it takes in the archive.
  package let ratio: Int
  /// Entries that unpack to no more bytes than this may have any ratio: small ones do no harm.
  package let bytesOfAnyRatio: Int

  /// Limits that leave ample room for real workbooks unless told otherwise; a negative limit counts as zero.
  package init(
    archiveBytes: Int = 256 << 20, entries: Int = 10_000, entryBytes: Int = 1 << 30, totalBytes: Int = 2 << 30,
    ratio: Int = 250, bytesOfAnyRatio: Int = 4 << 20
  ) {
    self.archiveBytes = max(0, archiveBytes)
    self.entries = max(0, entries)
    self.entryBytes = max(0, entryBytes)
    self.totalBytes = max(0, totalBytes)
    self.ratio = max(0, ratio)
    self.bytesOfAnyRatio = max(0, bytesOfAnyRatio)
  }
}
