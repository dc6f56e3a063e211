import Accounts
import Checks
import Disclosing
import Foundation
import Tables
import TestSupport
import Testing

/// The explanation is read wherever it stands: a wrong number is found, nothing is said of right ones, and what is missing is
/// told from what was not recognised.
@Suite struct ExplanationPlacesTests {
  /// How a place divides its disclosure, made from what the example publishes.
  enum Division: CaseIterable {
    case secondPart, statementPart, numberedHeading, bareHeading, noHeading, noParts, overviewAndExplanation,
      otherMattersApart
    case otherMattersNamedOtherwise, bareSections, noSections

    func text(_ text: String) -> String {
      let part = "## 第三部分　情况说明"
      let glossary = "## 第四部分　名词解释"
      let parts = text.replacing(/## 第.部分.*/, with: "")
      return switch self {
      case .secondPart: text.replacing(part, with: "## 第二部分　情况说明").replacing("## 第二部分　2024年度单位决算表", with: "")
      case .statementPart: text.replacing(part, with: "## 第三部分　2024年度部门决算说明")
      case .numberedHeading: text.replacing(part, with: "三、部门决算情况说明")
      case .bareHeading: text.replacing(part, with: "情况说明")
      case .noHeading: text.replacing(part, with: "")
      case .noParts: parts
      case .overviewAndExplanation:
        // 一、单位基本情况 二、单位决算情况说明 （一）… and no part at all.
        parts.replacing("### 一、单位职责", with: "### 一、单位基本情况").replacing(
          "### 一、收入支出决算总体", with: "### 二、单位决算情况说明\n\n### （一）收入支出决算总体")
      case .otherMattersApart:
        Self.otherMattersApart(text, "其他重要事项及相关口径情况说明").replacing(glossary, with: "## 第五部分　名词解释")
      case .otherMattersNamedOtherwise:
        Self.otherMattersApart(text, "有关数据").replacing(glossary, with: "## 第五部分　名词解释")
      case .bareSections:
        // The program numbers the headings, and the numbers are no text.
        text.replacing(/#+ [一二三四五六七八九十]+、(?<rest>.*说明)\n/) { "\($0.rest)\n" }
      case .noSections: Self.withoutHeadings(parts)
      }
    }

    private static func otherMattersApart(_ text: String, _ name: String) -> String {
      text.replacing("### 十、其他重要事项情况说明", with: "## 第四部分　\(name)").replacing(
        "#### （一）机关运行经费支出情况说明", with: "### 一、机关运行经费支出情况"
      ).replacing("#### （二）政府采购情况说明", with: "### 二、政府采购支出情况").replacing(
        "#### （三）国有资产占用情况说明", with: "### 三、国有资产占用情况"
      ).replacing("#### （四）预算绩效情况说明", with: "### 四、部门绩效自评情况")
    }

    private static func withoutHeadings(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !($0.hasPrefix("#") && $0.contains("说明"))
      }.joined(separator: "\n")
    }
  }

  private func report(_ text: String) throws -> CheckReport {
    let folder = try TemporaryFolder(["公开.md": Array(text.utf8)])
    var disclosures = Disclosures(Choices()) { _ in }
    return try disclosures.report(on: disclosures.disclosure(at: folder.path + "/公开.md"))
  }

  private func found(_ report: CheckReport) -> [String] {
    report.allFindings.filter { $0.severity != .note }.map { "\($0.rule) \($0.message)" }
  }

  @Test(arguments: Division.allCases)
  func nothingIsSaidOfRightOnesAndAWrongNumberIsFound(division: Division) throws {
    let text = division.text(try Example.datong.text("index.md"))
    let report = try report(text)
    // 本年度无此项收支 is of nothing where no heading says of what.
    let unnamed = ["政府性基金预算财政拨款收入支出决算情况说明", "国有资本经营预算财政拨款支出决算情况说明"]
    #expect(found(report) == (division == .noSections ? unnamed.map { "D10 情况说明没有“\($0)”一节" } : []))
    #expect((report.numbers?.compared ?? 0) >= (division == .noSections ? 130 : 140))
    for (number, wrong) in [("收入总计5,029.36万元", "收入总计5,092.36万元"), ("机关运行经费支出252.49万元", "机关运行经费支出225.49万元")] {
      let altered = text.replacing(number, with: wrong)
      #expect(altered != text)
      let report = try self.report(altered)
      #expect(found(report).contains { $0.hasPrefix("N01 ") }, "\(number)")
      // What is wrong is the sentence, and it should say what it said.
      let right = number.drop { !$0.isNumber }
      #expect(report.findings.contains { $0.expected.map { right == $0 } ?? false }, "\(number)")
    }
  }

  /// What is said of the explanation itself where something of it is missing.
  enum Lack: CaseIterable {
    case part, contentOfPart, section, unknownWords

    func text(_ text: String) -> String {
      guard let start = text.range(of: "## 第三部分　情况说明"), let end = text.range(of: "## 第四部分　名词解释") else { return text }
      let explanation = String(text[start.upperBound..<end.lowerBound])
      let (before, after) = (String(text[..<start.lowerBound]), String(text[end.lowerBound...]))
      return switch self {
      case .part: before + after
      case .contentOfPart: before + "## 第三部分　情况说明\n\n略。\n\n" + after
      case .section:
        before + "## 第三部分　情况说明\n"
          + explanation.replacing(/#### （一）机关运行经费支出情况说明\n\n.*\n/, with: "") + after
      case .unknownWords: before + "全部款项共计5,029.36万元，较预想的多68.13万元。\n\n" + after
      }
    }

    var expected: String {
      switch self {
      case .part: "D09 没有“情况说明”这一部分"
      case .contentOfPart: "D10 “第三部分　情况说明”下面没有说明一个数，各节都没有"
      case .section: "D10 情况说明没有“机关运行经费支出情况说明”一节"
      case .unknownWords: "D31 文字里没有找到情况说明，没有一节是认得的，其中的数没有核对"
      }
    }
  }

  @Test(arguments: Lack.allCases)
  func whatIsMissingIsToldFromWhatWasNotRecognised(lack: Lack) throws {
    let found = found(try report(lack.text(try Example.datong.text("index.md"))))
    #expect(found == [lack.expected])
  }
}
