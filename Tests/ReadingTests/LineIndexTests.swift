import Tables
import Testing

@testable import Reading

/// Two lines of 公开04 bear the same words, one with a number before them: the income of the year and what was left before it.
@Suite struct LineIndexTests {
  private let lines: [TableForm.Line]

  init() throws {
    let form = try #require(try Form.builtIn("national", year: 2024).tables.first { $0.id == .t04 })
    guard case .twoSided(let sides) = form.body else {
      Issue.record("公开04 has two sides")
      lines = []
      return
    }
    lines = sides.left
  }

  @Test(arguments: ["一、一般公共预算财政拨款", "一般公共预算财政拨款"])
  func whatStandsFirstIsTheIncomeWithOrWithoutItsNumber(_ label: String) {
    #expect(LineIndex(lines).line(label: label, after: -1)?.line.line == 1)
  }

  @Test func whatStandsBehindTheBalanceIsWhatWasLeftOfIt() throws {
    let index = LineIndex(lines)
    let balance = try #require(index.line(label: "年初财政拨款结转和结余", after: -1))
    let left = try #require(index.line(label: "一般公共预算财政拨款", after: balance.place))
    #expect(left.line.line == balance.line.line + 1)
  }
}
