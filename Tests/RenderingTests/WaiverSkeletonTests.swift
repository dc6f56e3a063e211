import Accounts
import Checks
import Formats
import Reading
import Tables
import TestSupport
import Testing

@testable import Rendering

/// A skeleton of waivers comes back as it was written: nothing is waived until somebody gives a reason.
@Suite struct WaiverSkeletonTests {
  private func run() throws -> CheckRun {
    try FindingsSample.run(
      FindingsSample.tables().altering(["01.31.1": "5,051.50", "06.30217.1": "9.99"], placedIn: "决算.html"))
  }

  private func report(_ run: CheckRun) throws -> CheckReport {
    guard case .report(let report, _) = run.inputs[0].outcome else { throw NoReport() }
    return report
  }

  private struct NoReport: Error {}

  @Test(arguments: ["豁免.csv", "豁免.xlsx"])
  func aSkeletonWaivesNothing(name: String) throws {
    let run = try run()
    let skeleton = WaiverSkeleton(of: run)
    let folder = try TemporaryFolder([name: name.hasSuffix("xlsx") ? skeleton.workbook() : skeleton.csv])
    let file = try WaiverFile(at: folder.path + "/" + name)
    #expect(file.waivers.isEmpty)
    #expect(file.unfilled.count == (try report(run).findings.count))
    #expect(file.unfilled.compactMap(\.line) == Array(2...(1 + file.unfilled.count)))
  }

  /// One reason filled in sets one finding apart, though others of its rule stand.
  @Test func oneReasonWaivesOneFinding() throws {
    let run = try run()
    let report = try report(run)
    let (records, _) = CSVDocument.parse(WaiverSkeleton(of: run).csv)
    for (index, finding) in report.findings.enumerated() {
      var writer = CSVWriter()
      for (line, record) in records.enumerated() {
        let fields = line == index + 1 ? Array(record.fields.dropLast()) + ["已核实"] : record.fields
        writer.write(fields.map { .text($0) })
      }
      let folder = try TemporaryFolder(["豁免.csv": writer.utf8])
      let waivers = try WaiverFile(at: folder.path + "/豁免.csv").waivers
      #expect(waivers.count == 1 && waivers[0].id == report.ids[index])
      let (rest, unused) = report.waiving(waivers, in: "别的名字.html")
      #expect(unused.isEmpty && rest.waived.map(\.finding) == [finding])
      // The others keep the ids they had.
      var left = report.ids
      left.remove(at: index)
      #expect(rest.ids == left)
    }
  }

  /// Of several inputs a row holds for its own only.
  @Test func aRowOfSeveralInputsHoldsForItsOwn() throws {
    let one = try run()
    let run = CheckRun(
      inputs: ["甲.html", "乙.html"].map { CheckedInput(name: $0, outcome: one.inputs[0].outcome) })
    let (records, _) = CSVDocument.parse(WaiverSkeleton(of: run).csv)
    let source = try #require(records[0].fields.firstIndex(of: "来源"))
    #expect(Set(records.dropFirst().map { $0.fields[source] }) == ["甲.html", "乙.html"])
    let report = try report(one)
    let waiver = Waiver(
      rule: report.findings[0].rule, address: nil, id: report.ids[0], source: "甲.html", reason: "已核实",
      place: SourceLocation(file: "豁免.csv", line: 2))
    #expect(report.waiving([waiver], in: "甲.html").report.waived.count == 1)
    #expect(report.waiving([waiver], in: "乙.html").report.waived.isEmpty)
  }

  /// A program for sheets makes days of rules and addresses; the id still says which finding is meant.
  @Test func whatAProgramMakesOfARuleDoesNoHarm() throws {
    let folder = try TemporaryFolder([
      "豁免.csv": Array("编号,规则,地址,理由\n01-5@01.31.1,1月5日,2001-01-31,已核实\n01-3@01.31.1,1月3日,,\n".utf8)
    ])
    let file = try WaiverFile(at: folder.path + "/豁免.csv")
    #expect(file.waivers.map(\.rule) == ["01-5"] && file.waivers.map(\.address) == [nil])
    #expect(file.unfilled.map(\.line) == [3])
    let report = try report(run())
    let (rest, unused) = report.waiving(file.waivers, in: "决算.html")
    #expect(unused.isEmpty && rest.waived.map(\.id) == ["01-5@01.31.1"])
  }

  /// A workbook filled in by a person, in columns of their own order, tells the place of what is wrong.
  @Test func waiversAreReadFromAWorkbook() throws {
    var sheet = SheetOutput(name: "豁免")
    let rows = [["理由", "备注", "规则", "地址"], ["已批复", "", "09-2", "09.1.12"], [], ["", "", "01-5", "31"]]
    for (row, cells) in rows.enumerated() {
      for (column, text) in cells.enumerated() where !text.isEmpty {
        sheet.put(.text(text), at: CellReference(row: row + 1, column: column + 1))
      }
    }
    let folder = try TemporaryFolder(["豁免.xlsx": XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet]))])
    let error = #expect(throws: UnusableInput.self) { try WaiverFile(at: folder.path + "/豁免.xlsx") }
    let messages = try #require(error).problems.map(\.message)
    #expect(messages.count == 2)
    #expect(messages[0].contains("豁免!D4「地址」: 错误: 填的是“31”") && messages[1].contains("豁免!A4「理由」: 错误: 没有填"))
    sheet.cells = sheet.cells.filter { $0.key.row < 4 }
    try folder.write(XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet])), to: "豁免.xlsx")
    let waivers = try WaiverFile(at: folder.path + "/豁免.xlsx").waivers
    #expect(waivers.map(\.rule) == ["09-2"] && waivers[0].address == "09.1.12" && waivers[0].reason == "已批复")
  }
}
