import Accounts
import Checks
import Formats
import Reading
import Seasons
import Tables

/// A department of a season with its units (部门与所属单位): the rows of the list say which they are by their 上级, or else a folder
/// called 所属单位 beside the department's files.
struct SeasonDepartment: Sendable {
  /// The folder whose publications are those of the units of what lies beside it.
  static let folder = "所属单位"

  /// Where it stands among the inputs.
  let position: Int
  /// Its units.
  private let inputs: [SeasonInput]
  /// Units that it has and of which nothing could be read.
  private let lacking: [String]
  /// A digest of what its units are and say.
  let basis: String

  /// The departments among the units; linear in the units for each.
  static func all(of units: [SeasonUnit], _ inputs: [SeasonInput], _ list: UnitList?) -> [SeasonDepartment] {
    let rows = Dictionary(grouping: (list?.units ?? []).filter { $0.superior != nil }) { $0.superior ?? "" }
    let hasFolder = units.contains { "/\($0.source)".contains("/\(folder)/") }
    return units.indices.compactMap { position in
      let own = units[position]
      let listed = own.entry.flatMap { rows[$0.name] } ?? []
      guard !listed.isEmpty || hasFolder else { return department(position, own) }
      let names = Set(listed.map(\.name))
      var members = units.indices.filter { other in
        other != position && units[other].entry.map { names.contains($0.name) } ?? false
      }
      if listed.isEmpty {
        let below = ownFolder(of: own.source) + folder + "/"
        members = own.source.hasPrefix(folder + "/") ? [] : units.indices.filter { units[$0].source.hasPrefix(below) }
        guard !members.isEmpty, isAlone(position, units) else { return department(position, own) }
      }
      let known = Set(members.compactMap { units[$0].entry?.name })
      let lacking =
        listed.map(\.name).filter { !known.contains($0) }
        + members.filter { units[$0].kind == .unread }.map { units[$0].name }
      let lines = members.map { "\(units[$0].basis) \(units[$0].name)" } + lacking
      return SeasonDepartment(
        position: position, inputs: members.filter { units[$0].kind != .unread }.map { inputs[$0] }, lacking: lacking,
        basis: SHA256(of: Array(lines.joined(separator: "\n").utf8)).hexadecimal)
    }
  }

  /// One that is no department, which has to be done again where it was one when it was last done.
  private static func department(_ position: Int, _ unit: SeasonUnit) -> SeasonDepartment? {
    unit.unitsBasis == nil ? nil : SeasonDepartment(position: position, inputs: [], lacking: [], basis: "")
  }

  /// The folder in which a source lies; empty for the folder of the season.
  private static func ownFolder(of source: String) -> String {
    source.lastIndex(of: "/").map { String(source[...$0]) } ?? ""
  }

  /// Whether nothing else lies in its folder, besides its units: of two it could not be told which is the department.
  private static func isAlone(_ position: Int, _ units: [SeasonUnit]) -> Bool {
    let home = ownFolder(of: units[position].source)
    return !units.indices.contains { other in
      other != position && ownFolder(of: units[other].source) == home
        && !units[other].source.hasPrefix(home + folder + "/")
    }
  }

  /// What comes of holding it against its units; nil where it is no department.
  func report(on department: Disclosure, _ disclosures: inout Disclosures) throws -> UnitCheck.Report? {
    guard !inputs.isEmpty || !lacking.isEmpty else { return nil }
    var units: [UnitTables] = []
    var lacking = lacking
    for input in inputs {
      do {
        units.append(UnitTables(try disclosures.disclosure(of: input.paths), at: input.paths))
      } catch is UnusableInput {
        lacking.append(input.source)
      }
    }
    return try disclosures.report(on: department, units: units, lacking: lacking)
  }
}
