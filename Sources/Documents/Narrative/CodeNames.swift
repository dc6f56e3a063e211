import Accounts
import Tables

/// The names of function codes, as the ledger, the code book and the tables have them.
struct CodeNames {
  private var names: [String: String] = [:]
  private let codes: CodeBook

  init(_ ledger: Ledger, _ tables: TableSet, _ codes: CodeBook) {
    self.codes = codes
    for table in tables.tables {
      for row in table.rows {
        var code: String?
        for cell in row.cells {
          if case .number(let text) = cell.content { code = text }
          if case .label(let text) = cell.content, let known = code, names[known] == nil { names[known] = text }
        }
      }
    }
    for row in ledger.budget { add(row.code, row.name) }
    for row in ledger.prior { if let code = row.code { add(code, row.name) } }
  }

  private mutating func add(_ code: FunctionCode, _ name: String?) {
    if names[code.digits] == nil, let name { names[code.digits] = name }
  }

  /// The name of a code; the code itself where nobody has one.
  func name(_ code: String) -> String {
    if let name = names[code] { return name }
    return FunctionCode(code).flatMap { codes.name(of: $0) } ?? EconomicCode(code).flatMap { codes.name(of: $0) }
      ?? code
  }
}
