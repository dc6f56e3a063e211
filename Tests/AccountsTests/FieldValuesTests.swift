import Accounts
import Testing

@Suite struct FieldValuesTests {
  @Test func valuesAreSetAndTakenAway() {
    var values: FieldValues = ["项目": .text("甲"), "金额": .count(1)]
    values["金额"] = .count(2)
    values["人次"] = .count(3)
    #expect(values.count == 3)
    #expect(values["金额"] == .count(2))
    #expect(values["数值"] == nil)
    values["项目"] = nil
    #expect(values == ["人次": .count(3), "金额": .count(2)])
    #expect(values != ["人次": .count(3), "金额": .count(1)])
    #expect(values != ["人次": .count(3)])
    #expect(values.only(["人次", "项目"]) == ["人次": .count(3)])
  }
}
