/// How a sheet is printed, on A4.
package struct PageSetup: Sendable, Equatable {
  /// Distances in inches between the edge of the paper and what is printed.
  package struct Margins: Sendable, Equatable {
    /// At the left and right, to the table.
    package var side: Double
    /// At the top, to the table.
    package var top: Double
    /// At the bottom, to the table.
    package var bottom: Double
    /// At the top and bottom, to the header and footer.
    package var headerFooter: Double

    /// Margins in inches, those of Excel unless told otherwise.
    package init(side: Double = 0.7, top: Double = 0.75, bottom: Double = 0.75, headerFooter: Double = 0.3) {
      self.side = side
      self.top = top
      self.bottom = bottom
      self.headerFooter = headerFooter
    }
  }

  /// Whether the paper lies on its long side.
  package var isLandscape: Bool
  /// How many pages side by side the sheet is shrunk to; nil for its natural size.
  package var fitsPagesWide: Int?
  /// How many pages one below another the sheet is shrunk to; nil for as many as it takes.
  package var fitsPagesTall: Int?
  /// The distances from the edge of the paper.
  package var margins: Margins
  /// Whether the table stands in the middle between left and right.
  package var isCentered: Bool
  /// The header with the codes of Excel: &L &C &R begin the three parts, &P is the page, &N their number, && an &.
  package var header: String
  /// The footer with the same codes.
  package var footer: String

  /// A page set-up; upright, of natural size and without header and footer unless told otherwise.
  package init(
    isLandscape: Bool = false, fitsPagesWide: Int? = nil, fitsPagesTall: Int? = nil, margins: Margins = Margins(),
    isCentered: Bool = false, header: String = "", footer: String = ""
  ) {
    self.isLandscape = isLandscape
    self.fitsPagesWide = fitsPagesWide
    self.fitsPagesTall = fitsPagesTall
    self.margins = margins
    self.isCentered = isCentered
    self.header = header
    self.footer = footer
  }
}
