import Checks
import Foundation
import Rendering
import TestSupport
import Testing

@Suite struct RulesCommandTests {
  @Test func theListBesideTheRulesIsTheCatalogue() throws {
    let file = try String(contentsOf: Checkout.folder.appending(path: "Sources/Checks/RULES.md"), encoding: .utf8)
    #expect(
      file == RulesMarkdown.text(of: try RuleCatalogue.standard().rules),
      "Sources/Checks/RULES.md is out of date: juesuan rules --format md > Sources/Checks/RULES.md")
  }

  @Test(arguments: ["text", "md"]) func everyRuleIsListedOnce(_ format: String) throws {
    let run = try Run("rules", "--format", format)
    #expect(run.status == 0)
    let words = run.text.replacing("\\_", with: "_").split { " 、　|\n".contains($0) }
    let rules = try RuleCatalogue.standard().rules
    #expect(run.text.hasPrefix("共 \(rules.count) 条规则。"))
    for rule in rules { #expect(words.count { $0 == rule.id } == 1, "\(rule.id)") }
  }

  @Test func theListAsDataHasEveryRule() throws {
    let run = try Run("rules", "--format", "json")
    let json = try #require(JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    let rules = try #require(json["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == (try RuleCatalogue.standard().rules.map(\.id)))
    #expect((json["classes"] as? [Any])?.count == Identity.Class.allCases.count)
    let balance = try #require(rules.first { $0["id"] as? String == "01-5" })
    #expect(balance["formulas"] as? [String] == ["01.31.1 = 01.62.2"])
  }

  @Test func noIdIsUsedTwice() throws {
    let ids = try RuleCatalogue.standard().rules.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
