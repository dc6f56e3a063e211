import Formats
import Foundation
import TestSupport
import Testing

@Suite struct DiffCommandTests {
  private static let first = "Examples/datong-2024"

  /// The example with one function code replaced by another.
  private func changed(_ folder: TemporaryFolder) throws -> String {
    try folder.ledger(
      replacing: "2100799,其他计划生育事务支出,基本支出,一般公共预算财政拨款,30309,奖励金,,8398.48",
      with: "2100716,计划生育机构,基本支出,一般公共预算财政拨款,30309,奖励金,,8398.48", in: "支出.csv")
  }

  @Test func aDisclosureDoesNotDifferFromItself() throws {
    let run = try Run("diff", Self.first, Self.first)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("对比 "))
    #expect(run.text.hasSuffix("变动 0，只在前者 0，只在后者 0。\n"))
  }

  @Test func differencesAreListedByKind() throws {
    let folder = try TemporaryFolder()
    let second = try changed(folder)
    let run = try Run("diff", Self.first, second)
    #expect(run.status == 1)
    #expect(run.text.contains("只在 Examples/datong-2024：\n"))
    #expect(run.text.contains("    03.2100799.1  其他计划生育事务支出·本年支出合计"))
    #expect(run.text.contains("只在 \(second)：\n"))
    #expect(run.text.contains("    03.2100716.1  计划生育机构·本年支出合计"))
  }

  @Test func aChangedFigureShowsBothPrintsAndTheDifference() throws {
    let folder = try TemporaryFolder()
    let second = try folder.ledger(
      replacing: "\n公务接待费,,5928.22,5928.22", with: "\n公务接待费,,15928.22,5928.22",
      in: "三公经费.csv")
    let run = try Run("diff", Self.first, second)
    #expect(run.status == 1)
    #expect(run.text.contains("0.59 → 1.59  差 1.00\n"))
    let json = try Run("diff", Self.first, second, "--format", "json")
    #expect(json.status == 1)
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
    let entries = try #require(object["changed"] as? [[String: Any]])
    let entry = try #require(entries.first { $0["address"] as? String == "09.1.6" })
    #expect(entry["first"] as? String == "0.59")
    #expect(entry["second"] as? String == "1.59")
    #expect(entry["difference"] as? String == "1.00")
    #expect((object["counts"] as? [String: Int])?["changed"] == entries.count)
    let csv = try Run("diff", Self.first, second, "--format", "csv")
    let records = CSVDocument.parse(Array(csv.output.dropFirst(3))).records
    #expect(records.count == entries.count + 1)
    #expect(
      records.contains { $0.fields.prefix(2) == ["变动", "09.1.6"] && $0.fields.suffix(3) == ["0.59", "1.59", "1.00"] })
  }

  @Test func twoDisclosuresAreNeeded() throws {
    #expect(try Run("diff", Self.first).status == 2)
    #expect(try Run("diff", Self.first, "没有这个").status == 2)
  }
}
