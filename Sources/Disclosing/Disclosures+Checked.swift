package import Accounts
package import Checks
package import Reading
package import Tables

extension Disclosures {
  /// What came of reading and checking one input.
  package struct Checked: Sendable {
    package let input: CheckedInput
    /// What was read; nil where that could not be.
    package let disclosure: Disclosure?
    /// The files that were read, which need not be read again.
    package let files: InputFiles
    /// The waivers that no finding of it needed; nil where it could not be read, and so nothing is known of them.
    package let unused: [Waiver]?
  }

  /// Reads and checks one input, a ledger or a publication of one or more files; what cannot be read is a result too.
  ///
  /// `prior` is last year's; `earlier` is an earlier report with the path it has; of `units` the dates of its row are taken;
  /// `own` are the units of a department, against which its tables are held. With `cutsOut` it holds pictures of what was recognised
  /// and findings rest on.
  package mutating func checked(
    _ paths: [String], prior: TableSet? = nil, waivers: [Waiver] = [],
    since earlier: (report: EarlierReport, path: String)? = nil, among units: UnitList? = nil,
    heldAgainst own: [UnitTables] = [], cutsOut: Bool = false
  ) throws -> Checked {
    let name = InputFile.displayName(of: paths)
    let files = InputFiles(engine: engine)
    func filesRead() -> [CheckedFile] { files.read.map { CheckedFile($0.name, $0.bytes) } }
    do {
      let disclosure = try disclosure(of: paths, from: files)
      let unit = units.flatMap { list in
        list.position(of: disclosure.tables.unitName, at: paths).map { list.units[$0] }
      }
      let dates = DisclosureDates(approved: unit?.approved, published: unit?.published)
      var found = try report(on: disclosure, prior: prior, dates: dates)
      if !own.isEmpty { found.add(try report(on: disclosure, units: own)) }
      let (report, unused) = found.waiving(waivers, in: name)
      let compared = earlier.flatMap { earlier in
        earlier.report.findings(of: name).map {
          report.comparing(with: $0, of: InputFile.displayName(of: earlier.path))
        }
      }
      var input = CheckedInput(
        name: name, outcome: .report(compared ?? report, disclosure.tables), files: filesRead(),
        form: FormUsed(disclosure.form, isOfLedger: disclosure.ledger != nil))
      if cutsOut { input.cutouts = files.pictures(of: [], cutouts: report.recognisedPlaces).cutouts }
      return Checked(input: input, disclosure: disclosure, files: files, unused: unused)
    } catch let error as UnusableInput {
      let input = CheckedInput(name: name, outcome: .unusable(error.problems), files: filesRead())
      return Checked(input: input, disclosure: nil, files: files, unused: nil)
    }
  }
}
