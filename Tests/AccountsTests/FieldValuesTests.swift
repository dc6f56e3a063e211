import Accounts
import Testing

@Suite struct FieldValuesTests {
  @Test func valuesAreSetAndTakenAway() {
    var values: FieldValues = [.item: .text("甲"), .amount: .count(1)]
    values[.amount] = .count(2)
    values[.people] = .count(3)
    #expect(values.count == 3)
    #expect(values[.amount] == .count(2))
    #expect(values[.value] == nil)
    values[.item] = nil
    #expect(values == [.people: .count(3), .amount: .count(2)])
    #expect(values != [.people: .count(3), .amount: .count(1)])
    #expect(values != [.people: .count(3)])
    #expect(values.only([.people, .item]) == [.people: .count(3)])
  }
}
