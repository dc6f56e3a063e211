package import Accounts
import Checks
package import Reading

/// The waivers (豁免) of a file, each of a rule that there is.
package struct WaiverList: Sendable {
  package let waivers: [Waiver]
  /// What is said of rows whose reason nobody has given; nil where there are none.
  package let unfilledRemark: String?

  /// No waivers.
  package init() {
    waivers = []
    unfilledRemark = nil
  }

  /// The waivers of a file; throws ``UnusableInput`` where it cannot be read or names a rule that does not exist, which
  /// is a mistake in the file.
  package init(at path: String, from files: InputFiles = InputFiles()) throws {
    let file = try WaiverFile(at: path, from: files)
    let waivers = file.waivers
    let known = Set(try RuleCatalogue.standard().rules.map(\.id))
    let problems = waivers.filter { !known.contains($0.rule) }.map { waiver in
      Problem(
        at: waiver.place.at(column: "规则"), found: "填的是\(Problem.quoted(waiver.rule))", expected: "应为规则的编号",
        advice: "各规则的编号见 juesuan rules")
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    self.waivers = waivers
    let lines = file.unfilled.compactMap(\.line).map(String.init).joined(separator: "、")
    unfilledRemark =
      file.unfilled.isEmpty
      ? nil
      : "\(InputFile.displayName(of: path)): 提醒: \(file.unfilled.count) 行没有填理由，没有豁免（第 \(lines) 行）；不豁免的可以删去。"
  }
}

extension Waiver {
  /// What is said of a waiver that no finding needed.
  package var unusedRemark: String {
    "\(place): 提醒: 豁免 \(id ?? rule + (address.map { " \($0)" } ?? "")) 没有对应的发现，请删去这一行，以免掩盖以后的错误。"
  }
}
