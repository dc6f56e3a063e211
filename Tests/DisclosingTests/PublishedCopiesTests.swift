import Accounts
import Checks
import Disclosing
import Formats
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// A package is checked as it is published: the page, the Markdown, the workbook, the CSV and the data are all read, named
/// and compared with each other.
@Suite struct PublishedCopiesTests {
  private func report(_ files: [String: [UInt8]]) throws -> CheckReport {
    let folder = try TemporaryFolder(files)
    var disclosures = Disclosures(Choices()) { _ in }
    return try disclosures.report(on: disclosures.disclosure(at: folder.path))
  }

  private func files(_ example: Example, changing file: String, _ change: (String) -> String) throws -> [String:
    [UInt8]]
  {
    var files = try example.files
    let text = try example.text(file)
    let changed = change(text)
    #expect(changed != text, "\(file)")
    files[file] = Array(changed.utf8)
    return files
  }

  @Test(arguments: Example.allCases)
  func whatIsBuiltSaysTheSameEverywhere(example: Example) throws {
    let report = try report(example.files)
    #expect(!report.findings.contains { $0.rule == "D30" })
    #expect(report.read == ["index.html", "index.md", "data.json", "决算公开.xlsx", "tables", "决算公开.docx"])
    #expect(report.verdict.hasSuffix("读了并比较了 index.html、index.md、data.json、决算公开.xlsx、tables、决算公开.docx。"))
  }

  /// What cannot be read of a copy's self-evaluations differs from nothing; a score that can and differs is found.
  @Test(arguments: [
    ("\n项目支出绩效自评表\n", "\n■■\n", false), ("| 实际完成值 |", "| ■■ |", false), ("| 年度资金总额 |", "| ■■ |", false),
    ("| 加固险情段 |", "| ■■ |", false), ("| 99.63※ |", "| ■■ |", false), ("| 99.63※ |", "| 99.62※ |", true),
  ])
  func whatCannotBeReadOfACopyDoesNotDiffer(words: String, other: String, isFound: Bool) throws {
    let files = try files(.yunxi, changing: "index.md") { $0.replacing(words, with: other, maxReplacements: 1) }
    let report = try report(files.filter { $0.key.hasPrefix("index.") })
    #expect(report.findings.contains { $0.rule == "D30" } == isFound)
  }

  /// What was spent on 2013801 stands in every copy; each is altered alone.
  @Test(arguments: ["index.md", "data.json", "tables/03-支出决算表.csv"])
  func aFigureOfOneFileThatDiffersIsFound(file: String) throws {
    let before = try Example.datong.tables.figure(at: FigureAddress(.t03, "2013801", 1))?.figure.text ?? ""
    let report = try report(
      files(.datong, changing: file) { text in
        guard let code = text.range(of: file == "index.md" ? "| 2013801 |" : "2013801"),
          let start = file == "data.json" ? text.range(of: "\"03.2013801.1\"")?.upperBound : code.upperBound
        else { return text }
        // In Markdown the second table with the code is 03: 02 lists it first.
        let from =
          file == "index.md" ? text.range(of: "| 2013801 |", range: code.upperBound..<text.endIndex)?.upperBound : start
        guard let from, let figure = text.range(of: before, range: from..<text.endIndex) else { return text }
        return text.replacingCharacters(in: figure, with: "9999.99")
      })
    let found = report.findings.filter { $0.rule == "D30" }
    #expect(found.count == 1)
    #expect(found.first?.severity == .error)
    #expect(found.first?.operands.map(\.address) == ["03.2013801.1", "03.2013801.1"])
    #expect(found.first?.operands.map(\.printed) == [before, "9999.99"])
  }

  @Test func aFigureOfTheWorkbookThatDiffersIsFound() throws {
    var files = try Example.datong.files
    let archive = try ZIPArchive(try #require(files["决算公开.xlsx"]))
    var writer = ZIPWriter()
    for entry in archive.entries {
      let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
      // 行政运行 in the table of the third sheet.
      writer.add(
        entry.name,
        entry.name == "xl/worksheets/sheet3.xml"
          ? Array(text.replacing("<v>1847.89</v>", with: "<v>1847.98</v>").utf8)
          : Array(try archive.contents(of: entry)))
    }
    files["决算公开.xlsx"] = writer.archive
    let found = try report(files).findings.filter { $0.rule == "D30" }
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("决算公开.xlsx 的公开0") == true)
    #expect(found.first?.operands.allSatisfy { $0.address.contains(".2013801.") } == true)
    #expect(found.first?.operands.contains { $0.printed == "1847.98" && $0.place?.cell != nil } == true)
  }

  /// An office mends the Word file by hand, and forgets the others.
  @Test func aFigureOfTheWordFileThatDiffersIsFound() throws {
    var files = try Example.datong.files
    let archive = try ZIPArchive(try #require(files["决算公开.docx"]))
    var writer = ZIPWriter()
    for entry in archive.entries {
      let bytes = Array(try archive.contents(of: entry))
      guard entry.name == "word/document.xml" else {
        writer.add(entry.name, bytes)
        continue
      }
      // 行政运行 in the first table that has it, 公开02.
      let text = String(decoding: bytes, as: UTF8.self)
      writer.add(entry.name, Array(text.replacing(">1847.89<", with: ">1847.98<", maxReplacements: 1).utf8))
    }
    files["决算公开.docx"] = writer.archive
    let found = try report(files).findings.filter { $0.rule == "D30" }
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("决算公开.docx 的公开02") == true)
    #expect(found.first?.operands.contains { $0.address == "02.2013801.1" && $0.printed == "1847.98" } == true)
  }

  /// A number of the explanation that was mended in one file only.
  @Test func aNumberOfTheTextThatDiffersIsFound() throws {
    let report = try report(
      files(.datong, changing: "index.md") { text in
        guard let number = text.range(of: "收入总计5,029.36万元") else { return text }
        return text.replacingCharacters(in: number, with: "收入总计5,092.36万元")
      })
    #expect(report.findings.contains { $0.rule == "D30" && $0.severity == .error })
  }

  @Test func aTableThatOneFileLacksIsFound() throws {
    var files = try Example.datong.files
    files["tables/05-一般公共预算财政拨款支出决算表.csv"] = nil
    let found = try report(files).findings.filter { $0.rule == "D30" }
    #expect(found.map(\.message) == ["tables 没有公开05表，index.html 有"])
  }

  /// What cannot be read is named, and not passed over.
  @Test func aFileThatCannotBeReadIsNamed() throws {
    var files = try Example.datong.files
    files["决算公开.pdf"] = Array("%PDF-1.7".utf8)
    let report = try report(files)
    let found = report.findings.filter { $0.rule == "D30" }
    #expect(found.count == 1)
    #expect(found.first?.severity == .warning)
    #expect(found.first?.place?.file == "决算公开.pdf")
    #expect(!report.read.contains("决算公开.pdf"))
  }
}
