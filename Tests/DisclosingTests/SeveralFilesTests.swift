import Accounts
import Checks
import Disclosing
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// Text and tables of one publication that stand in several files.
@Suite struct SeveralFilesTests {
  /// The explanation of the example by itself.
  private func explanation(_ example: Example = .datong, _ change: (String) -> String = { $0 }) throws -> [UInt8] {
    let text = try example.text("index.md")
    guard let tables = text.range(of: "## 第二部分"), let start = text.range(of: "## 第三部分") else { return [] }
    return Array(change(String(text[..<tables.lowerBound] + text[start.lowerBound...])).utf8)
  }

  private func tables(_ example: Example = .datong) throws -> [UInt8] { try example.files["决算公开.xlsx"] ?? [] }

  private func report(_ folder: TemporaryFolder, _ names: [String]?) throws -> CheckReport {
    var disclosures = Disclosures(Choices()) { _ in }
    return try disclosures.report(
      on: disclosures.disclosure(of: names.map { $0.map { folder.path + "/" + $0 } } ?? [folder.path]))
  }

  private func problems(_ folder: TemporaryFolder, _ names: [String]? = nil) -> [String] {
    do {
      _ = try report(folder, names)
      return []
    } catch let error as UnusableInput {
      return error.problems.map(\.message)
    } catch {
      return ["\(error)"]
    }
  }

  private func found(_ report: CheckReport) -> [Finding] { report.findings.filter { $0.severity != .note } }

  /// Named together or as a folder, in either order.
  @Test(arguments: [["说明.md", "表.xlsx"], ["表.xlsx", "说明.md"], nil])
  func textAndTablesAreOnePublication(names: [String]?) throws {
    let folder = try TemporaryFolder(["说明.md": explanation(), "表.xlsx": tables()])
    let report = try report(folder, names)
    #expect(found(report).map(\.message) == [])
    #expect((report.numbers?.compared ?? 0) >= 140)
    #expect(report.isTogether && Set(report.read.map { $0.split(separator: "/").last ?? "" }) == ["说明.md", "表.xlsx"])
    #expect(report.verdict.contains("2 个文件合起来读"))
  }

  @Test func aWrongNumberOfTheTextIsFoundInItsFile() throws {
    let folder = try TemporaryFolder([
      "说明.md": explanation { $0.replacing("收入总计5,029.36万元", with: "收入总计5,092.36万元") }, "表.xlsx": tables(),
    ])
    let report = try report(folder, nil)
    #expect(found(report).map(\.expected) == ["5,029.36万元"])
    #expect(found(report).first?.operands.first?.place?.file.hasSuffix("说明.md") == true)
    let found = report.allFindings.filter { $0.rule == "N01" }
    #expect(found.count == 1)
    #expect(found.first?.operands.compactMap { $0.place?.file.split(separator: "/").last } == ["说明.md", "表.xlsx"])
  }

  @Test func tablesThatTwoFilesHaveAreCompared() throws {
    let page = try Example.datong.text("index.md")
    let folder = try TemporaryFolder(["a.md": Array(page.utf8), "b.xlsx": tables()])
    #expect(found(try report(folder, nil)).map(\.message) == [])
    // 行政运行 in 03, of which the workbook has another figure.
    try folder.write(page.replacing("1847.89", with: "1847.98"), to: "a.md")
    let differing = found(try report(folder, nil)).filter { $0.rule == "D30" }
    #expect(
      !differing.isEmpty
        && differing.allSatisfy { $0.message.contains("b.xlsx 的公开0") && $0.message.contains("a.md 不同") })
  }

  @Test func severalUnitsAreNotOnePublication() throws {
    let folder = try TemporaryFolder(["a.xlsx": tables(), "b.xlsx": tables(.yunxi)])
    for names in [nil, ["a.xlsx", "b.xlsx"]] {
      let problems = problems(folder, names)
      #expect(problems.count == 1 && problems[0].contains("2 个单位") && problems[0].contains("一个单位一个单位"))
    }
  }

  /// A folder of which nothing can be read is an error and no pass with nothing checked.
  @Test func aFolderInWhichNothingCanBeReadIsRefused() throws {
    let folder = try TemporaryFolder(["决算.pdf": Array("%PDF-1.7\n1 0 obj".utf8), "说明.txt": Array("见附件。\n".utf8)])
    let error = #expect(throws: UnusableInput.self) { try Standard.reader.disclosure(at: folder.path) }
    #expect(error?.problems.contains { $0.location.file.hasSuffix("决算.pdf") } == true)
  }

  @Test func aFolderOfFoldersIsGivenOneByOne() throws {
    let folder = try TemporaryFolder(["甲/a.xlsx": tables(), "乙/b.xlsx": tables()])
    #expect(problems(folder).first?.contains("请一个单位一个单位地给") == true)
  }

  @Test func aLedgerIsNoPartOfAPublication() throws {
    let folder = try TemporaryFolder(["说明.md": explanation()])
    var disclosures = Disclosures(Choices()) { _ in }
    #expect(throws: UnusableInput.self) {
      try disclosures.disclosure(of: [folder.path + "/说明.md", Example.datong.folder])
    }
  }

  /// What cannot be read may hold any table, so that none is missed.
  @Test func aFileThatCannotBeReadLeavesItsTablesUnread() throws {
    let folder = try TemporaryFolder(["说明.md": explanation(), "表.doc": Array("damaged".utf8) + [0, 1, 2, 0xFF]])
    let report = try report(folder, nil)
    #expect(report.findings.contains { $0.rule == "D08" && $0.message.contains("表.doc") })
    #expect(!report.findings.contains { $0.rule == "D01" || $0.rule == "N01" })
  }
}
