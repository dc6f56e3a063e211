package import Formats

/// What pages of the files that were read look like (原件的图), whole and in parts.
package struct PagePictures: Sendable {
  /// A page of a file.
  package struct Page: Hashable, Sendable {
    /// The file as messages call it.
    package let file: String
    /// Its number, counted from 1.
    package let number: Int

    package init(file: String, number: Int) { (self.file, self.number) = (file, number) }

    /// The page a place is on; nil for one that is on none, or of which it is not known where on its page it is.
    package init?(of place: SourceLocation) {
      guard let number = place.page, place.box != nil else { return nil }
      self.init(file: place.file, number: number)
    }
  }

  /// The pages of which there are pictures, in their order.
  package private(set) var pages: [(page: Page, picture: PagePicture)] = []
  /// The parts of pages around some places (剪图).
  package var cutouts: [SourceLocation: PagePicture] = [:]
  /// What a reader should know of the pictures, a sentence each: which pages have none, and why.
  package var remarks: [String] = []

  /// None.
  package init() {}

  /// Adds a page behind the others.
  package mutating func add(_ page: Page, _ picture: PagePicture) { pages.append((page, picture)) }
}
