import Accounts
import Checks
import Disclosing
import Formats
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// What was not read is neither nothing nor wrong: a disclosure that is in order stays without an error when any part of it
/// cannot be read, and says what was not checked. `juesuan-bench unread` loses every place of both examples.
@Suite struct UnreadStaysUnreadTests {
  private func report(_ files: [String: [UInt8]], at entry: String = "") throws -> CheckReport {
    let folder = try TemporaryFolder(files)
    var disclosures = Disclosures(Choices()) { _ in }
    return try disclosures.report(
      on: disclosures.disclosure(at: entry.isEmpty ? folder.path : folder.path + "/" + entry))
  }

  private func reportOnPage(changing change: (String) -> String) throws -> CheckReport {
    let page = try Example.datong.text("index.html")
    let changed = change(page)
    #expect(changed != page)
    return try report(["index.html": Array(changed.utf8)], at: "index.html")
  }

  /// The rules of severity error and warning, without that something was not read: D08 of a table, D31 of the text, which
  /// tables by themselves do not have.
  private func judged(_ report: CheckReport) -> [String] {
    report.findings.filter { $0.severity != .note && $0.rule != "D08" && $0.rule != "D31" }.map {
      "\($0.rule) \($0.message)"
    }
  }

  private func unread(_ report: CheckReport) -> Int { report.findings.count { $0.rule == "D08" } }

  /// Six cells of table 05 are one reason, with the first of them named.
  @Test func whatIsUnreadOfATableIsOneReason() throws {
    let report = try reportOnPage { page in
      page.replacing(/data-cell="05\.[0-9]{7}\.2">[0-9][0-9,.]*/) { $0.output.prefix { $0 != ">" } + ">￥" }
    }
    let reasons = report.reasonsNotChecked.filter { $0.reason.contains("没有读懂") }
    let reason = try #require(reasons.first)
    #expect(reasons.count == 1)
    #expect(reason.reason.hasPrefix("没有读懂公开05表的05."))
    #expect(reason.count == report.notChecked.count { $0.reason.hasPrefix("没有读懂 05.") })
    #expect(reason.reason.count { $0 == "、" } == 3)
  }

  /// 公用经费合计 250.64 of 06 is stated in the text, summed in 06-4 and compared with 05 and 10 (X15, X21).
  @Test(arguments: ["06.公用经费合计.1", "03.合计.1", "05.2013801.2", "02.208.1", "01.32.2", "01.58.2", "04.59.3", "06.302.1"])
  func aFigureThatIsNoNumberContradictsNothing(address: String) throws {
    let report = try reportOnPage { page in
      guard let cell = page.range(of: "data-cell=\"\(address)\">") else { return page }
      return page.replacingCharacters(in: cell, with: "data-cell=\"\(address)\">￥")
    }
    #expect(judged(report) == [])
    #expect(unread(report) == 1)
    #expect(report.joint == .notChecked)
    let table = try #require(FigureAddress(address)).table
    #expect(report.reasonsNotChecked.contains { $0.reason == "没有读懂\(table.publicName)的\(address)" })
    #expect(report.notChecked.contains { $0.reason == "没有读懂 \(address)" })
  }

  /// Of a row whose code is lost it is not known which it is, so that no sum over the table's rows can be told.
  @Test(arguments: [("03", "2013801"), ("05", "208"), ("02", "20805"), ("06", "30101"), ("06", "302")])
  func aRowThatCannotBeToldMakesNoSumFalse(table: String, code: String) throws {
    let report = try reportOnPage { page in
      guard let start = page.range(of: "<table data-table=\"\(table)\""),
        let cell = page.range(of: ">\(code)<", range: start.upperBound..<page.endIndex)
      else { return page }
      return page.replacingCharacters(in: cell, with: ">■■<")
    }
    #expect(judged(report) == [])
    #expect(unread(report) == 1)
    #expect(report.reasonsNotChecked.contains { $0.reason == "公开\(table)表有没有读懂的行" })
  }

  @Test(arguments: ["02", "03", "05"])
  func withoutItsTotalATableIsNotSummed(table: String) throws {
    let report = try reportOnPage { page in
      guard let start = page.range(of: "<table data-table=\"\(table)\""),
        let row = page.range(of: "<tr class=\"total\">", range: start.upperBound..<page.endIndex),
        let end = page.range(of: "</tr>", range: row.upperBound..<page.endIndex)
      else { return page }
      return page.replacingCharacters(in: row.lowerBound..<end.upperBound, with: "")
    }
    #expect(judged(report) == [])
    #expect(report.reasonsNotChecked.contains { $0.reason == "公开\(table)表没有读到合计" })
  }

  /// A title, all three times it stands over its table, is lost: the table is there, and not missing.
  /// 07 of 大同 is empty and says 说明：本表无数据; lost, it may still say so.
  @Test func aNoteThatIsLostIsNotMissing() throws {
    let note = "说明：本表无数据"
    let report = try reportOnPage { page in
      guard let start = page.range(of: "data-table=\"07\""),
        let words = page.range(of: note, range: start.upperBound..<page.endIndex)
      else { return page }
      return page.replacingCharacters(in: words, with: "■■")
    }
    #expect(judged(report) == [])
    #expect(unread(report) == 1)
    let silent = try reportOnPage { $0.replacingOccurrences(of: note, with: "") }
    #expect(Set(silent.findings.filter { $0.rule == "D03" }.map(\.severity)) == [.warning])
  }

  /// A workbook holds tables, and self-evaluations in whose cells amounts are written out; its text stands elsewhere.
  @Test(arguments: Example.allCases) func aWorkbookOfTablesLacksNoExplanation(example: Example) throws {
    let report = try report(["决算公开.xlsx": example.files["决算公开.xlsx"] ?? []], at: "决算公开.xlsx")
    #expect(report.findings.filter { $0.rule == "D31" }.map(\.severity) == [.note])
  }

  /// That there is nothing in one table explains none of the others.
  @Test func aNoteOfAnEmptyTableIsNoExplanation() throws {
    let archive = try ZIPArchive(try #require(try Example.datong.files["决算公开.xlsx"]))
    var writer = ZIPWriter()
    var notes = 0
    for entry in archive.entries {
      let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
      notes += text.components(separatedBy: "说明：本表无数据").count - 1
      let said = text.replacing("说明：本表无数据", with: "说明：本单位2024年度无政府性基金预算财政拨款收支，此表为空")
      writer.add(entry.name, notes > 0 && said != text ? Array(said.utf8) : try archive.contents(of: entry))
    }
    #expect(notes > 0)
    let report = try report(["决算.xlsx": writer.archive], at: "决算.xlsx")
    #expect(report.findings.filter { $0.rule == "D10" }.map(\.message) == [])
    #expect(report.findings.filter { $0.rule == "D31" }.map(\.severity) == [.note])
  }

  @Test func aTableWhoseTitleIsLostIsNotMissing() throws {
    let report = try reportOnPage { page in
      page.replacingOccurrences(of: "二、收入决算表", with: "■■").replacingOccurrences(of: ">收入决算表<", with: ">■■<")
        .replacingOccurrences(of: "收入决算表（金额单位：万元）", with: "■■")
    }
    #expect(!report.findings.contains { $0.rule == "D01" })
    #expect(judged(report) == [])
    #expect(unread(report) == 1)
  }

  // MARK: - 公开01 without the last 类

  /// 公开01 as CSV with other 行次, without the lines of some 类: rows are pairs of a left and a right line.
  private func table01(without left: [String], renumbered: Bool) throws -> [UInt8] {
    let rows = try Example.datong.text("tables/01-收入支出决算总表.csv").split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let body = rows.dropFirst()
    let rightLines = body.map { Array($0[3...5]) }.filter { line in !left.contains { line[0].hasSuffix($0) } }
    // As many blank lines go on the left.
    let blank = body.filter { $0[0].isEmpty }.dropFirst(body.count(where: { $0[0].isEmpty }) - left.count - 1).prefix(
      left.count)
    let numbers = Set(blank.map { $0[1] })
    let leftLines = body.map { Array($0[0...2]) }.filter { !numbers.contains($0[1]) }
    #expect(leftLines.count == rightLines.count)
    let count = leftLines.count
    let lines = zip(leftLines, rightLines).enumerated().map { place, pair -> String in
      let (one, other) = pair
      return renumbered
        ? [one[0], "\(place + 1)", one[2], other[0], "\(count + place + 1)", other[2]].joined(separator: ",")
        : (one + other).joined(separator: ",")
    }
    return Array(([rows[0].joined(separator: ",")] + lines).joined(separator: "\n").utf8)
  }

  private func reportOnTables(with table01: [UInt8]) throws -> CheckReport {
    var files = try Example.datong.files.filter { $0.key.hasPrefix("tables/") }
    files["tables/01-收入支出决算总表.csv"] = table01
    return try report(files, at: "tables")
  }

  private static let debts = ["债务还本支出", "债务付息支出", "抗疫特别国债安排的支出"]

  /// Printed without 债务还本, 债务付息 and 抗疫特别国债, its 行次 going on, a list of 类 is complete: 01-2 is checked.
  @Test func aListOfCategoriesWithoutTheLastIsComplete() throws {
    let whole = try reportOnTables(with: table01(without: Self.debts, renumbered: true))
    #expect(judged(whole) == [])
    #expect(
      whole.results.contains {
        $0.identity == "01-2" && ($0.outcome == .equal || "\($0.outcome)".hasPrefix("withinRounding"))
      })
    // Its total being wrong is found: the 类 come to 5023.02 whatever the total says.
    let text = String(decoding: try table01(without: Self.debts, renumbered: true), as: UTF8.self)
    let wrong = try reportOnTables(
      with: Array(text.replacing(/本年支出合计,(\d+),5023\.02/) { "本年支出合计,\($0.1),5123.02" }.utf8))
    #expect(wrong.allFindings.contains { $0.rule == "01-2" && $0.severity == .error })
    #expect(wrong.findings.first?.operands.first?.address == "01.58.2")
    #expect(wrong.findings.first?.expected == "5023.02")
  }

  /// Where the 行次 jump over lines they are not left out but lost, and no sum over them is told.
  @Test func aListOfCategoriesWithAGapIsNotComplete() throws {
    let report = try reportOnTables(with: table01(without: Self.debts, renumbered: false))
    #expect(!report.results.contains { $0.identity == "01-2" && $0.outcome == .equal })
    #expect(report.reasonsNotChecked.contains { $0.reason.contains("01.5") })
    #expect(report.count(.error) == 0)
  }

  // MARK: - Workbooks and other forms of nothing

  /// A program that writes formulas without computing them leaves no results; the total's cells are then not blank.
  @Test func aFormulaWithoutAResultIsNotBlank() throws {
    let bytes = try #require(try Example.datong.files["决算公开.xlsx"])
    let archive = try ZIPArchive(bytes)
    var writer = ZIPWriter()
    var lost = 0
    for entry in archive.entries {
      var text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
      if entry.name.hasPrefix("xl/worksheets/"), text.contains("</f><v>") {
        text = text.replacing(/<\/f><v>[^<]*<\/v>/) { _ in
          lost += 1
          return "</f>"
        }
        writer.add(entry.name, Array(text.utf8))
      } else {
        writer.add(entry.name, try archive.contents(of: entry))
      }
    }
    #expect(lost > 0)
    let report = try report(["决算.xlsx": writer.archive], at: "决算.xlsx")
    #expect(judged(report) == [])
    #expect(unread(report) > 0)
    #expect(report.findings.contains { $0.rule == "D08" && $0.message.contains("公式没有算出结果") })
  }

  /// 250.64 and 5023.02 printed with a ￥ before them: each is told of, and nothing is held against the others.
  @Test(.enabled(if: SharedFiles.url("failing/yen.json") != nil, "\(SharedFiles.absence(of: "failing/yen.json"))"))
  func figuresWithASignOfMoneyAreUnread() throws {
    let url = try #require(SharedFiles.url("failing/yen.json"))
    var disclosures = Disclosures(Choices()) { _ in }
    let report = try disclosures.report(on: disclosures.disclosure(at: url.path))
    #expect(report.count(.error) == 0)
    #expect(unread(report) == 2)
    #expect(judged(report) == [])
  }
}
