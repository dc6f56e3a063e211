package import Accounts

/// What is printed in a cell of a self-evaluation table, or what is left of it.
package struct PrintedCell: Hashable, Sendable {
  /// The characters as printed; empty for a blank.
  package let text: String
  /// Whether the cell was lost or cut in extraction, so that nothing may be concluded from it.
  package let isDamaged: Bool
  /// Whether it was computed by the scoring rules and no person gave it, which the print marks.
  package let isComputed: Bool
  /// Where it stands in the source; nil for a table that was not read from one.
  package let place: SourceLocation?

  /// A cell as it is printed.
  package init(_ text: String, place: SourceLocation? = nil) {
    self.init(text: text, isDamaged: false, isComputed: false, place: place)
  }

  /// A score that the rules computed.
  package static func computed(_ text: String, place: SourceLocation? = nil) -> PrintedCell {
    PrintedCell(text: text, isDamaged: false, isComputed: true, place: place)
  }

  /// A cell that was lost or cut in extraction, with what is left of it.
  package static func damaged(_ rest: String = "", place: SourceLocation? = nil) -> PrintedCell {
    PrintedCell(text: rest, isDamaged: true, isComputed: false, place: place)
  }

  /// A cell in which nothing is printed.
  package static let blank = PrintedCell("")

  private init(text: String, isDamaged: Bool, isComputed: Bool, place: SourceLocation?) {
    self.text = text
    self.isDamaged = isDamaged
    self.isComputed = isComputed
    self.place = place
  }

  /// Whether nothing is printed; a damaged cell is not known to be blank.
  package var isBlank: Bool { !isDamaged && text.trimmed.isEmpty }

  /// The number printed; nil when there is none, or when the cell is damaged.
  package var number: PrintedNumber? { isDamaged ? nil : PrintedNumber(text) }
}
