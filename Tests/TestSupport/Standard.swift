package import Accounts
package import Checks
package import Documents
package import Reading
package import Tables

/// What most tests need and none alters, read once: of the year 2024, in the national form (全国表样) unless another is
/// named.
package enum Standard {
  private struct OfForm: Sendable {
    let form: Form
    let checker: Checker
    let reader: PublishedReader

    init(_ name: String) throws {
      form = try Form.builtIn(name, year: 2024)
      checker = try Checker(form: form, codes: codes)
      reader = try PublishedReader(form: form)
    }
  }

  private static let forms = Dictionary(
    uniqueKeysWithValues: Form.builtInNames.map { name in (name, Once { try OfForm(name) }) })
  private static let codeBook = Once { try CodeTables.standard(year: 2024) }
  private static let templates = Once { try TemplateLibrary() }
  private static let ledgerSchema = Once { try LedgerSchema.standard() }

  private static func parts(_ name: String) throws -> OfForm { try forms[name]?.get() ?? OfForm(name) }

  /// The national form.
  package static var form: Form { get throws { try form("national") } }

  /// A built-in form by its name.
  package static func form(_ name: String) throws -> Form { try parts(name).form }

  /// The built-in codes.
  package static var codes: CodeBook { get throws { try codeBook.get() } }

  /// The checker of the national form, with the built-in codes.
  package static var checker: Checker { get throws { try checker("national") } }

  /// The checker of a built-in form, with the built-in codes.
  package static func checker(_ name: String) throws -> Checker { try parts(name).checker }

  /// The reader of publications in the national form.
  package static var reader: PublishedReader { get throws { try reader("national") } }

  /// The reader of publications in a built-in form.
  package static func reader(_ name: String) throws -> PublishedReader { try parts(name).reader }

  /// The built-in templates.
  package static var library: TemplateLibrary { get throws { try templates.get() } }

  /// The schema of a ledger (账).
  package static var schema: LedgerSchema { get throws { try ledgerSchema.get() } }
}
