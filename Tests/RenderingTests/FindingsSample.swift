import Accounts
import Checks
import Foundation
import Reading
import Tables
import TestSupport

@testable import Rendering

/// The example's tables, and those tables with figures altered, as a publication with mistakes would have them.
enum FindingsSample {
  /// The tables of the example, without its text.
  static func tables() throws -> TableSet { try Example.datong.tables }

  /// What the check finds in tables.
  static func report(_ tables: TableSet) throws -> CheckReport { try Standard.checker.check(tables) }

  /// A run over one input of a name.
  static func run(
    _ tables: TableSet, named name: String = "决算 公开.html", waivers: [Waiver] = [], notes: Bool = false
  ) throws -> CheckRun {
    let (report, unused) = try report(tables).waiving(waivers, in: name)
    return CheckRun(
      inputs: [CheckedInput(name: name, outcome: .report(report, tables))], unusedWaivers: unused, showsNotes: notes,
      record: CheckRecord(rules: try RuleCatalogue.standard().rules))
  }
}

extension TableSet {
  /// The tables with figures replaced by others, by address; with a file, every figure gets a place in it.
  func altering(_ changes: [String: String], placedIn file: String? = nil) -> TableSet {
    var line = 0
    let altered = tables.map { table in
      Table(
        id: table.id, title: table.title, formCode: table.formCode, unitLine: table.unitLine, period: table.period,
        currency: table.currency, isWide: table.isWide, header: table.header,
        rows: table.rows.map { row in
          line += 1
          return Row(
            row.cells.map { cell in
              guard case .figure(let figure) = cell.content else { return cell }
              let printed = changes[figure.address.description].flatMap {
                Figure(printed: $0, unit: figure.figure.unit)
              }
              let place = file.map { SourceLocation(file: $0, line: line) }
              return Cell(
                .figure(TableFigure(figure.address, printed ?? figure.figure, place: place)), columns: cell.columns,
                isRowHeading: cell.isRowHeading, indent: cell.indent)
            }, isTotal: row.isTotal)
        }, notes: table.notes)
    }
    return TableSet(unitName: unitName, year: year, scope: scope, tables: altered)
  }

  /// The tables without one of them.
  func without(_ id: TableID) -> TableSet {
    TableSet(unitName: unitName, year: year, scope: scope, tables: tables.filter { $0.id != id })
  }
}
