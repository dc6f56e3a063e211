import Accounts
import Reading
import Tables

extension Arguments {
  /// The ledger at a path, the code book of its year and the form to print it in.
  struct Inputs {
    let ledger: Ledger
    let codes: CodeBook
    let form: Form
  }

  /// Reads what `build` and `explain` work on.
  func inputs(_ path: String, _ terminal: Terminal) throws -> Inputs {
    let ledger = try ledger(at: path, terminal)
    let form = try form(year: ledger.unit.year)
    warn(ofForm: form, forYear: ledger.unit.year, terminal)
    return Inputs(ledger: ledger, codes: try codeBook(year: ledger.unit.year), form: form)
  }

  /// Reads a ledger, and tells what of it is hidden or was passed over.
  func ledger(at path: String, _ terminal: Terminal) throws -> Ledger {
    let reading = try LedgerReader().reading(at: path)
    for notice in reading.notices { terminal.warn(notice) }
    return reading.ledger
  }

  /// Says so when there is no form for a year and another year's is used.
  func warn(ofForm form: Form, forYear year: Int?, _ terminal: Terminal) {
    guard let year, form.year != year else { return }
    terminal.warn("juesuan: 提醒: 没有 \(year) 年度的表样，用的是 \(form.year) 年度的，请核对行次和项目名称。")
  }

  /// The built-in codes of a year with those of `--codes`.
  func codeBook(year: Int) throws(UnusableInput) -> CodeBook {
    var book = try CodeTables.standard(year: year)
    for path in self[.codes] { try CodeTables.extend(&book, withFileAt: path) }
    return book
  }

  /// The form of `--form`, a name or the path of a form's JSON; the national one when it was not typed.
  func form(year: Int) throws -> Form {
    let form = self[.form] ?? "national"
    guard form.hasSuffix(".json") else { return try Form.builtIn(form, year: year) }
    return try Form(json: String(decoding: InputFile.text(of: form), as: UTF8.self))
  }
}
