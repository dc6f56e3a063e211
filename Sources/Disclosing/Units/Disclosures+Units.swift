import Accounts
package import Checks
package import Reading
import Tables

extension Disclosures {
  /// The units of a department at some paths, each a ledger, a publication, or a folder of several; throws ``UnusableInput`` with
  /// everything that cannot be read.
  package mutating func units(at paths: [String], from files: InputFiles) throws -> [UnitTables] {
    var units: [UnitTables] = []
    var problems: [Problem] = []
    for path in paths {
      for one in try inputs(at: path).inputs {
        do {
          units.append(UnitTables(try disclosure(of: one, from: files), at: one))
        } catch let error as UnusableInput {
          problems += error.problems
        }
      }
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    return units
  }

  /// What comes of holding a department against its units.
  package mutating func report(
    on department: Disclosure, units: [UnitTables], lacking: [String] = []
  ) throws -> UnitCheck.Report {
    try UnitCheck(national: Form.builtIn(Form.ancestor, year: department.tables.year ?? department.form.year))
      .report(
        on: department.tables, included: department.ledger?.unit.subordinates ?? [], units: units, lacking: lacking)
  }
}

extension UnitTables {
  /// The unit of a disclosure at some paths. A ledger that brings its tables is one that has been printed.
  init(_ disclosure: Disclosure, at paths: [String]) {
    self.init(
      name: disclosure.tables.unitName ?? InputFile.displayName(of: paths), tables: disclosure.tables,
      ledger: disclosure.ledger.flatMap { $0.given == nil ? $0 : nil })
  }
}
