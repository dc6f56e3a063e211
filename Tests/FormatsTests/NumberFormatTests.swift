import Formats
import TestSupport
import Testing

@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("General", 0), ("G/通用格式", 0), ("0.00", 0), ("#,##0.00", 0), ("#,##0.00_);(#,##0.00)", 0), ("0.00E+00", 0),
    ("#,##0,", 3), ("#,##0.00,,\"百万\"", 6), ("0!.0,\"万\"", 4), ("0\\.0000", 4), ("0\".\"00,", 5),
    ("¥#,##0.00;[红色]-¥#,##0.00", 0), ("[DBNum1][$-804]General", 0), ("\"a,b\"0", 0),
  ])
  func numbersAreShownShifted(code: String, shift: Int) {
    #expect(NumberFormat(code).kind == .number)
    #expect(NumberFormat(code).shift == shift)
    #expect(!NumberFormat(code).dependsOnValue)
  }

  @Test(arguments: ["0%", "0.00%", "[红色]0.0%;-0.0%"])
  func percentIsToldFromNumbers(code: String) {
    #expect(NumberFormat(code).kind == .percent)
  }

  @Test(arguments: [
    "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]aaaa", "h:mm AM/PM", "[h]:mm:ss", "mm:ss.0", "e/m/d", "上午/下午h\"时\"",
  ])
  func datesAreToldFromNumbers(code: String) {
    #expect(NumberFormat(code).kind == .date)
  }

  @Test(arguments: [("0.00", 2), ("#,##0", 0), ("0!.0,\"万\"", 1), ("0.0%", 1), ("0.00E+00", 2)])
  func decimalsAreCounted(code: String, decimals: Int) {
    #expect(NumberFormat(code).decimals == decimals)
  }

  @Test func formatsMayDependOnTheValue() {
    #expect(NumberFormat("[>=10000]0!.0,\"万\";0").dependsOnValue)
    #expect(NumberFormat("0.00;0%").dependsOnValue)
    #expect(!NumberFormat("0.00;-0.00;\"—\";@").dependsOnValue)
    #expect(NumberFormat("@").kind == .text)
  }

  @Test func anySpellingIsReadToItsEnd() {
    let pieces = [
      "\"", "\\", "!", "[", "]", "_", "*", ";", "0", ".", ",", "%", "E", "e", "A", "G", "y", "+", "万", "@", "/",
    ]
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      let code = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }
      #expect(NumberFormat(code.joined()).code == code.joined())
    }
  }
}
