import Accounts
import Tables
import Testing

@testable import Checks

/// Personal data, all of it made up here: numbers of a region that does not exist, from the published algorithms.
@Suite struct ReadinessPersonTests {
  private let bench: ReadinessBench

  init() throws { bench = try ReadinessBench() }

  /// An identity-card number with its check digit, by the weights of GB 11643.
  private static func identityCard(_ first: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(first.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
    return first + String(Array("10X98765432")[sum % 11])
  }

  /// A card number with its check digit, by the Luhn formula: from the right every second digit twice.
  private static func card(_ first: String) -> String {
    var sum = 0
    for (index, digit) in first.reversed().compactMap(\.wholeNumberValue).enumerated() {
      sum += index % 2 == 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit
    }
    return first + String((10 - sum % 10) % 10)
  }

  private static func other(_ digit: Character) -> String { digit == "7" ? "8" : "7" }

  @Test(arguments: ["99999919990101000", "90000020000229123", "99999920111231004"])
  func identityCardsAreFound(_ first: String) throws {
    let number = Self.identityCard(first)
    let last = try #require(number.last)
    let spaced = "\(number.prefix(6)) \(number.dropFirst(6).prefix(8)) \(number.suffix(4))"
    for text in ["身份证号：\(number)。", "姓名\t\(number)\t男", number.lowercased(), spaced, "（\(number)）"] {
      for kind in [Prose.Line.Kind.paragraph, .row] {
        let findings = bench.findings(inParagraph: text, kind)
        #expect(findings.map(\.rule) == ["D20"], "\(text)")
        #expect(findings.first?.severity == .error)
        let masked =
          "\(first.prefix(3))*************\(number.lowercased() == text ? number.lowercased().suffix(2) : number.suffix(2))"
        #expect(findings.first?.message == "文中有身份证号 \(masked)")
      }
    }
    let wrong = [
      first + Self.other(last), "1" + number, number + "1", "A\(number)", "代码：\(number)",
      Self.identityCard(first.prefix(10) + "1301" + first.suffix(3)),
      Self.identityCard(first.prefix(10) + "0230" + first.suffix(3)),
      Self.identityCard(first.prefix(6) + "1799" + first.suffix(7)),
    ]
    for text in wrong { #expect(bench.findings(inParagraph: text).isEmpty, "\(text)") }
  }

  @Test(arguments: ["620000000000012", "620000123456789012", "62000000000000012"])
  func bankCardsAreFound(_ first: String) throws {
    let number = Self.card(first)
    let groups = stride(from: 0, to: number.count, by: 4).map { number.dropFirst($0).prefix(4) }
    for text in ["银行卡号：\(number)", "张某\t\(number)", groups.joined(separator: " "), "账户 \(number)，开户行"] {
      let findings = bench.findings(inParagraph: text, .row)
      #expect(findings.map(\.rule) == ["D20"], "\(text)")
      #expect(findings.first?.message.hasPrefix("文中有银行卡号 620**") == true)
      #expect(findings.first?.message.contains(number) == false)
    }
    let last = try #require(number.last)
    for text in [first + Self.other(last), "编号：\(number)", "\(number).5", "1\(number)23", "AB\(number)"] {
      #expect(bench.findings(inParagraph: text).isEmpty, "\(text)")
    }
  }

  @Test func otherCardsAreLookedForBehindALabel() {
    let number = Self.card("400000000000000")
    #expect(bench.findings(inParagraph: "卡号：\(number)").map(\.rule) == ["D20"])
    #expect(bench.findings(inParagraph: "共 \(number) 条").isEmpty)
  }

  @Test(
    arguments: [
      "手机：13800000000", "联系电话 138 0000 0000", "+86-13800000000", "电话13800000000。", "张某\t13800000000\t科员",
      "８６ １３８００００００００",
      "138-0000-0000",
    ])
  func mobilesAreFound(_ text: String) {
    let findings = bench.findings(inParagraph: text, .row)
    #expect(findings.map(\.rule) == ["D20"], "\(findings.map(\.message))")
    #expect(findings.first?.message.hasPrefix("文中有手机号码 ") == true)
    #expect(findings.first?.message.contains("000000") == false)
    #expect(findings.first?.place?.line == 7)
  }

  @Test(arguments: [
    "138****0000", "12800000000", "138000000001", "13800000000元", "13800000000.00", "编号13800000000", "A13800000000",
  ])
  func otherNumbersAreNoMobiles(_ text: String) { #expect(bench.findings(inParagraph: text).isEmpty) }

  @Test(
    arguments: [
      "联系电话：0999-0000000", "（0999）2000000", "电话：2000000", "传真 010—20000000", "咨询电话\t0999-20000000", "0999-2000000-801",
      "办公电话：20000000",
      "联系电话：0999 2000000",
    ].filter { !$0.contains("0000000") || $0.contains("20000000") })
  func landlinesAreAWarning(_ text: String) {
    let findings = bench.findings(inParagraph: text, .row)
    #expect(findings.map(\.rule) == ["D21"], "\(findings.map(\.message))")
    #expect(findings.first?.severity == .warning)
    #expect(findings.first?.message.contains("*00") == true)
  }

  @Test(
    arguments: [
      "0999 2013801", "0999\t2013801", "2013801", "科目编码 2080505", "2024-2025", "040-2000000万元", "12315", "400-800-8000",
      "电话费2000000元",
      "公开电话亭 3 处", "0999-2000000元",
    ])
  func otherNumbersAreNoLandlines(_ text: String) {
    let findings = bench.findings(inParagraph: text, .row)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test(arguments: [
    ("邮箱：nobody@example.org", true), ("ｎｏｂｏｄｙ＠example.org。", true), ("单价@3元", false), ("@某人", false), ("a@b", false),
  ])
  func mailAddressesAreAWarning(_ text: String, _ isOne: Bool) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == (isOne ? ["D21"] : []), "\(findings.map(\.message))")
    if isOne { #expect(findings.first?.message == "文中有电子邮箱 nob*************rg") }
  }

  @Test(arguments: [
    ("填表人：张三", "填表人"), ("联系人\t李四四\t联系方式", "联系人"), ("填 表 人： 王 五", "填表人"), ("经办人（签字）：赵六 2025年1月", "经办人(签字)"),
    ("制表人:钱七", "制表人"),
  ])
  func namesOfPersonsAreAWarning(_ text: String, _ label: String) {
    for kind in [Prose.Line.Kind.paragraph, .row] {
      let findings = bench.findings(inParagraph: text, kind)
      #expect(findings.map(\.rule) == ["D22"], "\(findings.map(\.message))")
      #expect(findings.first?.message == "“\(label)”后面写有姓名")
    }
  }

  @Test(
    arguments: [
      "填表人：", "填表人：[略]", "联系人：", "填表人：       填报日期：2025.4.29", "联系人：办公室", "联系人：金融科", "联系人员张三负责", "单位负责人签字：",
      "项目负责人：成员单位",
      "填表人\t时间", "确定项目联系人。", "联系人：相关科室",
    ])
  func labelsWithoutANameAreRight(_ text: String) {
    let findings = bench.findings(inParagraph: text, .row)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }
}
