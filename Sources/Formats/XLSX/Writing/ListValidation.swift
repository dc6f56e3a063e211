/// A list of the values that may be entered into cells, shown for choosing.
package struct ListValidation: Sendable, Equatable {
  /// Where the values come from.
  package enum Source: Sendable, Equatable {
    /// The values themselves; none may hold a comma, and together they take at most 255 characters.
    case items([String])
    /// The cells of a range of one row or column, of the sheet of that name.
    case range(sheet: String, CellRange)
    /// A defined name that stands for such a range.
    case name(String)
  }

  /// The cells the list is for.
  package var ranges: [CellRange]
  /// Where the values come from.
  package var source: Source
  /// Whether a value that is not in the list is refused; otherwise it is only asked about.
  package var refusesOthers: Bool
  /// Whether anything is said of a value that is not in the list.
  package var asksAboutOthers: Bool
  /// Whether a cell may be left blank.
  package var allowsBlank: Bool
  /// What is said when another value is entered, at most 225 characters; empty for the words of the program.
  package var errorMessage: String
  /// What is said when the cell is chosen, at most 255 characters; empty for nothing.
  package var prompt: String

  /// A list for cells.
  package init(
    ranges: [CellRange], source: Source, refusesOthers: Bool = true, asksAboutOthers: Bool = true,
    allowsBlank: Bool = true, errorMessage: String = "", prompt: String = ""
  ) {
    self.ranges = ranges
    self.source = source
    self.refusesOthers = refusesOthers
    self.asksAboutOthers = asksAboutOthers
    self.allowsBlank = allowsBlank
    self.errorMessage = errorMessage
    self.prompt = prompt
  }
}
