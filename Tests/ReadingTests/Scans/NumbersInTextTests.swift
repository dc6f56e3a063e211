import Testing

@testable import Reading

/// A number in a line counts where both readings of the line have it at its place.
@Suite struct NumbersInTextTests {
  @Test(arguments: [
    ("收入6,284.24万元，占99.5%", "收人6284.24万元，占99.5%", "收入6284.24万元，占99.5%"),
    // A mark was taken for a digit, and a digit for a letter that both readings have.
    ("收入62842470万元", "收入6,284.24万元", "收入62842470⯑万元"), ("占B24.71万元", "占B24.71万元", "占B24.71⯑万元"),
    // The other reading lost one, and what stands before and behind it is known.
    ("2024年12.30万元比15.00万元", "2024年比15.00万元", "2024年12.30⯑万元比15.00万元"),
    ("没有数", "", "没有数"), ("（一）第3条", "（一）第3条", "（一）第3条"),
  ])
  func whatBothReadingsHaveCounts(_ one: String, _ other: String, _ text: String) {
    #expect(NumbersInText(one).agreed(with: NumbersInText(other)).text == text)
  }

  @Test func numbersAreCounted() {
    let agreed = NumbersInText("1.50和2.50").agreed(with: NumbersInText("1.50和2.60"))
    #expect((agreed.accepted, agreed.doubtful) == (1, 1))
    #expect(NumbersInText("没有").isEmpty)
    #expect(!NumbersInText("2024年").isEmpty)
  }
}
