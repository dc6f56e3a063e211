/// The lines around a cell.
package struct CellBorders: Sendable, Hashable {
  /// A line along one side.
  package struct Line: Sendable, Hashable {
    /// What a line looks like.
    package enum Style: String, Sendable {
      /// A thin line.
      case thin
      /// A line of middling width.
      case medium
      /// A thick line.
      case thick
      /// A line as thin as can be.
      case hair
      /// A dotted line.
      case dotted
      /// A dashed line.
      case dashed
      /// Two lines.
      case double
    }

    /// What it looks like.
    package let style: Style
    /// Its colour, nil for that of the program.
    package let color: CellColor?

    /// A line, thin unless told otherwise.
    package init(_ style: Style = .thin, color: CellColor? = nil) {
      self.style = style
      self.color = color
    }
  }

  /// The line at the left, nil for none.
  package var left: Line?
  /// The line at the right, nil for none.
  package var right: Line?
  /// The line at the top, nil for none.
  package var top: Line?
  /// The line at the bottom, nil for none.
  package var bottom: Line?

  /// Lines where they are given.
  package init(left: Line? = nil, right: Line? = nil, top: Line? = nil, bottom: Line? = nil) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// The same line on all four sides.
  package init(all line: Line) {
    self.init(left: line, right: line, top: line, bottom: line)
  }
}
