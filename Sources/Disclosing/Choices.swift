package import Accounts
package import Checks
package import Reading
import Tables

/// What the user chose for composing and reading disclosures.
package struct Choices: Sendable {
  /// The form (表样): the name of a built-in one, or the path of a form's JSON; nil to take the national one, or for a
  /// publication the one it is in.
  package var form: String?
  /// The place: the name of a built-in one, or a folder with its forms and wording; nil as for the form, of which not
  /// both may be chosen.
  package var place: String?
  /// Paths of code tables that add to the built-in ones or replace their entries.
  package var codes: [String] = []
  /// A folder of templates that replace the built-in ones of the same name.
  package var templates: String?
  /// The ids of rules whose condition the user knows to hold.
  package var assumed: Set<String> = []
  /// The program that recognises letters on pictures; nil where pictures are not read.
  package var engine: Recogniser?
  /// The days that the user knows of a publication.
  package var dates = DisclosureDates()
  /// Whether charts are drawn.
  package var hasCharts = true

  /// The national form, the built-in codes and templates, and charts.
  package init() {}

  /// The built-in codes of a year with those chosen; throws what is wrong with their files.
  package func codeBook(year: Int) throws(UnusableInput) -> CodeBook {
    var book = try CodeTables.standard(year: year)
    for path in codes { try CodeTables.extend(&book, withFileAt: path) }
    return book
  }

  /// The place chosen by its name, its folder or its form; nil when none was. Throws what is wrong with it.
  func chosenPlace() throws -> Place? {
    switch (form, place) {
    case (nil, nil): return nil
    case (let form?, nil): return form.hasSuffix(".json") ? try Place(formAt: form) : try Place(builtIn: form)
    case (nil, let place?): return try Place(place)
    case (_?, _?):
      throw UnusableInput([
        Problem(at: SourceLocation(file: "juesuan"), found: "同时给了 --form 和 --place", expected: "应只给其中一个")
      ])
    }
  }

  /// The files among the choices, which a preview watches.
  package var files: [String] {
    [templates].compactMap { $0 } + codes + [form].compactMap { $0 }.filter { $0.hasSuffix(".json") }
      + [place].compactMap { $0 }.filter { !Form.builtInNames.contains($0) }
  }
}
