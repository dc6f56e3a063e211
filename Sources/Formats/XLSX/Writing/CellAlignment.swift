/// Where the content of a cell stands in it.
package struct CellAlignment: Sendable, Hashable {
  /// Where it stands from left to right.
  package enum Horizontal: String, Sendable {
    /// At the left.
    case left
    /// In the middle.
    case center
    /// At the right.
    case right
    /// Filling each line, as in running text.
    case justify
    /// Spread over the width, as Chinese labels often are.
    case distributed
    /// In the middle of this and the blank cells that follow, without merging them.
    case centerContinuous
  }

  /// Where it stands from top to bottom.
  package enum Vertical: String, Sendable {
    /// At the top.
    case top
    /// In the middle.
    case center
    /// At the bottom.
    case bottom
  }

  /// Where it stands from left to right; nil for text at the left and numbers at the right.
  package var horizontal: Horizontal?
  /// Where it stands from top to bottom; nil for the bottom.
  package var vertical: Vertical?
  /// Whether text that is too long goes on in the next line.
  package var wraps: Bool
  /// How far it is set in, in steps of about three spaces, from 0 to 250.
  package var indent: Int

  /// An alignment; that of the program unless told otherwise.
  package init(horizontal: Horizontal? = nil, vertical: Vertical? = nil, wraps: Bool = false, indent: Int = 0) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.wraps = wraps
    self.indent = min(max(0, indent), 250)
  }
}
