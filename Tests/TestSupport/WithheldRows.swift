package import Accounts
import Checks
package import Disclosing
import Documents
import Synchronization

/// The ledger of an example without a row of a sheet, or without any of them: nothing may be said of what is missing but
/// that it is.
///
/// A test withholds each sheet and one row of it; `juesuan-bench withheld` withholds every row.
package struct WithheldRows: Hashable, Sendable {
  package let example: Example
  package let sheet: SheetID
  /// The row by its place in the sheet; nil for all of them.
  package let row: Int?

  /// The sheets whose blanks would read as “没有”.
  package static let sheets: [SheetID] = [.other, .threePublic, .budget, .balances, .prior, .texts]

  package init(_ example: Example, _ sheet: SheetID, row: Int? = nil) {
    (self.example, self.sheet, self.row) = (example, sheet, row)
  }

  /// Every row of every sheet of an example, and every sheet.
  package static func all(of example: Example) throws -> [WithheldRows] {
    let ledger = try example.ledger
    return sheets.flatMap { sheet in
      [WithheldRows(example, sheet)] + ledger.rows(of: sheet).indices.map { WithheldRows(example, sheet, row: $0) }
    }
  }

  private static let composed = Mutex<[WithheldRows: ComposedDisclosure?]>([:])

  /// The disclosure of what is left, composed once; nil where that is refused: a part without its whole, a fund that spent
  /// more than it had.
  package var disclosure: ComposedDisclosure? {
    get throws {
      if let known = Self.composed.withLock({ $0[self] }) { return known }
      let ledger = try ledger
      let disclosure = try? ComposedDisclosure(ledger)
      // Of the sheets alone: every row would be much to keep.
      if row == nil { Self.composed.withLock { $0[self] = .some(disclosure) } }
      return disclosure
    }
  }

  /// What is said that does not follow from what is left; nil where nothing is composed of it.
  package var faults: [String]? {
    get throws {
      guard let disclosure = try disclosure else { return nil }
      let whole = try Self.nothings(example.composed)
      let name = "\(sheet) \(row.map(String.init) ?? "all")"
      let said = Self.nothings(disclosure).filter { $0.value > whole[$0.key] ?? 0 }.map { "\(name) \($0.key)" }
      // The text is read back as an auditor would read it; that it is not compared with last year says what is missing.
      let findings = disclosure.report().findings.filter {
        $0.severity != .note && !["L01", "L02", "D15", "N23", "G11", "G14", "G18"].contains($0.rule)
      }
      return said.sorted() + findings.map { "\(name) \($0.message)" }
    }
  }

  /// How often a text says that there is none of something.
  private static func nothings(_ disclosure: ComposedDisclosure) -> [String: Int] {
    let text = disclosure.document.textLines.joined(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: ["没有", "未安排", "0.00", "无此项", "上年无", "0个", "0辆", "0批次", "0人次", "无。"].map {
        ($0, text.ranges(of: $0).count)
      })
  }

  private var ledger: Ledger {
    get throws {
      var ledger = try example.ledger
      func removed<Row>(_ rows: [Row]) -> [Row] {
        guard let row else { return [] }
        return rows.enumerated().filter { $0.offset != row }.map(\.element)
      }
      switch sheet {
      case .other: ledger.other = removed(ledger.other)
      case .threePublic: ledger.threePublic = removed(ledger.threePublic)
      case .budget: ledger.budget = removed(ledger.budget)
      case .balances: ledger.balances = removed(ledger.balances)
      case .prior: ledger.prior = removed(ledger.prior)
      case .texts: ledger.texts = removed(ledger.texts)
      default: break
      }
      return ledger
    }
  }
}
