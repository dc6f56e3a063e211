/// The font of a cell.
package struct CellFont: Sendable, Hashable {
  /// The name as the spreadsheet program lists it.
  package var name: String
  /// The size in points.
  package var size: Double
  /// Whether it is bold.
  package var isBold: Bool
  /// Whether it is italic.
  package var isItalic: Bool
  /// The colour of the characters, nil for that of the program.
  package var color: CellColor?

  /// A font; 宋体 of 11 points unless told otherwise.
  package init(
    name: String = "宋体", size: Double = 11, isBold: Bool = false, isItalic: Bool = false, color: CellColor? = nil
  ) {
    self.name = name
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.color = color
  }
}
