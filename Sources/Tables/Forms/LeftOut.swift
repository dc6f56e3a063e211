import Accounts
import Formats

/// Something of the national form that a form leaves out, as it says in `leavesOut`: `10` a table, `01.30` a line,
/// `03.*.4` a column, `06.31005` an economic code.
package struct LeftOut: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case table
    case line(Int)
    case column(Int)
    /// A 款, or a 类 with all its 款.
    case code(String)
  }

  let table: TableID
  let part: Part

  init(_ table: TableID, _ part: Part) {
    self.table = table
    self.part = part
  }

  /// Reads an address; nil when it is none of the four.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let table = parts.first.flatMap(TableID.init), table != .prose else { return nil }
    self.table = table
    switch (table, parts.count) {
    case (_, 1): part = .table
    case (.t06, 2):
      guard EconomicCode(parts[1]) != nil else { return nil }
      part = .code(parts[1])
    case (.t01, 2), (.t04, 2), (.t10, 2):
      guard let line = Int(parts[1]), line > 0 else { return nil }
      part = .line(line)
    case (.t02, 3), (.t03, 3), (.t05, 3), (.t07, 3), (.t08, 3), (.t09, 3):
      guard parts[1] == "*", let column = Int(parts[2]), column > 0 else { return nil }
      part = .column(column)
    default: return nil
    }
  }

  /// As it is written in a form.
  var text: String {
    switch part {
    case .table: table.rawValue
    case .line(let line): "\(table.rawValue).\(line)"
    case .column(let column): "\(table.rawValue).*.\(column)"
    case .code(let code): "\(table.rawValue).\(code)"
    }
  }
}

extension TableForm {
  /// Whether something left out of this table takes a line, a column or a code of it.
  func has(_ leftOut: LeftOut) -> Bool {
    switch leftOut.part {
    case .table: true
    case .line(let number): lines.contains { $0.line == number }
    case .column(let number): columns.contains { $0.column == number }
    case .code(let code): economicCodes.contains { $0.code.begins(with: code) }
    }
  }
}
