package import Accounts
import Checks
package import Reading

/// The waivers (豁免) of a file, each of a rule that there is.
package struct WaiverList: Sendable {
  package let waivers: [Waiver]

  /// No waivers.
  package init() { waivers = [] }

  /// The waivers of a file; throws ``UnusableInput`` where it cannot be read or names a rule that does not exist, which
  /// is a mistake in the file.
  package init(at path: String, from files: InputFiles = InputFiles()) throws {
    let waivers = try WaiverFile.waivers(at: path, from: files)
    let known = Set(try RuleCatalogue.standard().rules.map(\.id))
    let problems = waivers.filter { !known.contains($0.rule) }.map { waiver in
      Problem(
        at: waiver.place.at(column: "规则"), found: "填的是\(Problem.quoted(waiver.rule))", expected: "应为规则的编号",
        advice: "各规则的编号见 juesuan rules")
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    self.waivers = waivers
  }
}

extension Waiver {
  /// What is said of a waiver that no finding needed.
  package var unusedRemark: String {
    "\(place): 提醒: 豁免 \(rule)\(address.map { " \($0)" } ?? "") 没有对应的发现，请删去这一行，以免掩盖以后的错误。"
  }
}
