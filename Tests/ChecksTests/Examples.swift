import Accounts
import Checks
import Documents
import Foundation
import RandomDisclosures
import Reading
import Rendering
import Tables

/// The form, code book and checker that most tests use.
struct Bench {
  let form: Form
  let codes: CodeBook
  let checker: Checker

  // Reading the built-in data is most of what many tests would do, and so is done once.
  private static let form = Result { try Form.builtIn("national", year: 2024) }
  private static let codes = Result { try CodeTables.standard(year: 2024) }
  private static let checker = Result { try Checker(form: form.get(), codes: codes.get()) }
  private static let datong = Result {
    try TableSet(deriving: ledger("datong-2024"), form: form.get(), codes: codes.get())
  }

  init(assuming assumed: Set<String> = []) throws {
    form = try Self.form.get()
    codes = try Self.codes.get()
    checker = try assumed.isEmpty ? Self.checker.get() : Checker(form: form, codes: codes, assuming: assumed)
  }

  private static func ledger(_ example: String) throws -> Ledger {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try LedgerReader().ledger(at: root.appending(path: "Examples/\(example)").path)
  }

  /// The tables derived from the example ledger, row 30299 among them.
  func datong() throws -> TableSet { try Self.datong.get() }

  /// The disclosure of an example with its text, composed and read back.
  func composed(_ example: String) throws -> TableSet {
    let ledger = try Self.ledger(example)
    let codes = codes.including(ledger)
    var tables = try TableSet(deriving: ledger, form: form, codes: codes)
    let document = try Document(
      disclosing: ledger, tables: tables, form: form, codes: codes, library: TemplateLibrary())
    tables.prose = try ProseReader(form: form).prose(of: document.textLines, beside: tables)
    return tables
  }

  /// A made-up disclosure that is in order.
  func random(_ seed: UInt64, _ making: RandomDisclosure.Making, items: Int = 60) throws -> TableSet {
    try RandomDisclosure(seed: seed, making, form: form, codes: codes, items: items).tables
  }
}

/// A table of figures only, each in a row of its own name and column 1, as 公开01.
func table(_ figures: [(row: String, printed: String, unit: Figure.Unit)]) -> TableSet {
  let rows = figures.compactMap { row, printed, unit in
    Figure(printed: printed, unit: unit).map { Row([Cell(.figure(TableFigure(FigureAddress(.t01, row, 1), $0)))]) }
  }
  let table = Table(
    id: .t01, title: "", formCode: "公开01表", unitLine: "", period: "", currency: "", isWide: false, header: [],
    rows: rows, notes: [])
  return TableSet(unitName: nil, year: nil, scope: nil, tables: [table])
}
