import Accounts
import Formats
import Foundation
import Reading
import System
import Tables
import TestSupport
import Testing

/// What stands in a folder under the name of a file and is none is told of and never waited for.
@Suite struct SpecialFilesTests {
  private func problems(_ path: String, _ read: (String) throws -> Void) -> [String] {
    do {
      try read(path)
      return []
    } catch let error as UnusableInput {
      return error.problems.map(\.message)
    } catch { return ["\(error)"] }
  }

  private func publicationProblems(_ path: String) -> [String] {
    problems(path) { _ = try PublishedReader(form: Standard.form("national")).publication(at: $0) }
  }

  @Test func pipeOrDeviceInALedgerIsAProblemAtItsFile() throws {
    for (name, make) in [
      ("管道", { mkfifo($0, 0o600) }), ("设备", { symlink("/dev/zero", $0) }),
    ] as [(String, (String) -> Int32)] {
      let folder = try LedgerFolder(without: ["收入.csv"])
      #expect(make(folder.path + "/收入.csv") == 0)
      #expect(make(folder.path + "/别的") == 0)
      let messages = try folder.messages()
      #expect(messages == ["账/收入.csv: 错误: 是管道、设备或套接字，没有打开，应是一个文件。请换成文件，或移出这个目录。"], "\(name)")
    }
  }

  @Test(arguments: ["index.html", "index.md", "data.json", "决算公开.xlsx", "tables/02-收入决算表.csv", "evaluations/01-甲.csv"])
  func pipeInAPackageIsAProblem(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("tables")
    try folder.makeFolder("evaluations")
    #expect(mkfifo(folder.path + "/" + name, 0o600) == 0)
    #expect(publicationProblems(folder.path).first?.hasPrefix("\(folder.path)/\(name): 错误: 是管道、设备或套接字") == true)
  }

  @Test func deviceIsNoFile() {
    #expect(publicationProblems("/dev/zero") == ["/dev/zero: 错误: 是设备或套接字，没有打开，这里应是一个文件。"])
  }

  /// A pipe that the user names is read, as a shell gives one for the output of a program.
  @Test func namedPipeIsRead() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/管道"
    #expect(mkfifo(pipe, 0o600) == 0)
    let bytes = try #require(try Example.datong.files["index.md"])
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let file = try folder.write(String(decoding: bytes, as: UTF8.self), to: "页.md")
    process.arguments = ["-c", "cat '\(file)' > '\(pipe)'"]
    try process.run()
    defer { process.waitUntilExit() }
    let files = InputFiles()
    #expect(!PublishedReader.looksLikeLedger(pipe, among: files))
    #expect(
      try PublishedReader(form: Standard.form("national")).publication(at: pipe, from: files).tables.tables.count == 10)
  }

  /// A folder from an older system, its names in GBK: 账 D5CB, 收入 CAD5C8EB, 支出 D6A7B3F6, 单位信息 B5A5CEBBD0C5CFA2.
  @Test func namesOfOtherEncodingsAreRead() throws {
    let folder = try TemporaryFolder()
    let ledger = PathBytes.text(of: Array((folder.path + "/").utf8) + [0xD5, 0xCB])
    #expect(Folder.make(ledger))
    for (name, bytes) in [
      ("收入", [0xCA, 0xD5, 0xC8, 0xEB]), ("支出", [0xD6, 0xA7, 0xB3, 0xF6]),
      ("单位信息", [0xB5, 0xA5, 0xCE, 0xBB, 0xD0, 0xC5, 0xCF, 0xA2]),
    ] as [(String, [UInt8])] {
      let file = ledger + "/" + PathBytes.text(of: bytes) + ".csv"
      try WholeFile(file).write(Array((LedgerFolder.sound[name + ".csv"] ?? "").utf8))
    }
    #expect(PublishedReader.looksLikeLedger(ledger))
    let read = try LedgerReader().ledger(at: ledger)
    #expect(read.income.map(\.amount.fen) == [10000])
    #expect(read.income.first?.place.file == folder.path + "/账/收入.csv")
  }

  // MARK: What is filled in

  @Test func ledgerIsFilledInOnceARowHasMoreThanTheYear() throws {
    let folder = try TemporaryFolder()
    func book(_ information: [[String]], _ income: [[String]]) throws -> String {
      let sheets = [("单位信息", [["项目", "内容"]] + information), ("收入", [["功能科目编码", "收入来源", "金额"]] + income)]
      let outputs = sheets.map { name, rows in
        var sheet = SheetOutput(name: name)
        for (row, cells) in rows.enumerated() {
          for (column, text) in cells.enumerated() where !text.isEmpty {
            sheet.put(.text(text), at: CellReference(row: row + 1, column: column + 1))
          }
        }
        return sheet
      }
      try folder.write(XLSXWriter.bytes(of: WorkbookOutput(sheets: outputs)), to: "账.xlsx")
      return folder.path + "/账.xlsx"
    }
    let reader = try LedgerReader()
    #expect(try !reader.isFilledIn(book([["单位名称"], ["年度", "2025"]], [])))
    #expect(try reader.isFilledIn(book([["单位名称", "某局"], ["年度", "2025"]], [])))
    #expect(try reader.isFilledIn(book([["年度", "2025"]], [["", "", "1"]])))
    #expect(try !reader.isFilledIn(folder.write("不是账", to: "文.txt")))
    // A workbook with a password, and a damaged one, may be anything.
    try folder.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], to: "锁.xlsx")
    #expect(try reader.isFilledIn(folder.path + "/锁.xlsx"))
    try folder.write([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], to: "坏.xlsx")
    #expect(try reader.isFilledIn(folder.path + "/坏.xlsx"))
  }
}
