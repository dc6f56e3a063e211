package import Accounts

/// A row of the ledger that is added to a figure, or taken away from it.
package struct Contribution: Sendable {
  /// The number of the row's cell among all cells of the ledger that may go into a figure, in the order of the ledger.
  package let cell: Int
  /// Where the row stands.
  package let place: SourceLocation
  /// Where its cell stands that goes into the figure.
  package let cellPlace: SourceLocation
  /// What the row says of itself, column by column.
  package let words: [String]
  /// What it adds, in fen or in things; negative where it is taken away.
  package let value: Int64

  /// Whether the row's value is taken away.
  package let isTakenAway: Bool

  init(cell: Int, _ place: SourceLocation, at cellPlace: SourceLocation, _ words: [String?], _ value: Int64) {
    self.init(cell: cell, place, at: cellPlace, words.compactMap { $0 }, value, isTakenAway: false)
  }

  private init(
    cell: Int, _ place: SourceLocation, at cellPlace: SourceLocation, _ words: [String], _ value: Int64,
    isTakenAway: Bool
  ) {
    self.cell = cell
    self.place = place
    self.cellPlace = cellPlace
    self.words = words
    self.value = value
    self.isTakenAway = isTakenAway
  }

  /// The same row, taken away instead of added.
  var negated: Contribution {
    Contribution(cell: cell, place, at: cellPlace, words, 0 &- value, isTakenAway: !isTakenAway)
  }
}
