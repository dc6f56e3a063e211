import Accounts
import TestSupport
import Testing

@Suite struct ProblemTests {
  @Test func messageNamesPlaceFindingExpectationAndAdvice() {
    let place = InputPlace(file: "支出.csv", line: 17, column: "金额")
    #expect(
      Problem(at: place, found: "填的是“12.345”", expected: "应为最多 2 位小数的金额", advice: "请核对").message
        == "支出.csv:17「金额」: 错误: 填的是“12.345”，应为最多 2 位小数的金额。请核对。")
    #expect(Problem(at: place, found: "没有填写", expected: "应为金额").explanation == "没有填写，应为金额。")
    #expect(Problem(at: InputPlace(file: "账"), "问题太多。").message == "账: 错误: 问题太多。")
  }

  @Test(
    arguments: [
      (InputPlace(file: "支出.csv"), "支出.csv"),
      (InputPlace(file: "支出.csv", line: 17), "支出.csv:17"),
      (InputPlace(file: "支出.csv", line: 17, column: "金额"), "支出.csv:17「金额」"),
      (InputPlace(file: "账.json", sheet: "支出", line: 245, column: "金额"), "账.json:245 支出「金额」"),
      (InputPlace(file: "账.json", sheet: "支出"), "账.json 支出"),
      (InputPlace(file: "填报.xlsx", sheet: "支出", cell: "D17", column: "金额"), "填报.xlsx:支出!D17「金额」"),
      (InputPlace(file: "填报.xlsx", line: 3, cell: "D17"), "填报.xlsx:D17"),
    ])
  func placesReadAsWritten(place: InputPlace, text: String) {
    #expect(place.description == text)
  }

  @Test func aRowsPlaceAtAnotherColumn() {
    let place = InputPlace(file: "支出.csv", line: 17, column: "金额")
    #expect(place.at(column: "资金性质") == InputPlace(file: "支出.csv", line: 17, column: "资金性质"))
  }

  @Test(
    arguments: [
      ("", "“”"), ("甲", "“甲”"), ("a\tb\nc\rd", "“a b c d”"),
      ("\u{1B}[31m红", "“\u{FFFD}[31m红”"), ("a\u{0}b\u{7F}", "“a\u{FFFD}b\u{FFFD}”"),
      ("\u{202E}987\u{202C}", "“\u{FFFD}987\u{FFFD}”"), ("5\u{200B}", "“5\u{FFFD}”"), ("\u{FEFF}5", "“\u{FFFD}5”"),
      ("a\u{85}b", "“a\u{FFFD}b”"), ("a\u{2028}b\u{2029}c", "“a b c”"),
    ])
  func controlCharactersAreMadeVisible(value: String, quoted: String) {
    #expect(Problem.quoted(value).unicodeScalars.elementsEqual(quoted.unicodeScalars))
  }

  @Test func longValuesAreCut() {
    let forty = String(repeating: "账", count: 40)
    #expect(Problem.quoted(forty) == "“\(forty)”")
    #expect(Problem.quoted(forty + "目") == "“\(forty)…”")
    #expect(Problem.quoted(String(repeating: "x", count: 1_000_000)).count == 43)
    // One visible character of many marks is long too.
    #expect(Problem.quoted("a" + String(repeating: "\u{301}", count: 5_000)).unicodeScalars.count == 43)
  }
}
